import type { Diagnostic } from "../../config/diagnostic.ts"
import { actionOf, type ListEntry, listEntries } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { isList, type JsonObject } from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { own, partsOf } from "../parts.ts"
import { once } from "../remember.ts"
import type { Walk } from "../walk.ts"
import { covers, newBudget, type Pattern, toPattern } from "./pattern.ts"
import { itemRemoval, type Removal, statementRemovals } from "./removal.ts"

/** What of `policy` the strings of the effective default list grant already, each of them on every resource. */
export function grantedByDefaults(walk: Walk): readonly Diagnostic[] {
  const { config, baseline, entries, statements } = walk
  const { grants, grantsStatement } = readDefaults(listEntries(config, "default_policy", baseline))
  const strings = entries.flatMap(({ item, setting, at, value }) =>
    item && setting === "policy" && typeof value === "string" && grants(actionOf(value))
      ? [said(at, quoted(value), itemRemoval(walk, setting, value, at))]
      : [],
  )
  const found = statements.filter(
    ({ statement, policy }) => policy === "/policy" && grantsStatement(statement),
  )
  if (found.length === 0) return strings
  const removals = statementRemovals(walk, found)
  return [
    ...strings,
    ...found.map((placed) =>
      said(placed.at, "all that this statement allows", removals.get(placed)),
    ),
  ]
}

function said(at: Pointer, what: string, removal: Removal | undefined): Diagnostic {
  return diagnose(
    "already-granted-by-defaults",
    "info",
    at,
    `The default policy grants ${what} already, on every resource, so this gives the role nothing more. Remove it, unless you mean to take the default away.`,
    removal,
  )
}

/** So many wildcards of one service are looked at, far more than Jets has: else a hostile link takes n² steps. */
const mostPatterns = 100

const readDefaults = once((defaults: readonly ListEntry[]) => {
  const exact = new Set<string>()
  const wild = new Map<string, Pattern[]>()
  for (const { value } of defaults) {
    if (typeof value !== "string") continue
    const pattern = toPattern(actionOf(value).toLowerCase())
    exact.add(pattern.key)
    if (!pattern.isWild) continue
    const service = serviceOf(pattern.beginning)
    const group = wild.get(service) ?? []
    if (group.length < mostPatterns) group.push(pattern)
    wild.set(service, group)
  }
  const grants = (action: string): boolean => {
    const text = action.toLowerCase()
    const [same, any] = [wild.get(serviceOf(text)), wild.get("")]
    if (!same && !any) return exact.has(text)
    const inner = toPattern(text)
    const budget = newBudget()
    const matches = (outer: Pattern) => covers(outer, inner, budget)
    return exact.has(inner.key) || same?.some(matches) === true || any?.some(matches) === true
  }
  const grantsStatement = once((statement: JsonObject): boolean => {
    if (own(statement, "Effect") !== "Allow" || Object.hasOwn(statement, "NotAction")) return false
    const { actions } = partsOf(statement)
    const action = own(statement, "Action")
    const length = isList(action) ? action.length : 1
    return actions.length === length && length > 0 && actions.every(({ text }) => grants(text))
  })
  return { grants, grantsStatement }
})

/** The service of an action; "" where it isn't known. */
function serviceOf(action: string): string {
  return action.slice(0, Math.max(0, action.indexOf(":")))
}
