import type { PlacedReach, ReachClass } from "./statementReach.ts"

/** How far something is allowed: on every resource whatever the request, only partly, or not at all. */
export type Extent = "none" | "partly" | "wholly"

/** What statements together say of an action. */
export interface Outcome {
  readonly extent: Extent
  /** Whether a statement that allows it names every resource. */
  readonly isEverywhere: boolean
  /** Else the texts of the resources that are named, each once. "all but" in front: of a NotResource. */
  readonly resources: readonly string[]
  /** Whether it depends on conditions: no statement allows it without one on the same resources. */
  readonly isConditional: boolean
  /** Whether a Deny takes a part of it away, or all. */
  readonly isReduced: boolean
}

/** What is said of an action that no statement allows or denies. */
export const nothing: Outcome = {
  extent: "none",
  isEverywhere: false,
  resources: [],
  isConditional: false,
  isReduced: false,
}

const judged = new WeakMap<ReachClass, Outcome>()

/**
 * What the statements say of an action together (IAM User Guide, "Policy evaluation logic"): a Deny of every
 * resource without a condition leaves nothing, any other a part.
 */
export function outcomeOf(found: ReachClass): Outcome {
  const known = judged.get(found)
  if (known) return known
  const outcome = judge(found)
  judged.set(found, outcome)
  return outcome
}

function judge({ allows, denies }: ReachClass): Outcome {
  if (allows.length === 0) return nothing
  if (denies.some(isPlain)) return { ...nothing, isReduced: true }
  const isReduced = denies.length > 0
  if (allows.some(isPlain)) {
    const extent = isReduced ? "partly" : "wholly"
    return { extent, isEverywhere: true, resources: [], isConditional: false, isReduced }
  }
  const isEverywhere = allows.some(({ reach }) => reach.isEverywhere)
  return {
    extent: "partly",
    isEverywhere,
    resources: isEverywhere ? [] : [...new Set(allows.flatMap(resourceTexts))],
    isConditional: allows.some(({ reach }) => reach.isConditional),
    isReduced,
  }
}

/** Whether a statement holds for every resource, whatever the request. */
export function isPlain({ reach }: PlacedReach): boolean {
  return reach.isEverywhere && !reach.isConditional
}

/** The resources that a statement names; what NotResource leaves out begins with "all but". */
function resourceTexts({ reach }: PlacedReach): readonly string[] {
  if (!reach.isNotResource) return reach.resources
  return [`all but ${reach.resources.join(", ")}`]
}
