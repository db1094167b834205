import { type BaselineName, baselineNames, type IamConfig } from "../policy/index.ts"
import type { SavedState, Saving } from "./state.ts"

/** The part of the browser's storages that is used; a blocked one throws. */
export type KeyValueStorage = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">

export interface Storages {
  /** The tab's own. */
  readonly session: () => KeyValueStorage
  /** All tabs'. */
  readonly local: () => KeyValueStorage
}

/** One key a draft, so that two tabs never write to the same one. */
const draftKey = "jets-iam.draft."
/** The tab's own copy, which a reload starts from. */
const tabKey = "jets-iam.tab"
/** How many drafts are kept for later tabs. */
const keptDrafts = 30

interface SavedDraft {
  readonly format: 1
  readonly id: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly state: SavedState
}

/** What this tab left before a reload, else the newest draft of any tab; undefined: a new start. */
export function loadSaved(storages: Storages): { id?: string; state: SavedState } | undefined {
  const own = attempt(() => readDraft(storages.session().getItem(tabKey)))
  if (own) return { id: own.id, state: own.state }
  const newest = attempt(() => allDrafts(storages.local())[0])
  return newest && { state: newest.state }
}

/** Writes the draft for a reload of this tab and for the next new one. */
export function saveDraft(
  storages: Storages,
  id: string,
  state: SavedState,
  savedAt: number,
): Saving {
  const draft: SavedDraft = { format: 1, id, savedAt, state }
  const text = JSON.stringify(draft)
  try {
    storages.session().setItem(tabKey, text)
    storages.local().setItem(draftKey + id, text)
  } catch (error) {
    return isFull(error) ? "full" : "blocked"
  }
  attempt(() => {
    const local = storages.local()
    for (const old of allDrafts(local).slice(keptDrafts)) local.removeItem(draftKey + old.id)
  })
  return "saved"
}

function allDrafts(local: KeyValueStorage): readonly SavedDraft[] {
  return Array.from({ length: local.length }, (_, index) => local.key(index))
    .flatMap((key) => (key?.startsWith(draftKey) ? (readDraft(local.getItem(key)) ?? []) : []))
    .sort((left, right) => right.savedAt - left.savedAt)
}

function readDraft(text: string | null): SavedDraft | undefined {
  const value: unknown = attempt(() => JSON.parse(text ?? ""))
  if (!isRecord(value) || value.format !== 1 || !isRecord(value.state)) return undefined
  const { id, savedAt, state } = value
  const { draft, scope } = state
  if (typeof id !== "string" || typeof savedAt !== "number" || !isRecord(draft)) return undefined
  const { config, baseline } = draft
  if (!isConfig(config) || !isBaseline(baseline)) return undefined
  return {
    format: 1,
    id,
    savedAt,
    state: { draft: { config, baseline }, scope: scope === "custom" ? "custom" : "whole" },
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
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
