import { openEditor, type Site, type Terms, withPage } from "./browser.ts"
import { figure, quantile } from "./figure.ts"
import { type Sample, startProbe } from "./probe.ts"
import { type Mix, settingsOf, sid } from "./settings.ts"
import { openTyped, openTypedJson, pause } from "./typing.ts"

export interface Typing {
  readonly mix: Mix
  readonly items: number
  /** Where is typed: an item's JSON in the form if absent. */
  readonly tab?: "form" | "json"
  readonly terms?: Terms
  /** Fresh contexts that the keys are shared among; 2 if absent. */
  readonly contexts?: number
  /** Milliseconds between two keys, about. */
  readonly between: number
}

const keys = 40
const warmUp = 15

/** From a key in an item's JSON to the painted output that shows it. */
export async function keystroke(site: Site, typing: Typing) {
  const { contexts = 2 } = typing
  const samples: Sample[] = []
  const interactions: number[] = []
  for (let run = 0; run < contexts; run++) {
    const found = await withPage(site, typing.terms ?? {}, async (page) => {
      await openEditor(page, site.origin, settingsOf(typing.items, typing.mix))
      if (typing.tab === "json") await openTypedJson(page, sid)
      else await openTyped(page, typing.items, sid)
      await page.evaluate(showTyped, sid)
      await pause(700)
      let typed = ""
      const type = async () => {
        const digit = String(typed.length % 10)
        await page.keyboard.press(digit)
        typed += digit
        await pause(typing.between)
      }
      for (let key = 0; key < warmUp; key++) await type()
      await page.evaluate(startProbe, { watched: "[data-testid=output]" })
      for (let key = 0; key < keys / contexts; key++) await type()
      await pause(300)
      const output = await page.getByTestId("output").textContent()
      if (!output?.includes(sid + typed)) throw new Error(`the output lacks ${sid + typed}`)
      return page.evaluate(() => ({
        samples: globalThis.benchSamples,
        interactions: [...globalThis.benchInteractions.values()],
      }))
    })
    samples.push(...found.samples)
    interactions.push(...found.interactions)
  }
  return { samples, interactions }
}

/** Runs in the page: scrolls the output to the line that the keys change. */
function showTyped(mark: string) {
  const output = document.querySelector("[data-testid=output]")
  if (!output) throw new Error("no output")
  const texts = document.createTreeWalker(output, NodeFilter.SHOW_TEXT)
  while (texts.nextNode())
    if (texts.currentNode.textContent?.includes(mark))
      texts.currentNode.parentElement?.scrollIntoView({ block: "center" })
}

/** The figures of one way of typing; `budget` holds for the 95th percentile. */
export async function keystrokeFigures(site: Site, typing: Typing, budget: number) {
  const { samples, interactions } = await keystroke(site, typing)
  const of = (part: (sample: Sample) => number) => samples.map(part)
  return {
    items: typing.items,
    mix: typing.mix,
    tab: typing.tab ?? "form",
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
