import { isList, isObject, type JsonObject, type JsonValue } from "../../../policy/index.ts"

/** The order in which IAM's elements are usually written: where a new one goes. */
const order = [
  "PolicyName",
  "Version",
  "Id",
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
  "Statement",
  "PolicyDocument",
]

/** The object with this value at a key: in its place, or a new key where it is usually written. */
export function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  const entries = Object.entries(object)
  if (Object.hasOwn(object, key))
    return Object.fromEntries(entries.map((entry) => (entry[0] === key ? [key, value] : entry)))
  const own = order.indexOf(key)
  const next = own < 0 ? -1 : entries.findIndex(([other]) => order.indexOf(other) > own)
  return Object.fromEntries(entries.toSpliced(next < 0 ? entries.length : next, 0, [key, value]))
}

/** The object without a key. */
export function withoutKey(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([other]) => other !== key))
}

/** The object with a key of another name, in its place. The new name must be free. */
export function withRenamedKey(object: JsonObject, key: string, name: string): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map((entry) => (entry[0] === key ? [name, entry[1]] : entry)),
  )
}

/** The texts of a value that is a text or a list of nothing else; undefined for any other. */
export function textsIn(value: JsonValue): readonly string[] | undefined {
  if (typeof value === "string") return [value]
  if (!isList(value)) return undefined
  const texts = value.filter((entry) => typeof entry === "string")
  return texts.length === value.length ? texts : undefined
}

/** Texts as the value that held others: one stays a text where it was no list, or where there was nothing. */
export function withTexts(before: JsonValue | undefined, texts: readonly string[]): JsonValue {
  const [first] = texts
  return first !== undefined && texts.length === 1 && !isList(before) ? first : texts
}

/**
 * The string that gives the very statement that Jets makes of it: allowed, one action, every resource, nothing
 * else. Undefined where no string does.
 */
export function stringFor(statement: JsonObject): string | undefined {
  const keys = Object.keys(statement)
  const actions = textsIn(statement.Action ?? [])
  const [action] = actions ?? []
  const isSame =
    keys.length === 3 &&
    statement.Effect === "Allow" &&
    statement.Resource === "*" &&
    actions?.length === 1
  if (!isSame || action === undefined || !action.includes(":")) return undefined
  const service = /^([\w-]+):\*$/.exec(action)?.[1]
  return service ?? action
}

/** The statement that Jets makes of a string (DESIGN 2.3); `action` is what it stands for. */
export function statementFor(action: string): JsonObject {
  return { Action: [action], Effect: "Allow", Resource: "*" }
}

/** What a document's Statement holds, in order; one statement may stand without a list. */
export function entriesOf(statement: JsonValue): readonly JsonValue[] | undefined {
  if (isList(statement)) return statement
  return isObject(statement) ? [statement] : undefined
}

/** Entries as the Statement that held others: one that stood without a list still does. */
export function withEntries(before: JsonValue, entries: readonly JsonValue[]): JsonValue {
  const [first] = entries
  return isObject(before) && entries.length === 1 && isObject(first) ? first : entries
}
