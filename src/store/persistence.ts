import { type BaselineName, baselineNames, type Draft, type IamConfig } from "../policy/index.ts"
import { draftKey, tabKey } from "./keys.ts"
import { type Accepted, outputTabs, type SavedState, type Saving } from "./state.ts"

/** The part of the browser's storages that is used; a blocked one throws. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

export interface Storages {
  /** The tab's own. */
  readonly session: () => KeyValueStorage
  /** All tabs'. */
  readonly local: () => KeyValueStorage
}

/** How many drafts are kept for later tabs. */
const keptDrafts = 30

/** A draft as it was saved last. */
export interface SavedDraft {
  readonly format: 1
  readonly id: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly state: SavedState
}

/**
 * What this tab left before a reload, else the newest draft of any tab; undefined: a new start. The id is
 * the draft's, where saving under it overwrites nothing that can't be read.
 */
export function loadSaved(storages: Storages): { id?: string; state: SavedState } | undefined {
  const own = attempt(() => allDrafts(storages.session(), tabKey)[0]?.draft)
  if (!own) {
    const newest = attempt(() => allDrafts(storages.local(), draftKey)[0]?.draft)
    return newest && { state: newest.state }
  }
  const places = placesOf(storages, own.id).map(({ storage, key }) => {
    const text = attempt(() => storage().getItem(key)) ?? null
    return { draft: readDraft(text), free: text === null }
  })
  // One storage can have been full when the other was not.
  const { state } = places.reduce(
    (latest, { draft }) => (draft && draft.savedAt > latest.savedAt ? draft : latest),
    own,
  )
  const mine = places.every(({ draft, free }) => free || draft)
  return mine ? { id: own.id, state } : { state }
}

/**
 * Why the draft that should come back doesn't: it was written by a newer version of the editor, or is damaged.
 * It is left as it is. Undefined where there is none, or another one came back.
 */
export function unreadableDraft(storages: Storages): "newer" | "damaged" | undefined {
  for (const { storage, prefix } of placesOf(storages, "")) {
    const texts = attempt(() => textsIn(storage(), prefix)) ?? []
    if (texts.some((text) => readDraft(text))) return undefined
    if (texts.length > 0) return texts.some(isNewer) ? "newer" : "damaged"
  }
  return undefined
}

function textsIn(storage: KeyValueStorage, prefix: string): readonly string[] {
  return keysOf(storage, prefix).map((key) => storage.getItem(key) ?? "")
}

function isNewer(text: string): boolean {
  const value: unknown = attempt(() => JSON.parse(text))
  return isRecord(value) && typeof value.format === "number" && value.format > 1
}

/** All drafts that this browser keeps, the newest first; none where its storage is blocked. */
export function listDrafts(storages: Storages): readonly SavedDraft[] {
  return attempt(() => allDrafts(storages.local(), draftKey).map(({ draft }) => draft)) ?? []
}

/**
 * Writes the draft for a reload of this tab and for the next new one, each as far as it can be. `saved`
 * means both.
 */
export function saveDraft(
  storages: Storages,
  id: string,
  state: SavedState,
  savedAt: number,
): Saving {
  const draft: SavedDraft = { format: 1, id, savedAt, state }
  const text = JSON.stringify(draft)
  const results = placesOf(storages, id).map(({ storage, prefix, key, kept }): Saving => {
    try {
      storage().setItem(key, text)
    } catch (error) {
      return isFull(error) ? "full" : "blocked"
    }
    attempt(() => dropOldest(storage(), prefix, key, kept))
    return "saved"
  })
  return results.find((result) => result !== "saved") ?? "saved"
}

/** Where a draft is kept, and how many of its kind are. */
function placesOf({ session, local }: Storages, id: string) {
  return [
    { storage: session, prefix: tabKey, key: `${tabKey}.${id}`, kept: 1 },
    { storage: local, prefix: draftKey, key: `${draftKey}${id}`, kept: keptDrafts },
  ]
}

/** Drops the oldest drafts but never the one just written, nor what can't be read. */
function dropOldest(storage: KeyValueStorage, prefix: string, own: string, kept: number): void {
  if (keysOf(storage, prefix).length <= kept) return
  const others = allDrafts(storage, prefix).filter(({ key }) => key !== own)
  for (const { key } of others.slice(kept - 1)) storage.removeItem(key)
}

function keysOf(storage: KeyValueStorage, prefix: string): readonly string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key): key is string => key?.startsWith(prefix) === true,
  )
}

/** The drafts that can be read, the newest first. */
function allDrafts(
  storage: KeyValueStorage,
  prefix: string,
): readonly { key: string; draft: SavedDraft }[] {
  return keysOf(storage, prefix)
    .flatMap((key) => {
      const draft = readDraft(storage.getItem(key))
      return draft ? [{ key, draft }] : []
    })
    .sort((left, right) => right.draft.savedAt - left.draft.savedAt)
}

function readDraft(text: string | null): SavedDraft | undefined {
  const value: unknown = attempt(() => JSON.parse(text ?? ""))
  if (!isRecord(value) || value.format !== 1 || !isRecord(value.state)) return undefined
  const { id, savedAt, state } = value
  const draft = toDraft(state.draft)
  if (typeof id !== "string" || !isTime(savedAt) || !draft) return undefined
  return {
    format: 1,
    id,
    savedAt,
    state: {
      draft,
      text: typeof state.text === "string" ? state.text : undefined,
      base: toDraft(state.base),
      accepted: Array.isArray(state.accepted) ? state.accepted.filter(isAccepted) : [],
      scope: state.scope === "custom" ? "custom" : "whole",
      editorTab: state.editorTab === "json" ? "json" : "form",
      outputTab: outputTabs.find((tab) => tab === state.outputTab) ?? "yaml",
    },
  }
}

function toDraft(value: unknown): Draft | undefined {
  if (!isRecord(value)) return undefined
  const { config, baseline } = value
  return isConfig(config) && isBaseline(baseline) ? { config, baseline } : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const isAccepted = (value: unknown): value is Accepted =>
  isRecord(value) && typeof value.identity === "string" && typeof value.reason === "string"
/** Not Infinity, which 1e999 is read as. */
const isTime = (value: unknown): value is number => Number.isFinite(value)
/** The text is JSON, so an object in it holds JSON. */
const isConfig = (value: unknown): value is IamConfig => isRecord(value)
const isBaseline = (value: unknown): value is BaselineName =>
  baselineNames.some((name) => name === value)

function isFull(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError"
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
