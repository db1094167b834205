import { equalityKey } from "../../config/equal.ts"
import { isList, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { own } from "../parts.ts"
import { once } from "../remember.ts"
import { isUnconditional } from "../walk.ts"
import { eachCandidate, groupBy, type Owned } from "./covered.ts"
import { type Budget, covers, newBudget, type Pattern, toPattern } from "./pattern.ts"

/** What a statement reaches, as it is compared. */
export interface Reading {
  readonly effect: string
  /** "" without condition. */
  readonly condition: string
  /** The effect and the condition. */
  readonly kind: string
  readonly actions: Texts
  readonly resources: Texts
}

interface Texts {
  readonly all: readonly Pattern[]
  readonly keys: ReadonlySet<string>
  readonly wild: readonly Pattern[]
}

/** Reads a statement with Action and Resource; undefined for any other. */
export const readStatement = once((statement: JsonObject): Reading | undefined => {
  if (["NotAction", "NotResource"].some((key) => Object.hasOwn(statement, key))) return undefined
  const actions = texts(own(statement, "Action"), (text) => text.toLowerCase())
  const resources = texts(own(statement, "Resource"), (text) => text)
  if (actions.all.length === 0 || resources.all.length === 0) return undefined
  const effect = equalityKey(own(statement, "Effect") ?? null)
  const condition = isUnconditional(statement)
    ? ""
    : equalityKey(own(statement, "Condition") ?? null)
  return { effect, condition, kind: `${effect} ${condition}`, actions, resources }
})

function texts(value: JsonValue | undefined, comparable: (text: string) => string): Texts {
  const values = value === undefined ? [] : isList(value) ? value : [value]
  const all = values.map((one) =>
    typeof one === "string" ? toPattern(comparable(one)) : deployTime(one),
  )
  const keys = new Set(all.map(({ key }) => key))
  return { all, keys, wild: all.filter(({ isWild }) => isWild) }
}

/** A value that only the deploy knows: covered by an equal one, or by what covers all. */
function deployTime(value: JsonValue): Pattern {
  const key = `\uE002${equalityKey(value)}`
  return { key, beginning: key, isWild: false, blanked: "*" }
}

/** A statement of a policy and its place among those of the policy. */
interface Member {
  readonly reading: Reading
  readonly index: number
}

/** For statements of one policy, by index, the statement that covers each; of two that cover each other the later. */
export function coverings(readings: readonly Reading[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (readings.length < 2) return found
  const members = readings.map((reading, index) => ({ reading, index }))
  const byEffect = groupBy(members, ({ reading }) => reading.effect)
  const budget = newBudget()
  for (const alike of groupBy(members, ({ reading }) => reading.kind).values()) {
    const first = alike[0]?.reading
    const inner = first?.condition === "" ? (byEffect.get(first.effect) ?? []) : alike
    for (const outer of groupBy(alike, ({ reading }) => String(isOnAll(reading))).values())
      findCovered(inner, outer, budget, found)
  }
  return found
}

/** So many candidates are compared without looking for a shorter way. */
const few = 8

/** Looks for those of `inner` that one of `outer` covers, whose conditions are equal or none. */
function findCovered(
  inner: readonly Member[],
  outer: readonly Member[],
  budget: Budget,
  found: Map<number, number>,
): void {
  if (inner.length === 1 && inner[0] === outer[0]) return
  // On "*" the actions tell statements apart, elsewhere rather the resources.
  const actions = ({ reading }: Member) => reading.actions
  const resources = ({ reading }: Member) => reading.resources
  const isAll = outer[0] !== undefined && isOnAll(outer[0].reading)
  const near = candidates(inner, outer, isAll ? actions : resources)
  let others: typeof near | undefined
  for (const one of inner) {
    let [count, groups] = near(one)
    if (count > few) {
      others ??= candidates(inner, outer, isAll ? resources : actions)
      const [otherCount, otherGroups] = others(one)
      if (otherCount < count) groups = otherGroups
    }
    for (const group of groups)
      for (const { owner: other } of group) {
        if (budget.steps < 0) return
        if (found.has(one.index)) break
        if (other === one || !coversStatement(other.reading, one.reading, budget)) continue
        const isMutual =
          other.index > one.index && coversEachOther(other.reading, one.reading, budget)
        if (!isMutual) found.set(one.index, other.index)
      }
  }
}

function isOnAll({ resources }: Reading): boolean {
  return resources.keys.has("*")
}

/** Whether the covered one of two statements covers the other too. */
function coversEachOther(outer: Reading, inner: Reading, budget: Budget): boolean {
  return outer.kind === inner.kind && coversStatement(inner, outer, budget)
}

function coversStatement(outer: Reading, inner: Reading, budget: Budget): boolean {
  return (
    coversTexts(outer.resources, inner.resources, budget) &&
    coversTexts(outer.actions, inner.actions, budget)
  )
}

function coversTexts(outer: Texts, inner: Texts, budget: Budget): boolean {
  return inner.all.every((text) => {
    budget.steps -= 1
    return outer.keys.has(text.key) || outer.wild.some((pattern) => covers(pattern, text, budget))
  })
}

type Groups = readonly (readonly Owned<Member>[])[]

/** Which of `outer` may cover a statement, going by one text of the list that `side` names, and how many they are. */
function candidates(
  inner: readonly Member[],
  outer: readonly Member[],
  side: (member: Member) => Texts,
): (member: Member) => readonly [number, Groups] {
  const owned: Owned<Member>[] = []
  for (const owner of outer) for (const pattern of side(owner).all) owned.push({ pattern, owner })
  const exact = groupBy(owned, ({ pattern }) => pattern.key)
  const probes = new Map(inner.map((member) => [member, rarest(side(member), exact)]))
  const wider = new Map<string, Groups>()
  eachCandidate(
    new Set(probes.values()),
    owned.filter(({ pattern }) => pattern.isWild),
    (key, groups) => wider.set(key, groups),
  )
  return (member) => {
    const probe = probes.get(member) ?? ""
    const groups = [exact.get(probe) ?? [], ...(wider.get(probe) ?? [])]
    return [groups.reduce((sum, { length }) => sum + length, 0), groups]
  }
}

/** The text of a list that the fewest statements name. */
function rarest({ keys }: Texts, owned: ReadonlyMap<string, readonly unknown[]>): string {
  const [first = ""] = keys
  if (keys.size < 2) return first
  const count = (key: string) => owned.get(key)?.length ?? 0
  return [...keys].reduce((best, key) => (count(key) < count(best) ? key : best), first)
}
