/** One piece of a text that becomes another: from `start` up to `end`. */
export interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The smallest single change from one text to another; undefined where they are equal. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let same = 0
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++
  // A place between the two halves of one character is none that an editor knows.
  if (splits(before, start) || splits(after, start)) start--
  if (same > 0 && (splits(before, before.length - same) || splits(after, after.length - same)))
    same--
  return {
    start,
    end: before.length - same,
    text: after.slice(start, after.length - same),
  }
}

/** Whether the place is inside of a line break or of a character beyond U+FFFF. */
function splits(text: string, at: number): boolean {
  return /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1))
}

/** The line break of a text as an editor can keep it: Windows' where there is no other. */
export function lineBreakOf(text: string): "\r\n" | "\n" {
  return /\r\n/.test(text) && !/(?:^|[^\r])\n/.test(text) ? "\r\n" : "\n"
}

/** The text with one line break throughout. */
export function withLineBreak(text: string, lineBreak: string): string {
  return text.replaceAll(/\r\n?|\n/g, lineBreak)
}
