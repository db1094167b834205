import { type Node, view } from "../source/prism.ts"
import { type Text, textValue, type Unreadable, unreadable, type Value } from "../value/value.ts"
import type { Reading } from "./reading.ts"

/** A string of parts: texts side by side, and what `#{…}` holds. What can't be read makes the whole so. */
export function joinedText(reading: Reading, parts: readonly Node[]): Text | Unreadable {
  const values = parts.map((part) => embedded(reading, part))
  const spots = values.flatMap((value) => (value.type === "unreadable" ? value.spots : []))
  if (spots.length > 0) return unreadable(spots)
  const text = values.map((value) => ("text" in value ? value.text : "")).join("")
  const doubts = values.flatMap((value) => (value.type === "unreadable" ? [] : value.doubts))
  reading.budget.spendText(text.length)
  reading.budget.spend(doubts.length)
  return textValue(text, doubts)
}

/** `#{…}` takes a text, a symbol, a number, true, false or nil. */
function embedded({ data, evaluate, unknown }: Reading, part: Node): Value {
  const seen = view(part)
  if (seen.type !== "EmbeddedStatementsNode") return data(part)
  const [only, ...others] = seen.statements?.body ?? []
  if (!only) return textValue("")
  if (others.length > 0) return unknown(part)
  const value = evaluate(only)
  return value.type === "unreadable" || "text" in value ? value : unknown(only)
}
