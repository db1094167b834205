import { createStore } from "zustand/vanilla"
import type { checksCode } from "./checksCode.ts"

/** What judges settings, once it has come: a page stands and can be used without it. */
export type Checks = typeof checksCode

export const checks = createStore<{ readonly code?: Checks }>(() => ({}))

export async function loadChecks(): Promise<void> {
  const { checksCode: code } = await import("./checksCode.ts")
  checks.setState({ code })
}
