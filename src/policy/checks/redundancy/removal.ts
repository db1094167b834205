import type { Setting } from "../../config/config.ts"
import { equalityKey } from "../../config/equal.ts"
import type { Fix } from "../../config/fix.ts"
import { type ListEntry, listEntries } from "../../config/item.ts"
import { type Pointer, parent } from "../../config/pointer.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { own, type PlacedText } from "../parts.ts"
import { once } from "../remember.ts"
import type { PlacedStatement, Walk } from "../walk.ts"

/** What a diagnostic has whose fix takes its place out of a list. */
export interface Removal {
  readonly subject: string
  readonly fixes: readonly Fix[]
}

/** Takes each of the texts out of its list inside a statement; all were found by one check, in their order. */
export function entryRemovals(what: string, found: readonly PlacedText[]): readonly Removal[] {
  const behind = counter(found, ({ text }) => text)
  return found.map(({ text, at }) => {
    return { subject: withRepeats(text, countDown(behind, text)), fixes: [unset(what, at)] }
  })
}

/** Takes an item out of its setting; an equal one behind it, which Jets dropped, takes its place. */
export function itemRemoval(
  walk: Walk,
  setting: Setting,
  value: JsonValue,
  at: Pointer,
  subject = textOf(value),
): Removal {
  const repeats = repeatsOf(walk, setting).get(equalityKey(value))?.length ?? 1
  return {
    subject: withRepeats(subject, repeats - 1),
    fixes: [{ title: "Remove this item", edits: [{ edit: "remove", at }] }],
  }
}

/** Takes each of the statements out that a check found; where that leaves none in a document, the whole item. */
export function statementRemovals(
  walk: Walk,
  found: readonly PlacedStatement[],
): ReadonlyMap<PlacedStatement, Removal> {
  const removals = new Map<PlacedStatement, Removal>()
  const inDocuments = new Map<Pointer, PlacedStatement[]>()
  for (const placed of found) {
    const holder = documentAt(placed.at)
    const group = holder === undefined ? undefined : inDocuments.get(holder)
    if (holder === undefined)
      removals.set(placed, itemRemoval(walk, placed.setting, placed.statement, placed.at))
    else if (group) group.push(placed)
    else inDocuments.set(holder, [placed])
  }
  if (inDocuments.size === 0) return removals
  const items = new Map(walk.entries.map((one) => [one.at, one]))
  for (const document of walk.documents) {
    const group = inDocuments.get(document.at) ?? []
    const leavesSome = group.length < length(own(document.document, "Statement"))
    const item = items.get(document.isInline ? parent(document.at) : document.at)
    const behind = counter(group, ({ statement }) => equalityKey(statement))
    for (const placed of group) {
      const more = countDown(behind, equalityKey(placed.statement))
      const subject = withRepeats(textOf(placed.statement), more)
      if (leavesSome || !item)
        removals.set(placed, { subject, fixes: [unset("statement", placed.at)] })
      else removals.set(placed, itemRemoval(walk, item.setting, item.value, item.at, subject))
    }
  }
  return removals
}

const known = new WeakMap<readonly ListEntry[], ReadonlyMap<string, readonly ListEntry[]>>()

/** What a setting's list holds, equal values together. */
export function repeatsOf(
  { config }: Walk,
  setting: Setting,
): ReadonlyMap<string, readonly ListEntry[]> {
  const entries = Object.hasOwn(config, setting) ? listEntries(config, setting) : []
  const before = known.get(entries)
  if (before) return before
  const repeats = new Map<string, ListEntry[]>()
  for (const entry of entries) {
    const key = equalityKey(entry.value)
    const same = repeats.get(key)
    if (same) same.push(entry)
    else repeats.set(key, [entry])
  }
  known.set(entries, repeats)
  return repeats
}

/** A value as one text, in which different statements differ. */
export function textOf(value: JsonValue): string {
  if (typeof value === "string") return value
  return isObject(value) ? objectText(value) : equalityKey(value)
}

const objectText = once((value: JsonObject) =>
  Object.values(value)
    .map((part) => (typeof part === "string" ? part : equalityKey(part)))
    .join(" "),
)

/** What is judged: another text as soon as one of several equal things is gone. */
export function withRepeats(subject: string, more: number): string {
  return more > 0 ? `${subject} (${more} more)` : subject
}

function unset(what: string, at: Pointer): Fix {
  return { title: `Remove this ${what}`, edits: [{ edit: "unset", at }] }
}

/** The place of the document that a statement lies in; undefined for one that is an item itself. */
function documentAt(at: Pointer): Pointer | undefined {
  const end = at.search(/\/Statement(?:\/\d+)?$/)
  if (end < 0) return undefined
  const place = at.slice(0, end)
  return place.startsWith("/") ? `/${place.slice(1)}` : ""
}

function length(statement: JsonValue | undefined): number {
  return isList(statement) ? statement.length : 1
}

function counter<T>(found: readonly T[], keyOf: (one: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of found) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

/** One less, and how many are left. */
function countDown(counts: Map<string, number>, key: string): number {
  const left = (counts.get(key) ?? 1) - 1
  counts.set(key, left)
  return left
}
