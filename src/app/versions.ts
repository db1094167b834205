import type { BaselineName } from "../policy/index.ts"

/** What the versions of Jets are called on screen. */
export const versionNames: Readonly<Record<BaselineName, string>> = {
  docs: "6 (documentation)",
  "6.0.5": "6.0.5 (gem)",
}
