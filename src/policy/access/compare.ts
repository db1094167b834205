import type { Catalog, CatalogAction } from "../iam/catalog.ts"
import type { Role } from "../role/build.ts"
import {
  type AccessChange,
  type ChangedAction,
  changeOf,
  type PolicyChange,
  powerOf,
  type ServiceChange,
} from "./compareChange.ts"
import { type Difference, differ } from "./reach/differ.ts"
import { byPower } from "./reach/levels.ts"
import { outcomeOf } from "./reach/outcome.ts"
import { type RoleReach, roleReach } from "./reach/roleReach.ts"
import type { ReachClass } from "./reach/statementReach.ts"

/** What a change of a role gains and loses, the most powerful services first, as summarizeAccess has them. */
export interface AccessComparison {
  readonly gained: readonly AccessChange[]
  readonly lost: readonly AccessChange[]
}

/**
 * The permissions that `after` has and `before` hasn't, and the other way round (DESIGN 6.1). Certain is what one
 * side doesn't allow at all and the other on every resource without a condition. "May" is all else: conditions,
 * NotAction, a Deny of a part, resources, managed policies that aren't known. An Allow more never loses, a Deny
 * more never gains, and what says the same changes nothing.
 */
export function compareAccess(before: Role, after: Role, catalog: Catalog): AccessComparison {
  const [was, is] = [roleReach(before, catalog), roleReach(after, catalog)]
  const changes = serviceChanges(was, is, catalog)
  const inOrder = (direction: ServiceChange["direction"]) =>
    changes
      .filter((change) => change.direction === direction)
      .map((change) => ({ change, ...powerOf(change) }))
      .sort(byPower)
      .map(({ change }) => change)
  return {
    gained: [...inOrder("gained"), ...policyChanges("gained", is, was)],
    lost: [...inOrder("lost"), ...policyChanges("lost", was, is)],
  }
}

function policyChanges(
  direction: PolicyChange["direction"],
  { unknown }: RoleReach,
  other: RoleReach,
): readonly PolicyChange[] {
  const known = new Set(other.unknown)
  return unknown
    .filter((arn) => !known.has(arn))
    .map((policy) => ({ kind: "policy", direction, policy }))
}

function serviceChanges(was: RoleReach, is: RoleReach, catalog: Catalog): readonly ServiceChange[] {
  const compare = comparer(was.unknown.length + is.unknown.length > 0)
  const foreign = foreignByService([...was.foreign, ...is.foreign])
  const changes: ServiceChange[] = []
  const note = (
    service: string,
    actions: readonly CatalogAction[],
    changed: readonly (readonly [ChangedAction | undefined, ChangedAction | undefined])[],
  ) => {
    const name = catalog.services?.get(service)?.name ?? service
    for (const [index, direction] of (["gained", "lost"] as const).entries()) {
      const of = changed.flatMap((pair) => pair[index] ?? [])
      if (of.length > 0) changes.push(changeOf({ direction, service, name }, of, actions))
    }
  }
  const ofTexts = (service: string) =>
    (foreign.get(service) ?? []).map((text) =>
      compare(
        { name: text.slice(text.indexOf(":") + 1), level: undefined },
        was.classOfText(text),
        is.classOfText(text),
      ),
    )
  for (const { prefix, first, actions } of was.index.services) {
    const known = actions.map((action, index) =>
      compare(action, was.classOf(first + index), is.classOf(first + index)),
    )
    note(prefix, actions, [...known, ...ofTexts(prefix)])
  }
  for (const service of foreign.keys())
    if (!was.index.byPrefix.has(service)) note(service, [], ofTexts(service))
  return changes
}

/** Compares an action's statements before and after; alike pairs of them once. */
function comparer(isUnsure: boolean) {
  const known = new Map<ReachClass, Map<ReachClass, Difference>>()
  return (
    { name, level }: Pick<ChangedAction, "name" | "level">,
    before: ReachClass,
    after: ReachClass,
  ): readonly [ChangedAction | undefined, ChangedAction | undefined] => {
    if (before === after) return unchanged
    const ofBefore = known.get(before) ?? new Map<ReachClass, Difference>()
    const found = ofBefore.get(after) ?? differ(before, after)
    if (ofBefore.size === 0) known.set(before, ofBefore)
    ofBefore.set(after, found)
    const { gained, lost } = found
    if (!gained && !lost) return unchanged
    const changed = (doubts: Difference["gained"]): ChangedAction | undefined => {
      if (!doubts) return undefined
      const all = new Set(doubts)
      if (isUnsure) all.add("unknown-policies")
      if (level === undefined) all.add("unknown-action")
      return { name, level, doubts: all, before: outcomeOf(before), after: outcomeOf(after) }
    }
    return [changed(gained), changed(lost)]
  }
}

const unchanged = [undefined, undefined] as const

function foreignByService(texts: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const text of new Set(texts)) {
    const service = text.includes(":") ? text.slice(0, text.indexOf(":")) : text
    const list = found.get(service)
    if (list) list.push(text)
    else found.set(service, [text])
  }
  return found
}
