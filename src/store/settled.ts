import { createStore } from "zustand/vanilla"
import type { TemporalStore } from "./history.ts"
import type { EditorState } from "./state.ts"

/** Runs a task once the page has painted; gives what calls that off. */
export type AfterPaint = (task: () => void) => () => void

export type Settled = ReturnType<typeof createSettled>

/** The draft and the text as they were last painted: what is worked out of them never holds a key up. */
export function createSettled(store: TemporalStore, afterPaint: AfterPaint) {
  const settled = createStore(() => settling(store.getState()))
  const settle = () => settled.setState(settling(store.getState()))
  let callOff = () => {}
  store.subscribe((state, before) => {
    if (state.draft === before.draft && state.text === before.text) return
    callOff()
    callOff = afterPaint(settle)
  })
  return {
    ...settled,
    /** For who asks for what is worked out: it must be of the draft as it is now. */
    catchUp() {
      callOff()
      settle()
    },
  }
}

const settling = ({ draft, text }: EditorState) => ({ draft, text })
