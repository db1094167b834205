import { createStore } from "zustand/vanilla"
import type { OutputTab } from "./state.ts"
import type { writersCode } from "./writersCode.ts"

/** What writes formats other than YAML, once it has come: no page needs it to stand. */
export const writers = createStore<{ readonly code?: typeof writersCode }>(() => ({}))

/** Whether the output of a tab can be written: all but YAML needs code that comes later. */
export function canWrite(tab: OutputTab): boolean {
  const isYaml = tab === "yaml" || tab === "changes" || tab === "access"
  return isYaml || writers.getState().code !== undefined
}

/** Loads what the output of a tab needs, if it isn't there. */
export async function loadWriters(tab: OutputTab): Promise<void> {
  if (canWrite(tab)) return
  const { writersCode: code } = await import("./writersCode.ts")
  writers.setState({ code })
}
