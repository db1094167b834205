/** What the values of a condition operator are. */
export type OperatorType =
  | "String"
  | "Numeric"
  | "Date"
  | "Bool"
  | "Binary"
  | "IpAddress"
  | "Arn"
  | "Null"

/** A condition operator in its parts: `ForAnyValue:StringLikeIfExists`. */
export interface Operator {
  readonly qualifier?: "ForAllValues" | "ForAnyValue"
  /** Its name alone, as IAM documents it: `StringLike`. */
  readonly name: string
  readonly type: OperatorType
  readonly ifExists: boolean
  /** Whether it asks for a difference: StringNotEquals, NotIpAddress … */
  readonly negated: boolean
}

/** IAM's 27 operators, with their types (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
const operatorTypes = {
  StringEquals: "String",
  StringNotEquals: "String",
  StringEqualsIgnoreCase: "String",
  StringNotEqualsIgnoreCase: "String",
  StringLike: "String",
  StringNotLike: "String",
  NumericEquals: "Numeric",
  NumericNotEquals: "Numeric",
  NumericLessThan: "Numeric",
  NumericLessThanEquals: "Numeric",
  NumericGreaterThan: "Numeric",
  NumericGreaterThanEquals: "Numeric",
  DateEquals: "Date",
  DateNotEquals: "Date",
  DateLessThan: "Date",
  DateLessThanEquals: "Date",
  DateGreaterThan: "Date",
  DateGreaterThanEquals: "Date",
  Bool: "Bool",
  BinaryEquals: "Binary",
  IpAddress: "IpAddress",
  NotIpAddress: "IpAddress",
  ArnEquals: "Arn",
  ArnLike: "Arn",
  ArnNotEquals: "Arn",
  ArnNotLike: "Arn",
  Null: "Null",
} as const satisfies Record<string, OperatorType>

/** The name of an operator alone, as IAM documents it. */
export type OperatorName = keyof typeof operatorTypes

/** The names of IAM's operators, without their prefixes and suffixes. */
export const operatorNames: readonly string[] = Object.keys(operatorTypes)

const byName: ReadonlyMap<string, { readonly name: string; readonly type: OperatorType }> = new Map(
  Object.entries(operatorTypes).map(([name, type]) => [name.toLowerCase(), { name, type }]),
)

const parsed = new Map<string, Operator | undefined>()

/** The parts of an operator, whatever its case; undefined where IAM has none of that name. */
export function parseOperator(text: string): Operator | undefined {
  if (parsed.has(text)) return parsed.get(text)
  const operator = text.length > 100 ? undefined : readOperator(text)
  if (parsed.size < 1_000) parsed.set(text, operator)
  return operator
}

function readOperator(text: string): Operator | undefined {
  const [, set, rest = ""] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/is.exec(text) ?? []
  const ifExists = !byName.has(rest.toLowerCase()) && /ifexists$/i.test(rest)
  const known = byName.get((ifExists ? rest.slice(0, -"IfExists".length) : rest).toLowerCase())
  if (!known) return undefined
  const qualifier = set && (/all/i.test(set) ? "ForAllValues" : "ForAnyValue")
  return {
    ...(qualifier && { qualifier }),
    ...known,
    ifExists,
    negated: known.name.includes("Not"),
  }
}

/**
 * Whether a request that lacks the key never meets a condition with this operator: not so with IfExists, Null,
 * ForAllValues or a negated operator (IAM User Guide, "Condition operators", "Multivalued context keys").
 */
export function needsKey({ qualifier, type, ifExists, negated }: Operator): boolean {
  return !ifExists && !negated && type !== "Null" && qualifier !== "ForAllValues"
}
