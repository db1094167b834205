import { expect } from "@playwright/test"
import { openEditor, type Site, type Terms, withPage } from "./browser.ts"
import { figure, quantile } from "./figure.ts"
import { type Sample, startProbe } from "./probe.ts"
import { type Mix, settingsOf, sid } from "./settings.ts"
import { openTyped, pause } from "./typing.ts"

export interface Typing {
  readonly mix: Mix
  readonly items: number
  readonly terms?: Terms
  /** Milliseconds between two keys, about. */
  readonly between: number
}

const contexts = 2
const keysEach = 20
const warmUp = 5

/** From a key in an item's JSON to the painted output that shows it. */
export async function keystroke(site: Site, typing: Typing) {
  const samples: Sample[] = []
  const interactions: number[] = []
  for (let run = 0; run < contexts; run++) {
    const found = await withPage(site, typing.terms ?? {}, async (page) => {
      await openEditor(page, site.origin, settingsOf(typing.items, typing.mix))
      await openTyped(page, typing.items, sid)
      const shown = page.getByTestId("output").locator("span", { hasText: sid }).last()
      await shown.evaluate((line) => line.scrollIntoView({ block: "center" }))
      await pause(1_500)
      let typed = ""
      const type = async () => {
        const digit = String(typed.length % 10)
        await page.keyboard.press(digit)
        typed += digit
        await pause(typing.between)
      }
      for (let key = 0; key < warmUp; key++) await type()
      await page.evaluate(startProbe, { watched: "[data-testid=output]" })
      for (let key = 0; key < keysEach; key++) await type()
      await expect(page.getByTestId("output")).toContainText(sid + typed)
      await pause(600)
      return page.evaluate(() => ({
        samples: globalThis.benchSamples,
        interactions: [...globalThis.benchInteractions.values()],
      }))
    })
    samples.push(...found.samples)
    interactions.push(...found.interactions)
  }
  return { samples, interactions, keys: contexts * keysEach }
}

/** The figures of one way of typing; `budget` holds for the 95th percentile. */
export async function keystrokeFigures(site: Site, typing: Typing, budget: number) {
  const { samples, interactions, keys } = await keystroke(site, typing)
  const of = (part: (sample: Sample) => number) => samples.map(part)
  return {
    items: typing.items,
    mix: typing.mix,
    cpu: typing.terms?.cpu ?? 1,
    between: typing.between,
    keys,
    /** Fewer than keys: some keys' outputs were painted together. */
    painted: samples.length,
    p50: quantile(
      of((sample) => sample.painted),
      0.5,
    ),
    p95: figure(
      quantile(
        of((sample) => sample.painted),
        0.95,
      ),
      "ms",
      budget,
    ),
    parts: {
      keyToChange: spread(of((sample) => sample.changed)),
      changeToFrame: spread(of((sample) => sample.frame - sample.changed)),
      frame: spread(of((sample) => sample.painted - sample.frame)),
    },
    /** Event Timing's own durations; it is silent on interactions under 16 ms. */
    interactionToNextPaint: {
      reported: interactions.length,
      p95: quantile(interactions, 0.95),
      max: quantile(interactions, 1),
    },
  }
}

function spread(values: readonly number[]) {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95) }
}
