import { isList, type JsonValue } from "../iam/document.ts"
import { rubyKey, rubyString } from "./rubyString.ts"

/** The longest line that a short list may make. */
const width = 100
/** Deeper than anything that has a meaning, and than Ruby's parser can read. */
const maxDepth = 1000

/**
 * A value as Ruby data: a hash in lines, a list of few short items on one line, else in lines, each closed by a
 * comma. Every line but the first begins with `indent`; on the first, `before` columns are taken. What is nested
 * deeper than 1,000 levels, or is no JSON, is `nil`.
 */
export function rubyValue(value: JsonValue, indent: string, before: number): string {
  return valueAt(value, indent, before, 0)
}

/** A value on one line; undefined: it has a hash with keys, or is longer than `room`. */
export function inlineRuby(value: JsonValue, room: number): string | undefined {
  if (typeof value !== "object" || value === null) {
    const text = scalar(value)
    return text.length <= room ? text : undefined
  }
  if (!isList(value)) return Object.keys(value).length === 0 && room >= 2 ? "{}" : undefined
  const items: string[] = []
  let left = room - 2
  for (const item of value) {
    const text = left > 0 ? inlineRuby(item, left) : undefined
    if (text === undefined) return undefined
    items.push(text)
    left -= text.length + 2
  }
  return room >= 2 ? `[${items.join(", ")}]` : undefined
}

function valueAt(value: JsonValue, indent: string, before: number, depth: number): string {
  if (typeof value !== "object" || value === null) return scalar(value)
  if (depth === maxDepth) return "nil"
  // The comma behind it counts too.
  const inline = inlineRuby(value, width - before - 1)
  if (inline !== undefined) return inline
  const inner = `${indent}  `
  if (isList(value)) {
    const items = value.map((item) => `${inner}${valueAt(item, inner, inner.length, depth + 1)},\n`)
    return `[\n${items.join("")}${indent}]`
  }
  const entries = Object.entries(value).map(([name, part]) => {
    const start = `${inner}${rubyKey(name)} `
    return `${start}${valueAt(part, inner, start.length, depth + 1)},\n`
  })
  return `{\n${entries.join("")}${indent}}`
}

function scalar(value: string | number | boolean | null): string {
  if (typeof value === "string") return rubyString(value)
  if (typeof value === "number") return number(value)
  return typeof value === "boolean" ? String(value) : "nil"
}

/** JavaScript's exponents are Ruby's too; a long whole number needs all its digits to be the same one. */
function number(value: number): string {
  if (!Number.isFinite(value)) return "nil"
  if (Object.is(value, -0)) return "-0.0"
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? String(BigInt(value)) : String(value)
}
