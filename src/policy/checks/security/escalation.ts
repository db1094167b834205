import type { Diagnostic, DiagnosticCode } from "../../config/diagnostic.ts"
import { joined, type Pointer } from "../../config/pointer.ts"
import { isEveryAction } from "../../iam/action.ts"
import type { JsonObject } from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { partsOf } from "../parts.ts"
import { once } from "../remember.ts"
import { isUnrestricted, type Walk } from "../walk.ts"
import { existingWays, iamWays, passRoleWays, type Way } from "./escalationWays.ts"
import { actionMatcher, stringGrants } from "./grants.ts"

/** A place that allows some of the actions on every resource, without a condition. */
interface Granting {
  readonly at: Pointer
  readonly actions: readonly string[]
}

/** Where the role grants the actions that some way needs; those that it lacks are absent. */
type Places = ReadonlyMap<string, readonly Pointer[]>

/**
 * How whoever runs the build is capable of more than its role: judged over all items and statements together
 * (cloudsplaining, PrivilegeEscalation; IAM User Guide, "Pass a role to a service").
 */
export function escalations(walk: Walk): readonly Diagnostic[] {
  const places = placesOf(walk)
  if (places.size === 0) return []
  return [
    ...judge("privilege-escalation-iam", iamWays, places),
    ...judge("privilege-escalation-pass-role", passRoleWays, places),
    ...judge("privilege-escalation-existing-resource", existingWays, places),
  ]
}

/** So many other places are named at most: each of thousands could name all others. */
const mostRelated = 10

function judge(
  code: Extract<DiagnosticCode, `privilege-escalation-${string}`>,
  ways: readonly Way[],
  places: Places,
): readonly Diagnostic[] {
  const open = new Map<Pointer, Way[]>()
  for (const way of ways) {
    if (!way.actions.every((action) => places.has(action))) continue
    for (const at of places.get(way.actions[0]) ?? []) {
      const known = open.get(at)
      if (known) known.push(way)
      else open.set(at, [way])
    }
  }
  return [...open].flatMap(([at, [way, ...others]]) => {
    if (!way) return []
    const related = relatedPlaces(at, [way, ...others], places)
    const names = listed(way.actions.map(quoted))
    const more = new Set(others.map(({ does }) => does))
    more.delete(way.does)
    const count =
      more.size === 0 ? "" : ` (and ${more.size} more ${more.size === 1 ? "way" : "ways"})`
    return diagnose(
      code,
      "security",
      at,
      `With ${names} on every resource whoever runs this build is capable of ${way.does}${count}, and so of gaining more rights than the build has. Name the resources it needs, or leave the action out.`,
      related.length > 0 ? { related } : {},
    )
  })
}

function relatedPlaces(at: Pointer, ways: readonly Way[], places: Places): readonly Pointer[] {
  const related = new Set<Pointer>()
  for (const { actions } of ways)
    for (const action of actions)
      for (const place of places.get(action) ?? []) {
        if (place !== at) related.add(place)
        if (related.size === mostRelated) return [...related]
      }
  return [...related]
}

function placesOf(walk: Walk): Places {
  const places = new Map<string, Pointer[]>()
  const add = (at: Pointer, actions: readonly string[]) => {
    for (const action of actions) {
      const known = places.get(action)
      if (known) known.push(at)
      else places.set(action, [at])
    }
  }
  for (const { action, at } of stringGrants(walk)) add(at, granted(action))
  for (const { statement, at } of walk.statements)
    for (const { at: inside, actions } of grantings(statement)) add(joined(at, inside), actions)
  return places
}

const grantings = once((statement: JsonObject): readonly Granting[] => {
  const { effect, actions } = partsOf(statement)
  if (effect !== "Allow" || !isUnrestricted(statement)) return []
  return actions.flatMap(({ text, at }) => {
    const found = granted(text)
    return found.length > 0 ? [{ at, actions: found }] : []
  })
})

const match = actionMatcher([
  ...new Set([...iamWays, ...passRoleWays, ...existingWays].flatMap(({ actions }) => actions)),
])

function granted(action: string): readonly string[] {
  return isEveryAction(action) ? [] : match(action)
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`
}
