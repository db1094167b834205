import { resourceCovers } from "./covers.ts"
import { isPlain, outcomeOf } from "./outcome.ts"
import type { PlacedReach, ReachClass, StatementReach } from "./statementReach.ts"

/** Why it can't be said for certain that a permission, or all of it, is gained or lost. */
export type Doubt = "condition" | "not-action" | "resources" | "unknown-policies" | "unknown-action"

/** What a change does to a permission in one direction; undefined doubts: nothing. */
export interface Difference {
  readonly gained: ReadonlySet<Doubt> | undefined
  readonly lost: ReadonlySet<Doubt> | undefined
}

const same: Difference = { gained: undefined, lost: undefined }

/**
 * Whether the statements of `after` allow something that those of `before` don't, and the other way round. No
 * doubts: all of the permission, which was, or is, not allowed at all on the other side.
 */
export function differ(before: ReachClass, after: ReachClass): Difference {
  if (before === after) return same
  return { gained: gain(before, after), lost: gain(after, before) }
}

function gain(before: ReachClass, after: ReachClass): ReadonlySet<Doubt> | undefined {
  const [was, is] = [outcomeOf(before), outcomeOf(after)]
  if (is.extent === "none") return undefined
  const isNew = was.extent === "none"
  const more = isNew ? after.allows : uncovered(after.allows, before.allows)
  const freed = uncovered(before.denies, after.denies)
  if (more.length === 0 && freed.length === 0) return undefined
  const plain = more.filter(isPlain)
  const doubts = new Set<Doubt>()
  if (!isNew || is.isReduced || (plain.length === 0 && more.some(isLimited)))
    doubts.add("resources")
  const deciding = plain.length > 0 ? plain : more
  if (deciding.some(({ reach }) => reach.isConditional)) doubts.add("condition")
  if ([...freed, ...after.denies].some(({ reach }) => reach.isConditional)) doubts.add("condition")
  if (deciding.length > 0 && deciding.every(isOpen)) doubts.add("not-action")
  return doubts
}

const isLimited = ({ reach }: PlacedReach) => !reach.isEverywhere
const isOpen = ({ reach }: PlacedReach) => reach.isExcept || reach.isNotResource

/** How many statements are compared with how many others, and resources with others, in one look. */
const mostPairs = 10_000
const mostTexts = 20_000

/** The statements that the others don't surely hold for wholly. */
function uncovered(
  statements: readonly PlacedReach[],
  others: readonly PlacedReach[],
): readonly PlacedReach[] {
  const scopes = scopesOf(others)
  const left = statements.filter(({ reach }) => !scopes.has(reach.scopeKey))
  if (left.length === 0 || scopes.has("")) return []
  const sure = others.filter(({ reach }) => reach.isSure)
  if (left.length * sure.length > mostPairs) return left
  const budget = { texts: mostTexts }
  return left.filter(({ reach }) => {
    const holding = sure.flatMap(({ reach: other }) => (holdsWhere(other, reach) ? [other] : []))
    return !isCovered(reach, holding, budget)
  })
}

/** Whether a statement's conditions are met wherever those of another one are. */
function holdsWhere(one: StatementReach, other: StatementReach): boolean {
  return (
    !one.isLiteral &&
    !other.isLiteral &&
    one.conditions.every((condition) => other.conditions.includes(condition))
  )
}

/** Whether the others together name all resources that a statement names. */
function isCovered(
  { isEverywhere, isNotResource, resources }: StatementReach,
  others: readonly StatementReach[],
  budget: { texts: number },
): boolean {
  if (others.some((other) => other.isEverywhere)) return true
  if (isEverywhere) return false
  const isAnyIn = (covers: readonly string[], text: string) => {
    budget.texts -= covers.length
    return budget.texts >= 0 && covers.some((cover) => resourceCovers(cover, text))
  }
  if (isNotResource)
    return others.some(
      (other) => other.isNotResource && other.resources.every((text) => isAnyIn(resources, text)),
    )
  const covers = [
    ...new Set(others.flatMap((other) => (other.isNotResource ? [] : other.resources))),
  ]
  return resources.every((text) => isAnyIn(covers, text))
}

const scopesOfList = new WeakMap<readonly PlacedReach[], ReadonlySet<string>>()

function scopesOf(statements: readonly PlacedReach[]): ReadonlySet<string> {
  const known = scopesOfList.get(statements)
  if (known) return known
  const scopes = new Set(statements.map(({ reach }) => reach.scopeKey))
  scopesOfList.set(statements, scopes)
  return scopes
}
