import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from "react"
import { useStore } from "zustand"
import type { Diagnostic, Draft } from "../policy/index.ts"
import { checks } from "./checks.ts"
import type { Judged } from "./derived.ts"
import type { EditorState, FocusTarget } from "./state.ts"
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

/** A new object each time that something is asked to have the focus, such as a dialog. */
export function useAsked(on: FocusTarget): object | undefined {
  const focused = useEditorState((state) => state.focused)
  return focused?.on === on ? focused : undefined
}

/** Whether the JSON that is being typed can't be read, so that the draft is what it was before. */
export function useIsStale(): boolean {
  const { derived } = useEditor()
  return useEditorState(({ text }) => text !== undefined && derived.read(text).value === undefined)
}

/** In the prerendered page. */
const never = () => false

/** Whether there is something to undo and to redo. */
export function useHistory(): { canUndo: boolean; canRedo: boolean } {
  const { history } = useEditor()
  return {
    canUndo: useSyncExternalStore(history.subscribe, history.canUndo, never),
    canRedo: useSyncExternalStore(history.subscribe, history.canRedo, never),
  }
}

/** The draft as it was last painted. */
export function useSettledDraft(): Draft {
  return useStore(useEditor().settled, ({ draft }) => draft)
}

/** The JSON that a person typed otherwise than it would be written, as it was last painted. */
export function useSettledText(): string | undefined {
  return useStore(useEditor().settled, ({ text }) => text)
}

const none: Judged = { open: [], accepted: [] }

/**
 * What the checks say of the settings, or what is new in a review; nothing until their code has come. It
 * follows a key, and never holds one up.
 */
export function useJudged(): Judged {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  const readOnly = useEditorState((state) => state.readOnly)
  const base = useEditorState((state) => state.base)
  const code = useStore(checks, (state) => state.code)
  const accepted = useEditorState((state) => state.accepted)
  if (!code) return none
  const found = readOnly
    ? derived.previewDiagnostics(code, draft, base, catalog)
    : derived.diagnostics(code, draft, catalog)
  return derived.judged(code, draft.config, found, accepted)
}

/**
 * Loads what the checks need of AWS's catalog; gives whether something is still to come. Before, what needs it
 * is silent.
 */
export function useCatalogForChecks(): boolean {
  const { actions, derived } = useEditor()
  const { config } = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  const failed = useEditorState((state) => state.catalogFailed)
  const code = useStore(checks, (state) => state.code)
  const wanted = code && derived.catalogWanted(code, config, catalog)
  useEffect(() => {
    if (!wanted || failed) return
    if (wanted.parts.length > 0) actions.wantCatalog(...wanted.parts)
    if (wanted.services.length > 0) actions.wantServices(wanted.services)
  }, [actions, wanted, failed])
  return !failed && (!wanted || wanted.parts.length + wanted.services.length > 0)
}

/** What the checks say and the person doesn't accept. */
export function useDiagnostics(): readonly Diagnostic[] {
  return useJudged().open
}
