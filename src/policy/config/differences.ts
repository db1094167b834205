import type { JsonValue } from "../iam/document.ts"
import { baselines } from "./baseline.ts"
import { type Draft, isDefaultSetting, type Setting, settings } from "./config.ts"
import { defaultStates, isKept } from "./defaults.ts"
import { equalityKey } from "./equal.ts"
import { type ListEntry, listEntries } from "./item.ts"

/** What one list holds beyond what it is compared with, and what it lacks of that. */
export interface ListDifference {
  readonly setting: Setting
  readonly added: readonly ListEntry[]
  readonly removed: readonly JsonValue[]
}

/**
 * How settings differ, list by list, from a base or, without one, from Jets' defaults of their version; a list
 * that doesn't differ isn't in it. An overridden default list is compared with Jets' own default by default, as
 * checks do (DESIGN 2.5); with a base items are compared as Jets' `uniq` does.
 */
export function differences(draft: Draft, base?: Draft): readonly ListDifference[] {
  return base ? differencesFrom(base, draft) : differencesFromDefaults(draft)
}

function differencesFrom(base: Draft, draft: Draft): readonly ListDifference[] {
  return settings.flatMap((setting) => {
    const [before, after] = [base, draft].map(({ config, baseline }) =>
      listEntries(config, setting, baseline),
    )
    const added = without(after ?? [], before ?? [])
    const removed = without(before ?? [], after ?? []).map(({ value }) => value)
    return added.length + removed.length > 0 ? [{ setting, added, removed }] : []
  })
}

/** The entries that have no equal among the others. */
function without(
  entries: readonly ListEntry[],
  others: readonly ListEntry[],
): readonly ListEntry[] {
  const known = new Set(others.map(({ value }) => equalityKey(value)))
  return entries.filter(({ value }) => !known.has(equalityKey(value)))
}

function differencesFromDefaults({ config, baseline }: Draft): readonly ListDifference[] {
  return settings.flatMap((setting) => {
    if (!Object.hasOwn(config, setting)) return []
    const states = isDefaultSetting(setting) ? defaultStates(config, setting, baseline) : []
    const own = new Set(states.flatMap((state) => state.at))
    const added = listEntries(config, setting, baseline).filter(({ at }) => !own.has(at))
    const removed = states.filter((state) => !isKept(state)).map((state) => state.item)
    return added.length + removed.length > 0 ? [{ setting, added, removed }] : []
  })
}

/** A draft in one line, by which a person knows it again: "s3 and 2 more added, cloudformation removed". */
export function summarizeDraft(draft: Draft): string {
  const lists = differences(draft)
  const added = lists.flatMap((list) => list.added.map(({ value }) => nameOf(value)))
  const removed = lists.flatMap((list) =>
    list.removed.length === baselines[draft.baseline][list.setting].length &&
    list.removed.length > 1
      ? [`all of ${list.setting}`]
      : list.removed.map(nameOf),
  )
  const parts = [
    added.length > 0 ? `${listed(added)} added` : "",
    removed.length > 0 ? `${listed(removed)} removed` : "",
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(", ") : "Jets' defaults"
}

const shown = 3

function listed(names: readonly string[]): string {
  const first = names.length <= shown ? names : names.slice(0, shown - 1)
  const more = names.length - first.length
  const all = more > 0 ? [...first, `${more} more`] : first
  return all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all.at(-1)}` : all.join("")
}

function nameOf(value: JsonValue): string {
  if (typeof value === "string")
    return value.length > 60 ? `${value.slice(0, 60).toWellFormed()}…` : value
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const named = Object.entries(value).find(
    ([key, name]) => (key === "Sid" || key === "PolicyName") && typeof name === "string",
  )
  return typeof named?.[1] === "string" && named[1] !== "" ? nameOf(named[1]) : "a statement"
}
