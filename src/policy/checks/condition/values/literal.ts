import type { JsonValue } from "../../../iam/document.ts"
import { isTag, type PlacedCondition } from "../../parts.ts"

/**
 * The text that a value of a condition compares with, as far as it is known here: not where CloudFormation, Ruby or
 * a policy variable fills something in, nor where it is no single value.
 */
export function literalOf(value: JsonValue): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  if (typeof value !== "string" || isTag(value) || /[$#]\{/.test(value)) return undefined
  return value
}

/** Whether a string may stand in the place of a value: among numbers it would mix types, which AWS rejects. */
export function takesString({ isListed, values }: PlacedCondition, value: JsonValue): boolean {
  return typeof value === "string" || !isListed || values.length === 1
}
