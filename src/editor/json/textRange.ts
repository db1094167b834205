import type { Range } from "../../policy/index.ts"
import type { Span } from "./places.ts"

/** The offsets of a range of lines and columns. */
export function offsetsOf(text: string, { line, column, endLine, endColumn }: Range): Span {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n?|\n/g), (found) => found.index + found[0].length),
  ]
  const at = (row: number, place: number) =>
    Math.min(text.length, (starts[row - 1] ?? text.length) + place - 1)
  return { start: at(line, column), end: at(endLine, endColumn) }
}
