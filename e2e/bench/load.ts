import type { Page } from "@playwright/test"
import { encodeLink, type Shared } from "../../src/link/link.ts"
import { type Site, slow, type Terms, withPage } from "./browser.ts"
import { figure, median } from "./figure.ts"
import type { Floor } from "./floor.ts"

const contexts = 15
/** How long a page is watched once it is usable, in milliseconds: what comes in idle time counts too. */
const watched = 2_000

export interface LoadBudgets {
  readonly bytesUntilUsable: number
  readonly paintAgainstPlain: number
  readonly usableAgainstReact: number
  readonly longestTask: number
  readonly blocking: number
}

/** What a preview link holds. */
const shared: Shared = {
  config: {
    policy: [
      "s3",
      "ec2",
      { Sid: "Read", Effect: "Allow", Action: ["dynamodb:Query"], Resource: "*" },
    ],
    managed_policy: ["AmazonS3FullAccess"],
  },
  baseline: "docs",
}

/** A page, and the control that a person would use first. */
interface Target {
  readonly site: Site
  readonly path: string
  readonly control: string
}

const addBox = '[role=combobox][aria-label="Add to Policy"]'
const copyButton = 'button[title^="Copy this output"]'

/** A new editor and a preview: what comes over the wire, and how it goes on a slow phone's terms. */
export async function load(
  site: Site,
  floor: Floor,
  budgets: { readonly editor: LoadBudgets; readonly preview: LoadBudgets },
) {
  const bare = { ...site, origin: floor.origin }
  const targets: readonly Target[] = [
    { site: bare, path: "/plain.html", control: addBox },
    { site: bare, path: "/react.html", control: addBox },
    { site, path: "/", control: addBox },
    { site, path: `/#/p/${encodeLink(shared)}`, control: copyButton },
  ]
  // First at full speed, which leaves every answer of the servers ready.
  for (const target of targets) await visit(target, {})
  // In turn, so that what else the machine does falls on all of them alike.
  const rounds: Visit[][] = []
  for (let run = 0; run < contexts; run++) {
    const round: Visit[] = []
    for (const target of targets) round.push(await visit(target, slow))
    rounds.push(round)
  }
  const [plain, react, editor, preview] = targets.map((_, index) =>
    medians(rounds.flatMap((round) => round[index] ?? [])),
  )
  const [, , editorVisit, previewVisit] = rounds[0] ?? []
  if (!plain || !react || !editor || !preview || !editorVisit || !previewVisit)
    throw new Error("no visit")
  const floors = { plain, react }
  return {
    terms: slow,
    plainPage: { firstContentfulPaint: plain.firstContentfulPaint },
    bareReact: { usable: react.usable },
    editor: report(editorVisit, editor, floors, budgets.editor),
    preview: report(previewVisit, preview, floors, budgets.preview),
  }
}

function report(
  { files }: Visit,
  slowly: Medians,
  floors: { readonly plain: Medians; readonly react: Medians },
  budgets: LoadBudgets,
) {
  const until = files.filter((file) => file.usable)
  const { firstContentfulPaint, usable, longestTask, blocking } = slowly
  return {
    requests: { untilUsable: until.length, afterIdle: files.length },
    bytesUntilUsable: figure(total(until), "bytes", budgets.bytesUntilUsable),
    bytesAfterIdle: total(files),
    firstContentfulPaint,
    paintAgainstPlain: figure(
      firstContentfulPaint / floors.plain.firstContentfulPaint,
      "times",
      budgets.paintAgainstPlain,
    ),
    usable,
    usableAgainstReact: figure(usable / floors.react.usable, "times", budgets.usableAgainstReact),
    longestTask: figure(longestTask, "ms", budgets.longestTask),
    blocking: figure(blocking, "ms", budgets.blocking),
    files: until,
  }
}

type Visit = Awaited<ReturnType<typeof visit>>
type Medians = ReturnType<typeof medians>

function medians(visits: readonly Visit[]) {
  const of = (part: (one: Visit) => number) => median(visits.map(part))
  return {
    firstContentfulPaint: of((one) => one.firstContentfulPaint),
    usable: of((one) => one.usable),
    longestTask: of((one) => Math.max(0, ...one.tasks)),
    blocking: of((one) => one.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)),
  }
}

function visit({ site, path, control }: Target, terms: Terms) {
  return withPage(site, terms, async (page) => {
    await page.addInitScript(watchUsable, control)
    await page.goto(site.origin + path)
    await page.waitForFunction(() => globalThis.benchUsable !== undefined)
    await page.waitForTimeout(watched)
    return readVisit(page)
  })
}

declare global {
  /** When the page could be used, in milliseconds since the visit began. */
  var benchUsable: number | undefined
  /** The durations of tasks over 50 ms. */
  var benchTasks: number[]
}

/**
 * Runs in the page, before it: usable is when the control and the output are React's own, not only what was
 * prerendered, and the output has its text.
 */
function watchUsable(control: string) {
  globalThis.benchTasks = []
  new PerformanceObserver((list) => {
    globalThis.benchTasks.push(...list.getEntries().map((entry) => entry.duration))
  }).observe({ type: "longtask", buffered: true })
  const isLive = (part: Element | null) =>
    part !== null &&
    !part.closest("[inert]") &&
    (document.title === "Plain" || Object.keys(part).some((key) => key.startsWith("__reactProps")))
  const look = () => {
    const output = document.querySelector("[data-testid=output]")
    if (isLive(document.querySelector(control)) && isLive(output) && output?.textContent)
      globalThis.benchUsable = performance.now()
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
