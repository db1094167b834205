import type { TemporalState } from "zundo"
import type { StoreApi } from "zustand/vanilla"
import type { EditorState, UndoableState } from "./state.ts"

export type TemporalStore = StoreApi<EditorState> & {
  readonly temporal: StoreApi<TemporalState<UndoableState>>
}

export type History = ReturnType<typeof createHistory>

/** Changes of one burst closer together than this, in milliseconds, are one step. */
const burstGap = 1_000

/** One history for everything. Changes that name the same burst in quick succession are one step. */
export function createHistory(store: TemporalStore, now: () => number) {
  const temporal = store.temporal
  let burst: { name: string; at: number } | undefined

  return {
    /** Carries out a change as a step of its own, or as a part of the running burst. */
    record(change: Partial<EditorState>, name?: string) {
      const at = now()
      const continues = name !== undefined && burst?.name === name && at - burst.at < burstGap
      burst = name === undefined ? undefined : { name, at }
      if (continues) temporal.getState().pause()
      try {
        store.setState(change)
      } finally {
        if (continues) temporal.getState().resume()
      }
    },
    undo() {
      burst = undefined
      temporal.getState().undo()
      store.setState({ notice: undefined })
    },
    redo() {
      burst = undefined
      temporal.getState().redo()
      store.setState({ notice: undefined })
    },
    canUndo: () => temporal.getState().pastStates.length > 0,
    canRedo: () => temporal.getState().futureStates.length > 0,
    subscribe: temporal.subscribe,
  }
}
