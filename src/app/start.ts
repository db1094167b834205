import { fullEditing } from "../store/fullEditing.ts"
import { loadSaved, type Storages, saveDraft, unreadableDraft } from "../store/persistence.ts"
import { isSaved, saved as savedPart } from "../store/state.ts"
import { createEditorStore, type EditorStore } from "../store/store.ts"
import { afterPaint, whenIdle } from "../ui/schedule.ts"
import { catalogSource } from "./catalogSource.ts"

export const storages: Storages = { session: () => sessionStorage, local: () => localStorage }
/** How long after the last change it is saved at the earliest, in milliseconds; leaving the page saves at once. */
const saveDelay = 300

const notRead = {
  newer:
    "Your last draft was written by a newer version of this editor, so this one can't open it. It is kept: reload the page for the newest version.",
  damaged:
    "Your last draft can't be read any more: what this browser kept of it is damaged. It is left as it is, and you start anew.",
} as const

let editor: EditorStore | undefined

/** The tab's one editor, with what an earlier visit left, saved from now on at every change. */
export function theEditor(): EditorStore {
  editor ??= startEditor()
  return editor
}

function startEditor(): EditorStore {
  const saved = loadSaved(storages)
  const store = createEditorStore({
    saved: saved?.state,
    editing: fullEditing,
    now: Date.now,
    catalog: catalogSource,
    afterPaint,
  })
  const unreadable = unreadableDraft(storages)
  if (unreadable) store.actions.notify(notRead[unreadable])
  let id = heldId(saved?.id)
  let waiting: ReturnType<typeof setTimeout> | undefined
  let unsaved = false
  const save = (state = store.getState()) => {
    if (!unsaved) return
    clearTimeout(waiting)
    unsaved = false
    store.actions.setSaving(saveDraft(storages, id(), savedPart(state), Date.now()))
  }
  store.subscribe((state, before) => {
    if (isSaved(state, before)) return
    if (state.notice !== before.notice && state.notice?.replacesAll) {
      // What was there stays among the earlier drafts.
      save(before)
      id = heldId(undefined)
    }
    unsaved = true
    clearTimeout(waiting)
    waiting = setTimeout(() => whenIdle(() => save()), saveDelay)
  })
  addEventListener("pagehide", () => save())
  addEventListener("visibilitychange", () => save())
  return store
}

/**
 * The draft's id: the one that a reload left, unless another tab holds it. (A duplicated tab starts with a
 * copy of the session.)
 */
function heldId(left: string | undefined): () => string {
  let id = left ?? crypto.randomUUID()
  const hold = (name: string) =>
    navigator.locks?.request(`jets-iam.draft.${name}`, { ifAvailable: true }, (lock) => {
      if (lock) return new Promise<never>(() => {})
      id = crypto.randomUUID()
      hold(id)
      return undefined
    })
  hold(id)
  return () => id
}
