import type { Range } from "../../config/issue.ts"

/** Turns offsets of a text into a range of lines and columns, 1-based. The lines are counted once. */
export function createPlaces(text: string): (start: number, end: number) => Range {
  let starts: number[] | undefined
  return (start, end) => {
    starts ??= lineStarts(text)
    const from = lineAt(starts, Math.min(start, text.length))
    const to = lineAt(starts, Math.min(Math.max(start, end), text.length))
    return {
      line: from + 1,
      column: start - (starts[from] ?? 0) + 1,
      endLine: to + 1,
      endColumn: Math.max(start, end) - (starts[to] ?? 0) + 1,
    }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that begins at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
