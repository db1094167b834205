import type { Diagnostic } from "../../config/diagnostic.ts"
import { diagnose } from "../diagnostic.ts"
import type { PlacedCondition, StatementParts } from "../parts.ts"
import { literalOf } from "./values/literal.ts"

const vpcKeys: ReadonlySet<string> = new Set([
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourcevpcarn",
])

/**
 * Conditions that hold back less, or more, than they seem to (IAM Access Analyzer, MISSING_PAIRED_CONDITION_KEYS;
 * IAM User Guide, aws:MultiFactorAuthPresent).
 */
export function weakConditions({ conditions, effect }: StatementParts): readonly Diagnostic[] {
  const unpaired = !conditions.some(({ lowerKey }) => vpcKeys.has(lowerKey))
  return conditions.flatMap((condition) => {
    const { lowerKey, at } = condition
    if (lowerKey === "aws:vpcsourceip" && unpaired)
      return [
        diagnose(
          "missing-paired-condition-keys",
          "security",
          at,
          "Private addresses repeat from VPC to VPC, so `aws:VpcSourceIp` alone lets in the same addresses of anybody's VPC. Name the VPC too, with `aws:SourceVpc` or `aws:SourceVpce`.",
        ),
      ]
    return isMissingMfa(condition) ? [missingMfa(condition, effect === "Deny")] : []
  })
}

function isMissingMfa({ lowerKey, operator, values }: PlacedCondition): boolean {
  return (
    lowerKey === "aws:multifactorauthpresent" &&
    operator?.type === "Bool" &&
    !operator.ifExists &&
    values.some(({ value }) => literalOf(value)?.toLowerCase() === "false")
  )
}

function missingMfa({ at }: PlacedCondition, denies: boolean): Diagnostic {
  const effect = denies
    ? "this denies all that the statement names"
    : "this holds for every request of the role"
  return diagnose(
    "bad-pattern-for-mfa",
    "warning",
    at,
    `The runner's role never signs in with MFA, so ${effect}; requests with long-term keys lack the key, and for them it enforces nothing. Take the condition out: MFA is a matter for people's policies.`,
  )
}
