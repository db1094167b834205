import { createStore } from "zustand/vanilla"
import type { TemporalStore } from "./history.ts"

/** Runs a task once the page has painted; gives what calls that off. */
export type AfterPaint = (task: () => void) => () => void

/** The draft as it was last painted: what is worked out of it never holds a key up. */
export function createSettled(store: TemporalStore, afterPaint: AfterPaint) {
  const settled = createStore(() => ({ draft: store.getState().draft }))
  let callOff = () => {}
  store.subscribe(({ draft }, before) => {
    if (draft === before.draft) return
    callOff()
    callOff = afterPaint(() => settled.setState({ draft }))
  })
  return settled
}
