import { temporal } from "zundo"
import { createStore } from "zustand/vanilla"
import { isOutputFormat } from "../policy/index.ts"
import { type CatalogSource, createActions } from "./actions.ts"
import { createDerived } from "./derived.ts"
import { type Editing, readOnly } from "./editing.ts"
import { createHistory } from "./history.ts"
import { type AfterPaint, createSettled } from "./settled.ts"
import { type EditorState, initialState, type SavedState, undoable } from "./state.ts"

export type EditorStore = ReturnType<typeof createEditorStore>

export interface Environment {
  /** What a reload or an earlier session left. */
  readonly saved?: Partial<SavedState> | undefined
  /** What changes settings; without it nobody changes these. */
  readonly editing?: Editing
  /** The time in milliseconds, to tell a burst of typing from two changes. */
  readonly now: () => number
  readonly catalog: CatalogSource
  readonly afterPaint: AfterPaint
}

/** How many steps Undo goes back. */
const steps = 500

/** The editor's one store: state, what derives from it, what a person can do to it, and its history. */
export function createEditorStore({
  saved,
  editing = readOnly,
  now,
  catalog,
  afterPaint,
}: Environment) {
  const store = createStore<EditorState>()(
    temporal((): EditorState => ({ ...initialState, ...saved, readOnly: editing === readOnly }), {
      partialize: undoable,
      equality: (past, current) =>
        past.draft === current.draft &&
        past.text === current.text &&
        past.base === current.base &&
        past.accepted === current.accepted,
      limit: steps,
    }),
  )
  const history = createHistory(store, now)
  const derived = createDerived(editing.parseConfig)
  const settled = createSettled(store, afterPaint)
  // On a slow line the first output is worked out while React still comes.
  const { draft, scope, outputTab } = store.getState()
  if (isOutputFormat(outputTab)) derived.outputParts(draft, scope, outputTab)
  return {
    ...store,
    history,
    actions: createActions(store, history, derived, settled, catalog, editing),
    derived,
    settled,
  }
}
