import { cpus } from "node:os"
import { resolve } from "node:path"
import { launch, type Site } from "./browser.ts"
import { decodeInPage } from "./decoding.ts"
import { domain } from "./domain.ts"
import { serveFloor } from "./floor.ts"
import { imports } from "./imports.ts"
import { jsonTab } from "./jsonTab.ts"
import { keystrokeFigures, type Typing } from "./keystroke.ts"
import { links } from "./links.ts"
import { load } from "./load.ts"
import { problems } from "./problems.ts"
import { filesOf, serve } from "./serve.ts"

const onAnyPage = { paintAgainstPlain: 1.25, longestTask: 200, blocking: 150 }

/** DESIGN section 9. */
const budgets = {
  keyP95: 20,
  keyAtFourTimes: 64,
  keyInJson: 45,
  problems: 150,
  documentsPerSecond: 10_000,
  decisionsPerSecond: 150_000,
  importMegabyte: 1_000,
  load: {
    editor: { bytesUntilUsable: 130_000, usableAgainstReact: 1.6, ...onAnyPage },
    preview: { bytesUntilUsable: 100_000, usableAgainstReact: 1.35, ...onAnyPage },
  },
}

const between = 150
const typings: readonly (Typing & { budget: number })[] = [
  { mix: "statements", items: 10, between: 80, budget: budgets.keyP95 },
  { mix: "statements", items: 200, between: 80, budget: budgets.keyP95 },
  { mix: "statements", items: 2_000, between, budget: budgets.keyP95 },
  { mix: "strings", items: 10, between: 80, budget: budgets.keyP95 },
  { mix: "strings", items: 200, between: 80, budget: budgets.keyP95 },
  { mix: "strings", items: 2_000, between, contexts: 1, budget: budgets.keyP95 },
  // As fast as people type: what follows a key must not hold up the next one.
  { mix: "statements", items: 2_000, between: 60, contexts: 1, budget: budgets.keyP95 },
  ...[10, 200, 2_000].map((items) => ({
    mix: "statements" as const,
    items,
    tab: "json" as const,
    between,
    contexts: 1,
    budget: budgets.keyInJson,
  })),
  {
    mix: "statements",
    items: 2_000,
    between: 300,
    contexts: 1,
    terms: { cpu: 4 },
    budget: budgets.keyAtFourTimes,
  },
]

const say = (text: string) =>
  process.stderr.write(`${(performance.now() / 1_000).toFixed(0)} s: ${text}\n`)

/** All that a browser measures of one build. */
async function measure(folder: string) {
  const { origin, close } = await serve(filesOf(folder))
  const browser = await launch()
  const floor = await serveFloor()
  try {
    const site: Site = { browser, origin, foreign: [] }
    const keystroke = []
    for (const { budget, ...typing } of typings) {
      say(
        `  keystroke: ${typing.items} ${typing.mix}, ${typing.tab ?? "form"}, CPU ${typing.terms?.cpu ?? 1}x`,
      )
      keystroke.push(await keystrokeFigures(site, typing, budget))
    }
    say("  problems")
    const found = await problems(site, budgets.problems)
    say("  load")
    const loaded = await load(site, floor, budgets.load)
    say("  JSON tab")
    const json = await jsonTab(site, floor)
    say("  links")
    const links = await decodeInPage(site)
    return {
      folder,
      chromium: browser.version(),
      keystroke,
      problems: found,
      load: loaded,
      jsonTab: json,
      links,
      foreignRequests: site.foreign,
    }
  } finally {
    await browser.close()
    floor.close()
    close()
  }
}

/** BENCH_BUILD measures another folder than `dist`, say one built beside somebody else's work. */
const [other] = process.argv.slice(2)
const builds = []
for (const folder of [process.env.BENCH_BUILD ?? "dist", ...(other ? [other] : [])]) {
  say(folder)
  builds.push(await measure(resolve(folder)))
}
say("in Node")
const report = {
  node: process.version,
  cpus: cpus().length,
  domain: await domain(budgets),
  imports: await imports(budgets.importMegabyte),
  links: links(),
  builds,
}
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
