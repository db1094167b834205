import type { Operator, OperatorType } from "../../../iam/condition.ts"
import type { PlacedCondition } from "../../parts.ts"

/**
 * The operator of another type that asks the same of the same values; undefined where there is none, or where
 * it would take the values otherwise.
 */
export function operatorForType(
  { operatorText, values }: PlacedCondition,
  { name, type: from, negated }: Operator,
  type: OperatorType,
): string | undefined {
  const texts = values.map(({ value }) => (typeof value === "object" ? "" : String(value)))
  if (texts.length === 0 || !texts.every((text) => forms[type]?.test(text))) return undefined
  if (texts.some((text) => /[*?]|[$#]\{|^!/.test(text)) && !/Like$/.test(name)) return undefined
  const isEquality = /(?:Equals|Like|^Bool|^(?:Not)?IpAddress)$/.test(name) && !/Than/.test(name)
  if (!isEquality || /IgnoreCase/.test(name)) return undefined
  const better = nameFor(type, from, name, negated, texts)
  return better && operatorText.replace(new RegExp(name, "i"), better)
}

function nameFor(
  type: OperatorType,
  from: OperatorType,
  name: string,
  negated: boolean,
  texts: readonly string[],
): string | undefined {
  const not = negated ? "Not" : ""
  switch (type) {
    case "Bool":
      return negated || texts.length > 1 ? undefined : "Bool"
    case "IpAddress":
      return `${not}IpAddress`
    case "Numeric":
    case "Date":
      return `${type}${not}Equals`
    case "String":
    case "Arn":
      return `${type}${not}${(from === "String" || from === "Arn") && name.endsWith("Like") ? "Like" : "Equals"}`
    default:
      return undefined
  }
}

/** What the values of a type look like, narrowly: a doubtful one gets no fix. */
const forms: Readonly<Partial<Record<OperatorType, RegExp>>> = {
  String: /^/,
  Arn: /^arn:/,
  Bool: /^(?:true|false)$/i,
  Numeric: /^-?\d{1,15}(?:\.\d{1,15})?$/,
  Date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?$/,
  IpAddress:
    /^(?!(?:0|10|100|127|169|172|192)\.)(?:1?\d?\d|2[01]\d|22[0-3])(?:\.(?:1?\d?\d|2[0-4]\d|25[0-5])){3}(?:\/(?:[12]?\d|3[0-2]))?$/,
}
