import { createStore } from "zustand/vanilla"
import type { writersCode } from "./writersCode.ts"

/** What writes formats other than YAML, once it has come: no page needs it to stand. */
export const writers = createStore<{ readonly code?: typeof writersCode }>(() => ({}))

export async function loadWriters(): Promise<void> {
  if (writers.getState().code) return
  const { writersCode: code } = await import("./writersCode.ts")
  writers.setState({ code })
}
