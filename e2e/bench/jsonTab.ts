import type { Page } from "@playwright/test"
import { type Site, slow, withPage } from "./browser.ts"
import { figure, median } from "./figure.ts"
import type { Floor } from "./floor.ts"

const contexts = 5
/** DESIGN section 9: warmed, it opens in so much of what a bare page takes. */
const warmedPart = 0.1

/**
 * How long the JSON tab takes until Monaco shows the settings, on a slow phone's terms: when it is opened as
 * soon as the page is usable, and when Monaco came before; beside a page of React and the same parts of Monaco.
 */
export async function jsonTab(site: Site, floor: Floor) {
  const bare: number[] = []
  const cold: number[] = []
  const warmed: number[] = []
  for (let run = 0; run < contexts; run++) {
    bare.push(await bareMonaco({ ...site, origin: floor.origin }))
    cold.push(await opened(site, async () => {}))
    warmed.push(
      await opened(site, async (page) => {
        await page.getByRole("tab", { name: "JSON" }).first().hover()
        await page.waitForFunction(() =>
          performance
            .getEntriesByType("resource")
            .some(({ name }) => /MonacoEditor-.*\.js$/.test(name)),
        )
        await page.waitForTimeout(1_000)
      }),
    )
  }
  const floorTime = median(bare)
  return {
    bareMonaco: floorTime,
    cold: figure(median(cold), "ms", floorTime),
    warmed: figure(median(warmed), "ms", floorTime * warmedPart),
  }
}

function bareMonaco(site: Site): Promise<number> {
  return withPage(site, slow, async (page) => {
    await page.goto(`${site.origin}/monaco.html`)
    return page.evaluate(untilMonaco, 0)
  })
}

function opened(site: Site, before: (page: Page) => Promise<void>): Promise<number> {
  return withPage(site, slow, async (page) => {
    await page.goto(site.origin)
    await page.locator("#root:not([inert]) [role=combobox]").first().waitFor()
    await before(page)
    const start = await page.evaluate(() => {
      const tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")]
      const now = performance.now()
      tabs.find(({ textContent }) => textContent === "JSON")?.click()
      return now
    })
    return page.evaluate(untilMonaco, start)
  })
}

/** Runs in the page: how long after `start` Monaco's first frame with a text was drawn. */
function untilMonaco(start: number): Promise<number> {
  return new Promise((resolve) => {
    const look = (time: number) => {
      if (document.querySelector(".monaco-editor .view-line")?.textContent) resolve(time - start)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}
