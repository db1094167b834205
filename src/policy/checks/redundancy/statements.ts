import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Pointer } from "../../config/pointer.ts"
import { diagnose } from "../diagnostic.ts"
import type { PlacedStatement, Walk } from "../walk.ts"
import { coverings, type Reading, readStatement } from "./reach.ts"
import { statementRemovals } from "./removal.ts"

interface Member {
  readonly placed: PlacedStatement
  readonly reading: Reading
}

/**
 * Statements that another one of the same resulting policy covers (IAM Access Analyzer, REDUNDANT_STATEMENT):
 * same Effect, every action and resource, and no condition or the same. Bounded as `newBudget` says, a policy.
 */
export function redundantStatements(walk: Walk): readonly Diagnostic[] {
  const policies = new Map<Pointer, Member[]>()
  for (const placed of walk.statements) {
    const reading = readStatement(placed.statement)
    if (!reading) continue
    const members = policies.get(placed.policy) ?? []
    members.push({ placed, reading })
    policies.set(placed.policy, members)
  }
  const found = [...policies.values()].flatMap((members) => {
    const by = coverings(members.map(({ reading }) => reading))
    return members.flatMap(({ placed }, index) => {
      const other = members[by.get(index) ?? -1]
      return other ? [{ placed, by: other.placed }] : []
    })
  })
  if (found.length === 0) return []
  const removals = statementRemovals(
    walk,
    found.map(({ placed }) => placed),
  )
  return found.map(({ placed, by }) =>
    diagnose(
      "redundant-statement",
      "info",
      placed.at,
      "Another statement of the same policy covers this one: all its actions on all its resources. Remove it: the role can do the same.",
      { related: [by.at], ...removals.get(placed) },
    ),
  )
}
