import type { Page } from "@playwright/test"
import { type Site, slow, type Terms, withPage } from "./browser.ts"
import { figure, median } from "./figure.ts"
import type { Floor } from "./floor.ts"

const contexts = 3
/** How long a page is watched once it is usable, in milliseconds: what comes in idle time counts too. */
const watched = 2_000

export interface LoadBudgets {
  readonly bytesUntilUsable: number
  readonly longestTask: number
  readonly blocking: number
  readonly paintAgainstPlain: number
  readonly usableAgainstReact: number
}

/** The editor's page, new: what comes over the wire, and how it goes on a slow phone's terms. */
export async function load(site: Site, floor: Floor, budgets: LoadBudgets) {
  const editor = `${site.origin}/`
  const first = await visit(site, editor, {})
  const until = first.files.filter((file) => file.usable)
  const slowly = await medians(site, editor)
  const plain = await medians({ ...site, origin: floor.origin }, `${floor.origin}/plain.html`, 200)
  const react = await medians({ ...site, origin: floor.origin }, `${floor.origin}/react.html`, 200)
  return {
    requests: { untilUsable: until.length, afterIdle: first.files.length },
    bytesUntilUsable: figure(total(until), "bytes", budgets.bytesUntilUsable),
    bytesAfterIdle: total(first.files),
    files: first.files,
    slow: {
      terms: slow,
      firstContentfulPaint: slowly.firstContentfulPaint,
      usable: slowly.usable,
      longestTask: figure(slowly.longestTask, "ms", budgets.longestTask),
      blocking: figure(slowly.blocking, "ms", budgets.blocking),
      paintAgainstPlain: figure(
        slowly.firstContentfulPaint / plain.firstContentfulPaint,
        "times",
        budgets.paintAgainstPlain,
      ),
      usableAgainstReact: figure(slowly.usable / react.usable, "times", budgets.usableAgainstReact),
      plainPage: { firstContentfulPaint: plain.firstContentfulPaint },
      bareReact: { usable: react.usable },
    },
  }
}

async function medians(site: Site, url: string, watch = watched) {
  const visits: Awaited<ReturnType<typeof visit>>[] = []
  for (let run = 0; run < contexts; run++) visits.push(await visit(site, url, slow, watch))
  const of = (part: (one: (typeof visits)[number]) => number) => median(visits.map(part))
  return {
    firstContentfulPaint: of((one) => one.firstContentfulPaint),
    usable: of((one) => one.usable),
    longestTask: of((one) => Math.max(0, ...one.tasks)),
    blocking: of((one) => one.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)),
  }
}

function visit(site: Site, url: string, terms: Terms, watch = watched) {
  return withPage(site, terms, async (page) => {
    await page.addInitScript(watchUsable)
    await page.goto(url)
    await page.waitForFunction(() => globalThis.benchUsable !== undefined)
    await page.waitForTimeout(watch)
    return readVisit(page)
  })
}

declare global {
  /** When the page could be used, in milliseconds since the visit began. */
  var benchUsable: number | undefined
  /** The durations of tasks over 50 ms. */
  var benchTasks: number[]
}

/** Runs in the page, before it: usable is when the add box is a live one and the output has its text. */
function watchUsable() {
  globalThis.benchTasks = []
  new PerformanceObserver((list) => {
    globalThis.benchTasks.push(...list.getEntries().map((entry) => entry.duration))
  }).observe({ type: "longtask", buffered: true })
  const look = () => {
    const box = document.querySelector('[role=combobox][aria-label="Add to Policy"]')
    const live = box && Object.keys(box).some((key) => key.startsWith("__reactProps"))
    const output = document.querySelector("[data-testid=output]")?.textContent
    if ((live || document.title === "Plain") && output) globalThis.benchUsable = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function readVisit(page: Page) {
  return page.evaluate(() => {
    const usable = globalThis.benchUsable ?? Number.NaN
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime
    const files = performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map((entry) => ({
        path: new URL(entry.name).pathname,
        bytes: entry.encodedBodySize,
        usable: entry.responseEnd <= usable,
      }))
    return {
      usable,
      firstContentfulPaint: paint ?? Number.NaN,
      tasks: globalThis.benchTasks,
      files,
    }
  })
}

function total(files: readonly { bytes: number }[]) {
  return files.reduce((sum, file) => sum + file.bytes, 0)
}
