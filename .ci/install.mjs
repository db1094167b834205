// Installs what is missing and nothing else: the packages of the lock file, and with --browser a
// Chromium for the browser tests. Plain JavaScript, because it runs before anything is installed.
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const run = (command, ...args) =>
  execFileSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  })

const lock = readFileSync(join(root, "package-lock.json"), "utf8")
const installed = join(root, "node_modules", ".installed-lock.json")
if (!existsSync(installed) || readFileSync(installed, "utf8") !== lock) {
  run("npm", "ci", "--no-audit", "--no-fund")
  writeFileSync(installed, lock)
}

if (process.argv.includes("--browser")) {
  const { findChromium } = await import("./chromium.mjs")
  if (!findChromium()) {
    try {
      run("apt-get", "update", "-qq")
      run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
    } catch {
      run("npx", "playwright", "install", "chromium")
    }
  }
}
