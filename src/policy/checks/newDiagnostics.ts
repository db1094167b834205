import type { Draft, IamConfig } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { settingAt } from "../config/edit.ts"
import { equalityKey } from "../config/equal.ts"
import { listEntries } from "../config/item.ts"
import { isWithin, type Pointer } from "../config/pointer.ts"
import type { Catalog } from "../iam/catalog.ts"
import { checkConfig } from "./check.ts"

/**
 * What the checks say of a proposal and did not say of its base (DESIGN 6, a review). A problem of an item
 * counts as known when the base has an equal item with the same problem, wherever it stands.
 */
export function newDiagnostics(
  base: Draft,
  proposal: Draft,
  catalog: Catalog,
): readonly Diagnostic[] {
  const known = new Map<string, number>()
  for (const key of keysOf(base, judge(base, catalog))) known.set(key, (known.get(key) ?? 0) + 1)
  const found = judge(proposal, catalog)
  const keys = keysOf(proposal, found)
  return found.filter((_, index) => {
    const key = keys[index] ?? ""
    const left = known.get(key) ?? 0
    known.set(key, left - 1)
    return left <= 0
  })
}

function judge({ config, baseline }: Draft, catalog: Catalog): readonly Diagnostic[] {
  return checkConfig(config, { baseline, catalog })
}

/** For each problem a text that says what is wrong with what, without its place in the list. */
function keysOf({ config }: Draft, found: readonly Diagnostic[]): readonly string[] {
  const itemOf = itemFinder(config)
  return found.map(({ code, at, subject = "", severity }) => {
    const item = itemOf(at)
    const place = item ? `${item.key}${at.slice(item.at.length)}` : at
    return JSON.stringify([code, severity, subject, place])
  })
}

/** The item of the settings that a place lies in. */
function itemFinder(config: IamConfig) {
  const places = new Map<Pointer, string>()
  return (at: Pointer): { at: Pointer; key: string } | undefined => {
    const setting = settingAt(at)
    if (!setting || !Object.hasOwn(config, setting)) return undefined
    const entry = listEntries(config, setting).find((one) => isWithin(at, one.at))
    if (!entry) return undefined
    const key = places.get(entry.at) ?? `${setting} ${equalityKey(entry.value)}`
    places.set(entry.at, key)
    return { at: entry.at, key }
  }
}
