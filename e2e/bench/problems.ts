import { openEditor, type Site, withPage } from "./browser.ts"
import { figure, median, quantile } from "./figure.ts"
import { startProbe } from "./probe.ts"
import { settingsOf } from "./settings.ts"
import { openTyped, pause } from "./typing.ts"

const items = 2_000
const contexts = 2
const pairs = 5

/**
 * From a key to the problems that follow from it. An `x` behind the key "Action" leaves the statement without
 * actions, a problem; Backspace takes it away.
 */
export async function problems(site: Site, budget: number) {
  const values: number[] = []
  for (let run = 0; run < contexts; run++)
    values.push(
      ...(await withPage(site, {}, async (page) => {
        await openEditor(page, site.origin, settingsOf(items, "statements"))
        await openTyped(page, items, '"Action')
        await pause(700)
        const press = async () => {
          await page.keyboard.press("x")
          await pause(300)
          await page.keyboard.press("Backspace")
          await pause(300)
        }
        await press()
        await page.evaluate(startProbe, {
          watched: '[aria-label="Problems"]',
          counted: "li[data-severity]",
        })
        for (let pair = 0; pair < pairs; pair++) await press()
        return page.evaluate(() => globalThis.benchSamples.map((sample) => sample.painted))
      })),
    )
  return {
    items,
    keys: contexts * pairs * 2,
    shown: values.length,
    p50: median(values),
    p95: figure(quantile(values, 0.95), "ms", budget),
  }
}
