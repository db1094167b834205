import { mkdtemp } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "vite"
import { decodeLink } from "../../src/link/link.ts"
import { type Site, withPage } from "./browser.ts"
import { figure, quantile } from "./figure.ts"
import { type HardLink, hardLinks } from "./hardLinks.ts"

/** DESIGN section 9: milliseconds at CPU 4x. */
const budget = 20
const runs = 25
const warmUp = 5

/** How long the hardest links take to read in Node, the hardest first. */
export function decoding() {
  return slowestFirst(
    hardLinks().map((link) => ({
      link,
      times: Array.from({ length: warmUp + runs }, () => {
        const start = performance.now()
        decodeLink(link.payload)
        return performance.now() - start
      }),
    })),
  )
}

/** The same in a page with the CPU slowed four times, which the budget holds for. */
export async function decodeInPage(site: Site) {
  const path = await bundle()
  return withPage(site, { cpu: 4 }, async (page) => {
    await page.addScriptTag({ path })
    const found = []
    for (const link of hardLinks()) {
      const times = await page.evaluate(timeInPage, [link.payload, warmUp + runs] as const)
      found.push({ link, times })
    }
    const all = slowestFirst(found)
    return { worst: figure(all[0]?.p95 ?? Number.NaN, "ms", budget), all }
  })
}

declare global {
  var benchLink: { decodeLink: typeof decodeLink }
}

function timeInPage([payload, times]: readonly [payload: string, times: number]): number[] {
  return Array.from({ length: times }, () => {
    const start = performance.now()
    globalThis.benchLink.decodeLink(payload)
    return performance.now() - start
  })
}

async function bundle(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "jets-iam-link-"))
  const entry = "src/link/link.ts"
  await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    build: {
      outDir,
      target: "es2024",
      lib: { entry, name: "benchLink", formats: ["iife"], fileName: () => "link.js" },
    },
  })
  return join(outDir, "link.js")
}

function slowestFirst(found: readonly { link: HardLink; times: readonly number[] }[]) {
  return found
    .map(({ link: { shape, payload }, times }) => ({
      shape,
      characters: payload.length,
      issue: decodeLink(payload).issues[0]?.code,
      first: times[0],
      p50: quantile(times.slice(warmUp), 0.5),
      p95: quantile(times.slice(warmUp), 0.95),
    }))
    .toSorted((left, right) => right.p50 - left.p50)
}
