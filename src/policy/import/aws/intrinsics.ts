import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"

/** A function of a template that can't become a string: its name, and where it is written. */
export interface Unreadable {
  readonly name: string
  readonly at: JsonObject
}

/** A piece of a text: as it is, or what stands in `${…}` of Fn::Sub. */
type Part = { readonly literal: string } | { readonly variable: string }

/** The key under which a text's variable that can't be resolved is carried as a function of its own. */
export const unresolved = "$unresolved"

/** The name of the function that an object is; undefined for any other value. */
export function functionName(value: JsonValue | undefined): string | undefined {
  if (!isObject(value)) return undefined
  const keys = Object.keys(value)
  const [only] = keys
  if (keys.length === 1 && only === "Ref") return only
  if (keys.length === 1 && only === unresolved) return String(value[only])
  return keys.find((key) => key.startsWith("Fn::"))
}

/**
 * A function of CloudFormation's as a string (DESIGN 2.4): Ref, Fn::GetAtt, Fn::Sub and what Fn::Join makes of
 * them. Any other function, and a malformed one, is given to `leave`.
 */
export function functionText(
  value: JsonObject,
  leave: (unreadable: Unreadable) => void,
): string | undefined {
  const parts = partsOf(value, leave)
  if (!parts) return undefined
  if (typeof value.Ref === "string") return `!Ref ${value.Ref}`
  const attribute = attributeOf(value["Fn::GetAtt"])
  if (attribute !== undefined) return `!GetAtt ${attribute}`
  const sub = value["Fn::Sub"]
  if (typeof sub === "string") return `!Sub ${sub}`
  const hasVariable = parts.some((part) => "variable" in part)
  const text = parts.map((part) => {
    if ("variable" in part) return `\${${part.variable}}`
    return hasVariable ? part.literal.replaceAll("${", "${!") : part.literal
  })
  return `${hasVariable ? "!Sub " : ""}${text.join("")}`
}

/** What a reference is to: `X` for a Ref to it, for an attribute of it and for `${X}` alone. */
export function referenceOf(value: JsonValue | undefined): string | undefined {
  if (!isObject(value) || functionName(value) === undefined) return undefined
  const [part, ...others] = partsOf(value, () => undefined) ?? []
  if (!part || others.length > 0 || !("variable" in part)) return undefined
  return part.variable.split(".")[0]
}

function partsOf(
  value: JsonValue | undefined,
  leave: (unreadable: Unreadable) => void,
): readonly Part[] | undefined {
  if (typeof value === "string") return [{ literal: value }]
  if (typeof value === "number" || typeof value === "boolean") return [{ literal: String(value) }]
  const name = functionName(value)
  if (!isObject(value) || name === undefined) return undefined
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  const parts = Object.keys(value).length === 1 ? read?.(value[name], leave) : undefined
  if (parts === undefined) leave({ name, at: value })
  return parts === "left" ? undefined : parts
}

/** What a function's argument gives; "left" where a function in it was left already, undefined if it is malformed. */
type ReadFunction = (
  argument: JsonValue | undefined,
  leave: (unreadable: Unreadable) => void,
) => readonly Part[] | "left" | undefined

const readers: Readonly<Partial<Record<string, ReadFunction>>> = {
  Ref: (name) => (typeof name === "string" ? [{ variable: name }] : undefined),
  "Fn::GetAtt": (argument) => {
    const attribute = attributeOf(argument)
    return attribute === undefined ? undefined : [{ variable: attribute }]
  },
  "Fn::Sub": (argument, leave) => {
    const [text, map] = isList(argument) ? argument : [argument]
    if (functionName(text) !== undefined) return partsOf(text, leave) ? undefined : "left"
    if (typeof text !== "string" || (map !== undefined && !isObject(map))) return undefined
    return joined(text.split(/(\$\{[^{}]*\})/).map((piece) => subPart(piece, map, leave)))
  },
  "Fn::Join": (argument, leave) => {
    const [separator, list] = isList(argument) ? argument : []
    if (typeof separator !== "string") return undefined
    if (functionName(list) !== undefined) return partsOf(list, leave) ? undefined : "left"
    if (!isList(list)) return undefined
    return joined(
      list.flatMap((element, index) => {
        const parts = elementParts(element, leave)
        return index === 0 || separator === "" ? [parts] : [[{ literal: separator }], parts]
      }),
    )
  },
}

/** A list in a Join, or nothing that can be joined, makes the Join malformed. */
function elementParts(element: JsonValue, leave: (unreadable: Unreadable) => void) {
  const name = functionName(element)
  const parts = partsOf(element, leave)
  return parts ?? (name === undefined ? undefined : "left")
}

function subPart(
  piece: string,
  map: JsonObject | undefined,
  leave: (unreadable: Unreadable) => void,
) {
  const [, inside] = /^\$\{([^}]*)\}$/.exec(piece) ?? []
  if (inside === undefined) return [{ literal: piece }]
  if (inside.startsWith("!")) return [{ literal: `\${${inside.slice(1)}}` }]
  const name = inside.trim()
  return map && Object.hasOwn(map, name)
    ? elementParts(map[name] ?? null, leave)
    : [{ variable: name }]
}

function joined(pieces: readonly (readonly Part[] | "left" | undefined)[]) {
  const parts: Part[] = []
  let isLeft = false
  for (const piece of pieces) {
    if (piece === undefined) return undefined
    if (piece === "left") isLeft = true
    else parts.push(...piece)
  }
  return isLeft ? "left" : parts
}

function attributeOf(argument: JsonValue | undefined): string | undefined {
  if (typeof argument === "string") return argument
  if (!isList(argument) || argument.length < 2) return undefined
  return argument.every((part) => typeof part === "string") ? argument.join(".") : undefined
}
