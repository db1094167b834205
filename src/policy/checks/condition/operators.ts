import type { Diagnostic } from "../../config/diagnostic.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import { parseOperator } from "../../iam/condition.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { StatementParts } from "../parts.ts"
import { blockOf, conditionOf, hasOperator } from "./block.ts"
import { perhaps, renamed } from "./fixes.ts"
import { nearestOperator } from "./nearestOperator.ts"
import { bringsErrors } from "./values/values.ts"

/**
 * Operators that IAM doesn't have, or not in this form (IAM User Guide, "IAM JSON policy elements: Condition
 * operators"; IAM Access Analyzer, NULL_WITH_IF_EXISTS, NULL_WITH_QUALIFIER).
 */
export function conditionOperators(parts: StatementParts): readonly Diagnostic[] {
  return Object.keys(conditionOf(parts) ?? {}).flatMap((text) => {
    const at = below("/Condition", text)
    const operator = parseOperator(text)
    if (!operator) return text.includes("#{") ? [] : [unknownOperator(parts, text, at)]
    if (operator.type !== "Null") return []
    return [
      ...(operator.ifExists
        ? [
            diagnose(
              "null-with-if-exists",
              "error",
              at,
              `${quoted(text)} is no operator: \`Null\` asks itself whether the key is there, so AWS rejects it with \`IfExists\` and the deploy fails. Write \`Null\`.`,
              plainNull(parts, at),
            ),
          ]
        : []),
      ...(operator.qualifier
        ? [
            diagnose(
              "null-with-qualifier",
              "info",
              at,
              `\`Null\` asks only whether the key is there, not for its values, so \`${operator.qualifier}\` has no place before it. Write \`Null\`.`,
              plainNull(parts, at),
            ),
          ]
        : []),
    ]
  })
}

function plainNull(parts: StatementParts, at: Pointer) {
  return perhaps(hasOperator(parts, "Null") ? undefined : renamed(at, "Null"))
}

function unknownOperator(parts: StatementParts, text: string, at: Pointer): Diagnostic {
  const near = nearestOperator(text)
  const block = near !== undefined && !hasOperator(parts, near) ? blockOf(parts, text) : undefined
  const advice = near
    ? `Did you mean ${quoted(near)}?`
    : "Write one that it has, such as `StringEquals`, `StringLike` or `ArnLike`."
  return diagnose(
    "invalid-condition-operator",
    "error",
    at,
    `IAM has no condition operator ${quoted(text)}: AWS rejects the role, and the deploy fails. ${advice}`,
    perhaps(near && block && !bringsErrors(near, block) ? renamed(at, near) : undefined),
  )
}
