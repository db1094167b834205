import { type Browser, chromium, type Page } from "@playwright/test"
import { chromiumArgs, findChromium } from "../../.ci/chromium.mjs"
import type { IamConfig } from "../../src/policy/index.ts"

export function launch(): Promise<Browser> {
  const executablePath = findChromium()
  return chromium.launch({ args: chromiumArgs, ...(executablePath ? { executablePath } : {}) })
}

/** Terms that a page is measured on; absent: the machine's own. */
export interface Terms {
  readonly cpu?: number
  readonly network?: { readonly megabits: number; readonly roundTrip: number }
}

/** A slow phone. */
export const slow: Terms = { cpu: 4, network: { megabits: 1.6, roundTrip: 150 } }

/** Where a build is served, and the requests that went elsewhere. */
export interface Site {
  readonly browser: Browser
  readonly origin: string
  readonly foreign: string[]
}

/** Does something with a page of a fresh context that nothing is loaded in yet. */
export async function withPage<Result>(
  { browser, origin, foreign }: Site,
  terms: Terms,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    context.on("request", (request) => {
      const url = new URL(request.url())
      if (url.origin !== origin && /^(https?|wss?):$/.test(url.protocol)) foreign.push(url.href)
    })
    // tsx marks the functions that it sends into the page with a helper that only Node has.
    await context.addInitScript("globalThis.__name ??= (named) => named")
    const page = await context.newPage()
    await throttle(page, terms)
    return await use(page)
  } finally {
    await context.close()
  }
}

async function throttle(page: Page, { cpu, network }: Terms) {
  const session = await page.context().newCDPSession(page)
  if (cpu) await session.send("Emulation.setCPUThrottlingRate", { rate: cpu })
  if (!network) return
  const bytesPerSecond = (network.megabits * 1_000_000) / 8
  await session.send("Network.enable")
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: network.roundTrip,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  })
}

/** Opens the editor as a reload would, with these settings left in the tab. */
export async function openEditor(page: Page, origin: string, config: IamConfig) {
  const draft = {
    format: 1,
    id: "bench",
    savedAt: 0,
    state: { draft: { config, baseline: "docs" }, scope: "whole" },
  }
  await page.addInitScript((text) => {
    sessionStorage.setItem("jets-iam.tab", text)
  }, JSON.stringify(draft))
  await page.goto(`${origin}/`)
  // By selector: a role is worked out for every element, which takes seconds with 2,000 items.
  await page.locator('[role=combobox][aria-label="Add to Policy"]').waitFor()
}
