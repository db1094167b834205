import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { decoded } from "../text/decode.ts"
import { functionName, functionText, type Unreadable } from "./intrinsics.ts"
import { type Notes, quoted } from "./notes.ts"

/** An inline policy as a text has it; without a name where the text gives none. */
export type ReadPolicy = JsonObject

/**
 * A value with the template's functions in it as strings (DESIGN 5). Undefined where one can't be a string: each
 * such function is noted, with what is left out because of it.
 */
export function carried(value: JsonValue, what: string, notes: Notes): JsonValue | undefined {
  const leave = ({ name, at }: Unreadable) =>
    notes.add(
      `${quoted(name)} stands for something that only CloudFormation or the file's own tool knows, so ${what} is left out whole. Add it by hand.`,
      at,
    )
  return carry(value, leave)
}

function carry(value: JsonValue, leave: (unreadable: Unreadable) => void): JsonValue | undefined {
  if (isList(value)) {
    const parts = value.map((part) => carry(part, leave))
    return allOf(parts)
  }
  if (!isObject(value)) return value
  if (functionName(value) !== undefined) return functionText(value, leave)
  const names = Object.keys(value)
  const parts = allOf(names.map((name) => carry(value[name] ?? null, leave)))
  return parts && Object.fromEntries(names.map((name, index) => [name, parts[index] ?? null]))
}

function allOf(parts: readonly (JsonValue | undefined)[]): readonly JsonValue[] | undefined {
  const present = parts.filter((part) => part !== undefined)
  return present.length === parts.length ? present : undefined
}

/** The inline policies of a list; what is none, or is left without a statement, is left out and noted. */
export function readPolicies(value: JsonValue | undefined, notes: Notes): readonly ReadPolicy[] {
  if (value === undefined || value === null) return []
  if (!isList(value)) {
    noteLeft(value, "the list of policies", notes)
    return []
  }
  return value.flatMap((entry) => readPolicy(entry, notes, value))
}

/** One inline policy, or none. Keys other than its name and document stay as they are. */
export function readPolicy(
  entry: JsonValue,
  notes: Notes,
  near?: JsonValue,
): readonly ReadPolicy[] {
  if (isNoValue(entry)) return []
  if (!isObject(entry) || functionName(entry) !== undefined) {
    noteLeft(entry, "the policy", notes, near)
    return []
  }
  const policy: [string, JsonValue][] = []
  for (const [key, value] of Object.entries(entry)) {
    const part =
      key === "PolicyDocument"
        ? readDocument(value, notes)
        : carried(value, `the policy's \`${key}\``, notes)
    if (part !== undefined) policy.push([key, part])
    else if (key === "PolicyDocument") return []
  }
  if (Object.hasOwn(entry, "PolicyDocument")) return [Object.fromEntries(policy)]
  notes.add("A policy without a `PolicyDocument` grants nothing, so it is left out.", entry)
  return []
}

/** A policy document: its statements that can be carried, all else as it is. Undefined: left out, and noted. */
export function readDocument(value: JsonValue, notes: Notes): JsonObject | undefined {
  const document = typeof value === "string" ? decoded(value) : value
  if (!isObject(document) || functionName(document) !== undefined) {
    noteLeft(document ?? value, "the policy document", notes)
    return undefined
  }
  const entries: [string, JsonValue][] = []
  for (const [key, part] of Object.entries(document)) {
    const read =
      key === "Statement"
        ? readStatements(part, notes)
        : carried(part, "the policy document", notes)
    if (read === undefined) return undefined
    entries.push([key, read])
  }
  return Object.fromEntries(entries)
}

/** The statements that can be carried whole: a lost Condition would grant more. Undefined: none is left. */
export function readStatements(value: JsonValue, notes: Notes): JsonValue | undefined {
  if (!isList(value)) return readStatement(value, notes)
  const statements = value.flatMap((one) => readStatement(one, notes, value) ?? [])
  return statements.length > 0 || value.length === 0 ? statements : undefined
}

function readStatement(value: JsonValue, notes: Notes, near?: JsonValue): JsonObject | undefined {
  if (isNoValue(value)) return undefined
  if (!isObject(value) || functionName(value) !== undefined) {
    noteLeft(value, "the statement", notes, near)
    return undefined
  }
  const statement = carried(value, "the statement that it is in", notes)
  return isObject(statement) ? statement : undefined
}

/** Says that a value of the wrong kind, or a function in its place, is left out; `near` is what it is in. */
export function noteLeft(
  value: JsonValue | undefined,
  what: string,
  notes: Notes,
  near?: JsonValue,
): void {
  const at = isList(value) || isObject(value) ? value : near
  const name = functionName(value)
  const kind = isList(value) ? "A list" : isObject(value) ? "An object" : quoted(String(value))
  const message =
    name === undefined
      ? `${kind} stands where ${what} should be, so it is left out. Put it right there, or add it by hand.`
      : `${quoted(name)} stands for ${what}: what it gives isn't known here, so it is left out. Add it by hand.`
  notes.add(message, at)
}

/** CloudFormation takes out what is `!Ref AWS::NoValue`. */
export function isNoValue(value: JsonValue): boolean {
  return isObject(value) && value.Ref === "AWS::NoValue"
}
