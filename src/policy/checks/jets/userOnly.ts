import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Pointer } from "../../config/pointer.ts"
import { needsKey } from "../../iam/condition.ts"
import { literalOf } from "../condition/values/literal.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { isTag, type PlacedCondition, variableTexts } from "../parts.ts"
import { eachStatement } from "../walk.ts"

/** Without a default value, which would make it match. */
const variable = /\$\{aws:username\}/i

/**
 * What only an IAM user's request has, in the policy of a service role: it never matches (IAM User Guide,
 * "AWS global condition context keys": aws:username, aws:MultiFactorAuthPresent, aws:MultiFactorAuthAge).
 */
export const userOnlyConditions = eachStatement((parts) => [
  ...(parts.effect === "Allow" ? parts.conditions.filter(neverMatches) : []).map(({ key, at }) =>
    userOnly(at, quoted(key), key),
  ),
  ...variableTexts(parts)
    .filter(({ text }) => variable.test(text) && !isTag(text))
    .map(({ at }) => userOnly(at, "the variable `aws:username`", "variable")),
])

function userOnly(at: Pointer, what: string, subject: string): Diagnostic {
  return diagnose(
    "user-only-condition-in-role",
    "warning",
    at,
    `Only requests of IAM users have ${what}. The runner works with a role, so this never matches and what it should allow is denied. Take it out, or name the role's own values.`,
    { subject },
  )
}

/** Operators that don't match where the request lacks the key; IfExists and ForAllValues do. */
function neverMatches({ operator, lowerKey, values }: PlacedCondition): boolean {
  if (!operator || !needsKey(operator)) return false
  switch (lowerKey) {
    case "aws:multifactorauthpresent":
      return (
        operator.type === "Bool" &&
        values.some(({ value }) => literalOf(value)?.toLowerCase() === "true")
      )
    case "aws:multifactorauthage":
      return operator.type === "Numeric"
    case "aws:username":
      return operator.type === "String"
    default:
      return false
  }
}
