import AxeBuilder from "@axe-core/playwright"
import { test as base, devices, expect, type Locator, type Page } from "@playwright/test"

/**
 * A page that fails its test when a request leaves the origin or the page reports an error. It is opened once
 * it can be used: until then it shows what the build prerendered.
 */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const wrong: string[] = []
    watch(page, baseURL ?? "", wrong)
    if (process.env.SLOW_FRAMES) await slowFrames(page)
    if (process.env.SLOW_CODE) await slowCode(page)
    const { goto, reload } = page
    page.goto = async (...args) => live(page, await goto.apply(page, args))
    page.reload = async (...args) => live(page, await reload.apply(page, args))
    await use(page)
    expect(wrong).toEqual([])
  },
})

/** Each frame comes late: what a page does a frame after a key then races with what is done next, and loses. */
export async function slowFrames(page: Page) {
  await page.addInitScript(() => {
    const frame = window.requestAnimationFrame.bind(window)
    const cancel = window.cancelAnimationFrame.bind(window)
    const waiting = new Map<number, number>()
    window.requestAnimationFrame = (callback) => {
      const id = window.setTimeout(() => waiting.set(id, frame(callback)), 400)
      return id
    }
    window.cancelAnimationFrame = (id) => {
      clearTimeout(id)
      cancel(waiting.get(id) ?? 0)
    }
  })
}

/** Each script comes late, as on a slow line. */
async function slowCode(page: Page) {
  await page.route(/\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue().catch(() => {})
  })
}

async function live<Response>(page: Page, response: Response): Promise<Response> {
  await page.locator("#root[inert]").waitFor({ state: "detached" })
  return response
}

function watch(page: Page, origin: string, wrong: string[]) {
  page.context().on("request", (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(?:data|blob):/.test(url)) wrong.push(`request to ${url}`)
  })
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`))
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`)
  })
}

/**
 * The page as it stands has no accessibility violation that axe knows, in light and in dark. While choices
 * are open only they are judged: Base UI hides the rest of the page from screen readers then.
 */
export async function expectAccessible(page: Page, part = "html") {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page }).include(part)
    // Base UI's focus guards are hidden, take the focus and pass it on at once.
    axe.exclude("[data-base-ui-focus-guard]")
    // Of axe's rules only contrast depends on the colours.
    if (colorScheme === "dark") axe.withRules(["color-contrast"])
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
}

/** Nothing on the page is wider than its window. */
export async function expectNoSideways(page: Page) {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBe(0)
}

/** Moves a little, as every hand does, until the row is picked up: the code of dragging comes with the press. */
export async function untilPicked(page: Page, move: (by: number) => Promise<unknown>) {
  let by = 6
  const picked = async () => {
    await move(by)
    by = by === 6 ? 7 : 6
    return page.locator("[data-picked]").count()
  }
  await expect.poll(picked).toBe(1)
}

export const output = (page: Page): Locator => page.getByTestId("output")

export const outputTab = (page: Page, name: string): Locator =>
  page.getByRole("tablist", { name: "Output format" }).getByRole("tab", { name, exact: true })

/** Shows an output; it comes once its code has. */
export async function showOutput(page: Page, name: string) {
  await outputTab(page, name).click()
  await expect(outputTab(page, name)).toHaveAttribute("aria-selected", "true")
}

/** The output's text, which is exactly the file's. */
export async function outputText(page: Page): Promise<string> {
  return (await output(page).textContent()) ?? ""
}

/** What the clipboard holds. */
export function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

export const group = (page: Page, name: string): Locator =>
  page.getByRole("group", { name, exact: true })

/** Types into a list's add box and presses Enter. */
export async function addTo(page: Page, list: string, text: string) {
  const box = page.getByRole("combobox", { name: `Add to ${list}`, exact: true })
  await box.fill(text)
  await box.press("Enter")
  await expect(box).toHaveValue("")
}

const { viewport: _viewport, defaultBrowserType: _browser, ...pixel } = devices["Pixel 7"]

/** A phone: touch, 360 px wide. */
export const phone = { ...pixel, viewport: { width: 360, height: 740 } }

/** Starts with settings that stand in the tab already. */
export async function openWith(page: Page, config: object) {
  const state = { draft: { config, baseline: "docs" }, scope: "whole" }
  const draft = JSON.stringify({ format: 1, id: "test", savedAt: 0, state })
  await page.addInitScript((text) => sessionStorage.setItem("jets-iam.tab", text), draft)
  await page.goto("./")
  await page.locator('[aria-label="Add to Policy"]').waitFor()
}

export { expect }
