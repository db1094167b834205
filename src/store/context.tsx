import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react"
import { useStore } from "zustand"
import type { Diagnostic, Draft } from "../policy/index.ts"
import type { EditorState } from "./state.ts"
import type { EditorStore } from "./store.ts"

const StoreContext = createContext<EditorStore | undefined>(undefined)

export function StoreProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The store itself: its actions and what derives from its state. */
export function useEditor(): EditorStore {
  const store = useContext(StoreContext)
  if (!store) throw new Error("useEditor needs a StoreProvider above it")
  return store
}

/** A part of the state; the component renders again when that part changes. */
export function useEditorState<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useEditor(), select)
}

/** Whether there is something to undo and to redo. */
export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  const { history } = useEditor()
  return {
    canUndo: useSyncExternalStore(history.subscribe, history.canUndo),
    canRedo: useSyncExternalStore(history.subscribe, history.canRedo),
  }
}

/** The draft as it was last painted. */
export function useSettledDraft(): Draft {
  return useStore(useEditor().settled, ({ draft }) => draft)
}

/** What the checks say of the settings. It follows a key, and never holds one up. */
export function useDiagnostics(): readonly Diagnostic[] {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  return derived.diagnostics(draft, catalog)
}
