/** Anything that JSON can hold. Settings are JSON as it is written: nothing narrower is promised. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
/** A JSON object, keys in the order they were written. */
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** An inline policy of a role: one entry of CloudFormation's `Policies` (AWS::IAM::Role Policy). */
export interface InlinePolicy {
  readonly PolicyName: JsonValue
  readonly PolicyDocument?: JsonValue
  readonly [key: string]: JsonValue | undefined
}

/** The `Version` that Jets writes into every policy document that it makes. */
export const documentVersion = "2012-10-17"

/** Whether `value` is a JSON object: neither a list nor null. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Whether `value` is a JSON list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value)
}

/** Whether the value stands for one that CloudFormation fills in: `{"Ref": …}`, `{"Fn::…": …}`. */
export function isIntrinsic(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false
  const [key, ...others] = Object.keys(value)
  return others.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"))
}

/**
 * The statements of a policy document's `Statement`: one object counts as a list of one; what is no
 * object can't be a statement and is left out, with its place below `Statement`.
 */
export function statementsOf(
  statement: JsonValue | undefined,
): readonly { statement: JsonObject; at: "" | `/${number}` }[] {
  if (isObject(statement)) return [{ statement, at: "" }]
  if (!isList(statement)) return []
  return statement.flatMap((entry, index) =>
    isObject(entry) ? [{ statement: entry, at: `/${index}` as const }] : [],
  )
}

/** A value that is one string or a list of them (Action, Resource, …), with each one's place. */
export function stringsOf(
  value: JsonValue | undefined,
): readonly { text: string; at: "" | `/${number}` }[] {
  if (typeof value === "string") return [{ text: value, at: "" }]
  if (!isList(value)) return []
  return value.flatMap((entry, index) =>
    typeof entry === "string" ? [{ text: entry, at: `/${index}` as const }] : [],
  )
}
