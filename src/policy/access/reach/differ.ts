import { patternCovers } from "../../iam/wildcard.ts"
import { isPlain, outcomeOf } from "./outcome.ts"
import type { PlacedReach, ReachClass } from "./statementReach.ts"

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

/** How many statements and resources are compared pattern by pattern, and how long two texts may be, multiplied. */
const most = 100
const longest = 40_000

/** The statements that none of the others surely holds for wholly. */
function uncovered(
  statements: readonly PlacedReach[],
  others: readonly PlacedReach[],
): readonly PlacedReach[] {
  const scopes = scopesOf(others)
  const left = statements.filter(({ reach }) => !scopes.has(reach.scopeKey))
  if (left.length === 0 || scopes.has("")) return []
  if (left.length * others.length > most * most) return left
  const free = others.filter(({ reach }) => !reach.isConditional && !reach.isNotResource)
  const covers = [...new Set(free.flatMap(({ reach }) => reach.resources))].slice(0, most)
  return left.filter(
    ({ reach }) =>
      reach.isEverywhere ||
      reach.isNotResource ||
      !reach.resources
        .slice(0, most + 1)
        .every((text, index) => index < most && isCovered(text, covers)),
  )
}

const scopesOfList = new WeakMap<readonly PlacedReach[], ReadonlySet<string>>()

function scopesOf(statements: readonly PlacedReach[]): ReadonlySet<string> {
  const known = scopesOfList.get(statements)
  if (known) return known
  const scopes = new Set(statements.map(({ reach }) => reach.scopeKey))
  scopesOfList.set(statements, scopes)
  return scopes
}

function isCovered(text: string, covers: readonly string[]): boolean {
  return covers.some((cover) =>
    cover === text ? true : cover.length * text.length <= longest && patternCovers(cover, text),
  )
}
