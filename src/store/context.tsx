import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react"
import { useStore } from "zustand"
import type { Diagnostic, Draft } from "../policy/index.ts"
import type { EditorState } from "./state.ts"
import type { EditorStore } from "./store.ts"

const StoreContext = createContext<EditorStore | undefined>(undefined)

const SettledContext = createContext<Draft | undefined>(undefined)

export function StoreProvider({ store, children }: { store: EditorStore; children: ReactNode }) {
  return (
    <StoreContext value={store}>
      <SettledProvider>{children}</SettledProvider>
    </StoreContext>
  )
}

/** Hands on the draft as it was last painted: what follows from it never holds a key up. */
function SettledProvider({ children }: { children: ReactNode }) {
  const draft = useEditorState((state) => state.draft)
  const [settled, setSettled] = useState(draft)
  useEffect(() => {
    if (draft === settled) return
    let task: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setSettled(draft)))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(task)
    }
  }, [draft, settled])
  return <SettledContext value={settled}>{children}</SettledContext>
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
  const settled = useContext(SettledContext)
  if (!settled) throw new Error("useSettledDraft needs a StoreProvider above it")
  return settled
}

/** What the checks say of the settings. It follows a key, and never holds one up. */
export function useDiagnostics(): readonly Diagnostic[] {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  return derived.diagnostics(draft, catalog)
}
