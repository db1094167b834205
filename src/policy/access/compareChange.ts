import { type AccessLevel, accessLevels, type CatalogAction } from "../iam/catalog.ts"
import type { Doubt } from "./reach/differ.ts"
import { nothing, type Outcome } from "./reach/outcome.ts"

/** Actions of one level. */
export interface LevelChange {
  /** Undefined for what the catalog doesn't have. */
  readonly level: AccessLevel | undefined
  /** Names as AWS writes them, without the prefix, sorted. */
  readonly actions: readonly string[]
  /** Whether the service has no others of the level. */
  readonly isAll: boolean
}

/** Actions of a service to which the same happens. */
export interface ChangePart {
  /** "may": it, or how much of it, is uncertain. */
  readonly extent: "wholly" | "may"
  /** Why it is; empty for "wholly". */
  readonly because: readonly Doubt[]
  readonly count: number
  /** In the order of growing power. */
  readonly levels: readonly LevelChange[]
  /** How far the actions were and are allowed, by resources and conditions. */
  readonly before: Outcome
  readonly after: Outcome
}

/** What is gained or lost of one service, the certain first. */
export interface ServiceChange {
  readonly kind: "service"
  readonly direction: "gained" | "lost"
  /** The prefix. */
  readonly service: string
  /** AWS's name, the prefix where it isn't known. */
  readonly name: string
  /** Whether it is every action of the service, wholly. */
  readonly isAll: boolean
  readonly count: number
  readonly parts: readonly ChangePart[]
}

/** A managed policy that comes or goes, and whose document isn't known. */
export interface PolicyChange {
  readonly kind: "policy"
  readonly direction: "gained" | "lost"
  readonly policy: string
}

/** An entry of what a change gains or loses. */
export type AccessChange = ServiceChange | PolicyChange

/** An action that changes, and how. */
export interface ChangedAction {
  readonly name: string
  readonly level: AccessLevel | undefined
  readonly doubts: ReadonlySet<Doubt>
  readonly before: Outcome
  readonly after: Outcome
}

/** Puts the changed actions of one service together; `all` are the service's actions in the catalog. */
export function changeOf(
  of: Pick<ServiceChange, "direction" | "service" | "name">,
  changed: readonly ChangedAction[],
  all: readonly CatalogAction[],
): ServiceChange {
  const groups = new Map<string, ChangedAction[]>()
  for (const action of changed) {
    const key = `${[...action.doubts].sort()} ${keyOf(action.before)} ${keyOf(action.after)}`
    const group = groups.get(key)
    if (group) group.push(action)
    else groups.set(key, [action])
  }
  const parts = Array.from(groups.values(), (group) => partOf(group, all)).sort(byCertainty)
  const [first] = parts
  const isAll = first?.extent === "wholly" && all.length > 0 && first.count === all.length
  return { kind: "service", ...of, isAll, count: changed.length, parts }
}

function partOf(group: readonly ChangedAction[], all: readonly CatalogAction[]): ChangePart {
  const [first] = group
  const because = [...(first?.doubts ?? [])].sort()
  const levels = [...accessLevels, undefined].flatMap((level): LevelChange[] => {
    const of = group.filter((action) => action.level === level)
    const actions = of.map(({ name }) => name).sort()
    if (actions.length === 0) return []
    const total = all.filter((action) => action.level === level).length
    return [{ level, actions, isAll: actions.length === total }]
  })
  return {
    extent: because.length === 0 ? "wholly" : "may",
    because,
    count: group.length,
    levels,
    before: first?.before ?? nothing,
    after: first?.after ?? nothing,
  }
}

const keys = new WeakMap<Outcome, string>()

function keyOf(outcome: Outcome): string {
  const known = keys.get(outcome)
  if (known !== undefined) return known
  const { extent, isEverywhere, resources, isConditional, isReduced } = outcome
  const key = JSON.stringify([extent, isEverywhere, isConditional, isReduced, resources])
  keys.set(outcome, key)
  return key
}

function byCertainty(one: ChangePart, other: ChangePart): number {
  if (one.extent !== other.extent) return one.extent === "wholly" ? -1 : 1
  return other.count - one.count
}

/** How many actions of each level change: what services are ordered by. */
export function powerOf({ service, parts }: ServiceChange) {
  const levels = accessLevels.map((level) => {
    const of = parts.flatMap((part) => part.levels).filter((each) => each.level === level)
    return { level, allowed: of.reduce((sum, { actions }) => sum + actions.length, 0) }
  })
  return { service, levels }
}
