import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { own, type PlacedCondition, type StatementParts } from "../parts.ts"
import { blockOf, hasKey } from "./block.ts"
import { perhaps, renamed } from "./fixes.ts"
import { bringsErrors } from "./values/values.ts"

/** Longer keys are no slip. */
const longest = 120

/**
 * Names that can be no condition key (IAM User Guide, "Condition"; IAM Access Analyzer,
 * INVALID_CONDITION_KEY_FORMAT, UNSUPPORTED_GLOBAL_CONDITION_KEY, MISSING_TAG_KEY_IN_CONDITION).
 */
export function conditionKeys(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return parts.conditions.flatMap((condition) => {
    const { key, lowerKey, at, operatorText } = condition
    if (key.includes("#{")) return []
    if (isArnKey(lowerKey)) return [arnKey(parts, condition)]
    if (isBareTag(lowerKey))
      return [
        diagnose(
          "missing-tag-key-in-condition",
          "error",
          at,
          `${quoted(key)} doesn't say which tag is compared: AWS rejects the role, and the deploy fails. Put the tag's name behind a slash, as in \`${key.replace(/\/$/, "")}/team\`.`,
        ),
      ]
    if (isWellFormed(key) || !blockOf(parts, operatorText)) return []
    const near = correctKey(key, catalog)
    const advice = near
      ? `Did you mean ${quoted(near)}?`
      : "Write the service's prefix, a colon and the name, as in `aws:SourceIp`."
    return [
      diagnose(
        "invalid-condition-key-format",
        "error",
        at,
        `${quoted(key)} is no condition key: AWS rejects the role, and the deploy fails. ${advice}`,
        perhaps(
          near !== undefined && isFree(parts, condition, near) ? renamed(at, near) : undefined,
        ),
      ),
    ]
  })
}

function isArnKey(lowerKey: string): boolean {
  return lowerKey === "aws:arn"
}

function isBareTag(lowerKey: string): boolean {
  return /^aws:(?:resource|request|principal)tag\/?$/.test(lowerKey)
}

/** What ends the name of a key: a tag's name or a context's follows, which may hold spaces. */
function headOf(key: string): string {
  const colon = key.indexOf(":")
  const end = key.slice(colon + 1).search(/[/:]/)
  return colon < 0 || end < 0 ? key : key.slice(0, colon + 1 + end)
}

function isWellFormed(key: string): boolean {
  return /^[^\s:]+:[^\s/:]+$/.test(headOf(key))
}

/** The key that was most likely meant: without spaces, or with `aws:` in front of the name of a global key. */
function correctKey(key: string, { globalKeys }: Catalog): string | undefined {
  if (key.length > longest) return undefined
  if (/^(?:resource|request|principal)tag\/./i.test(key)) return `aws:${key}`
  const head = headOf(key)
  const squeezed = head.replaceAll(/\s/g, "")
  const fitting = isWellFormed(squeezed)
    ? `${squeezed}${key.slice(head.length)}`
    : globalKeys?.get(`aws:${squeezed.toLowerCase()}`)?.key
  const lower = fitting?.toLowerCase() ?? ""
  return isArnKey(lower) || isBareTag(lower) ? undefined : fitting
}

/** Whether a key may stand in the place of another, without a repeat and without an error of its values. */
function isFree(
  parts: StatementParts,
  { operatorText, key }: PlacedCondition,
  other: string,
): boolean {
  const value = own(blockOf(parts, operatorText) ?? {}, key)
  return (
    value !== undefined &&
    !hasKey(parts, operatorText, other) &&
    !bringsErrors(operatorText, { [other]: value })
  )
}

function arnKey(parts: StatementParts, condition: PlacedCondition): Diagnostic {
  const { key, at } = condition
  return diagnose(
    "unsupported-global-condition-key",
    "error",
    at,
    `IAM doesn't take ${quoted(key)} as a condition key. Write \`aws:PrincipalArn\` for who makes the request, or \`aws:SourceArn\` for the resource that a service makes it for.`,
    {
      fixes: ["aws:PrincipalArn", "aws:SourceArn"]
        .filter((other) => isFree(parts, condition, other))
        .map((other) => renamed(at, other)),
    },
  )
}
