import { readFile } from "node:fs/promises"
import {
  addTo,
  expect,
  expectAccessible,
  expectNoSideways,
  output,
  outputText,
  test,
} from "./editor.ts"

test("the built page has its policy, and settings are only ever text on it", async ({ page }) => {
  await page.goto("./")
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute("content", /default-src 'self'/)
  await addTo(
    page,
    "Policy",
    `{"Sid":"<img src=x onerror=alert(1)>","Action":"<script>alert(1)</script>"}`,
  )
  await expect(output(page)).toContainText("<script>alert(1)</script>")
  await expect(page.locator("body script:not([src]), img")).toHaveCount(0)
})

test("the output and the settings come as files", async ({ page }) => {
  await page.goto("./")
  await addTo(page, "Policy", "s3")
  const downloaded = async (press: () => Promise<void>) => {
    const [download] = await Promise.all([page.waitForEvent("download"), press()])
    return {
      name: download.suggestedFilename(),
      text: await readFile(await download.path(), "utf8"),
    }
  }
  const yaml = await downloaded(() => page.getByRole("button", { name: "Download" }).click())
  expect(yaml).toEqual({ name: "jets-iam-role.yml", text: await outputText(page) })
  const byKey = await downloaded(() => page.keyboard.press("Control+s"))
  expect(byKey).toEqual(yaml)
  const settings = await downloaded(() =>
    page.getByRole("button", { name: "Settings file" }).click(),
  )
  expect(settings.name).toBe("jets-iam.json")
  expect(JSON.parse(settings.text)).toEqual({ policy: ["s3"] })
})

test("a browser that doesn't let the page copy is said", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined })
    document.execCommand = () => false
  })
  await page.goto("./")
  await page.getByRole("button", { name: "Copy YAML" }).click()
  await expect(page.getByText("doesn't let the page copy")).toBeVisible()
})

test("the shortcuts are in a dialog", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("button", { name: "Keyboard shortcuts" }).click()
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" })
  await expect(dialog).toContainText("Ctrl Shift Z")
  await expectAccessible(page)
  await page.keyboard.press("Escape")
  await expect(dialog).toBeHidden()
  await page.keyboard.press("?")
  await expect(dialog).toBeVisible()
})

test("the theme can be set and stays", async ({ page }) => {
  await page.goto("./")
  await page.getByRole("button", { name: "Theme" }).click()
  await page.getByRole("menuitemradio", { name: "Dark" }).click()
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark")
  await page.reload()
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark")
})

test("the panes can be resized by keyboard", async ({ page }) => {
  await page.goto("./")
  const separator = page.getByRole("separator", { name: "Width of the settings" })
  const settings = page.getByRole("region", { name: "Settings" })
  const before = (await settings.boundingBox())?.width ?? 0
  await separator.focus()
  await page.keyboard.press("ArrowLeft")
  await expect.poll(async () => (await settings.boundingBox())?.width ?? 0).toBeLessThan(before)
})

for (const [title, size, media] of [
  ["200 % zoom", { width: 720, height: 450 }, {}],
  ["320 px", { width: 320, height: 600 }, {}],
  ["forced colours", { width: 1440, height: 900 }, { forcedColors: "active" }],
  ["reduced motion", { width: 1440, height: 900 }, { reducedMotion: "reduce" }],
] as const)
  test(`works with ${title}`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.emulateMedia(media)
    await page.goto("./")
    await addTo(page, "Policy", "s3")
    await page.getByRole("switch", { name: "Override Jets' default policy" }).check()
    await page.getByRole("checkbox", { name: "iam", exact: true }).uncheck()
    await expectNoSideways(page)
    await expectAccessible(page)
  })
