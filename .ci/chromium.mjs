// Where the browser of the browser tests is: a system Chromium if there is one, else Playwright's own.
import { existsSync } from "node:fs"
import { createRequire } from "node:module"

const system = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
]

/** @returns {string | undefined} the path of an installed Chromium */
export function findChromium() {
  const found = system.find((path) => path && existsSync(path))
  if (found) return found
  const { chromium } = createRequire(import.meta.url)("playwright-core")
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

/** Chromium as root in a container, without its own network traffic. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]
