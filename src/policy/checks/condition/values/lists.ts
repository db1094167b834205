import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Fix } from "../../../config/fix.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"
import { isDecimal } from "./decimal.ts"
import { literalOf } from "./literal.ts"

/**
 * Lists of values that can't be, or say too much (IAM Access Analyzer, INVALID_CONDITION_MULTIPLE_BOOLEAN,
 * INVALID_CONDITION_DATA_TYPE, REDUNDANT_CONDITION_VALUE_NUM).
 */
export function valueLists(condition: PlacedCondition): readonly Diagnostic[] {
  const { isListed, values, key, at, operator, operatorText } = condition
  if (!isListed || values.length < 2) return []
  const types = new Set(values.map(({ value }) => typeof value).filter((type) => type !== "object"))
  return [
    ...(operator?.type === "Bool"
      ? [
          diagnose(
            "invalid-condition-multiple-boolean",
            "error",
            at,
            `${quoted(operatorText)} compares ${quoted(key)} with one value only, and AWS rejects a list of several. Keep \`true\` or \`false\`.`,
            perhaps(sameBoolean(condition)),
          ),
        ]
      : []),
    ...(types.size > 1
      ? [
          diagnose(
            "invalid-condition-data-type",
            "error",
            at,
            `The values of ${quoted(key)} mix ${[...types].sort().join("s and ")}s, which AWS rejects: the deploy fails. Write all of them as strings.`,
            perhaps(allStrings(condition)),
          ),
        ]
      : []),
    ...(operator && /Less|Greater/.test(operator.name) && operator.type === "Numeric"
      ? [
          diagnose(
            "redundant-condition-value-num",
            "info",
            at,
            `A request needs to meet only one of the values of ${quoted(key)}, so only the widest counts. Keep that one.`,
            perhaps(widest(condition, operator.name.includes("Less"))),
          ),
        ]
      : []),
  ]
}

function sameBoolean({ values, at }: PlacedCondition): Fix | undefined {
  const [first, ...others] = values.map(({ value }) => literalOf(value)?.toLowerCase())
  return (first === "true" || first === "false") && others.every((other) => other === first)
    ? written(`Keep one ${first}`, at, first)
    : undefined
}

function allStrings({ values, at }: PlacedCondition): Fix | undefined {
  const strings = values.map(({ value }) => (typeof value === "string" ? value : literalOf(value)))
  return strings.every((text) => text !== undefined)
    ? written("Write all values as strings", at, strings)
    : undefined
}

function widest({ values, at }: PlacedCondition, less: boolean): Fix | undefined {
  const numbers = values.map(({ value }) => ({ value, number: literalOf(value) ?? "" }))
  if (!numbers.every(({ number }) => isDecimal(number))) return undefined
  const [first, ...others] = numbers
  if (!first) return undefined
  const kept = others.reduce((best, other) => {
    const wider = less
      ? Number(other.number) > Number(best.number)
      : Number(other.number) < Number(best.number)
    return wider ? other : best
  }, first)
  return written("Keep the widest value", at, kept.value)
}
