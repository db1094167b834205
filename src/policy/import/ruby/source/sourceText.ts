import type { Range } from "../../../config/issue.ts"
import type { Location } from "./prism.ts"

const step = 256

/** A text and the places in it that Prism names by bytes of UTF-8. */
export interface SourceText {
  /** The characters of a place, at most so many. */
  readonly slice: (location: Location, most?: number) => string
  readonly range: (location: Location) => Range
  /** The line that it begins in. */
  readonly line: (location: Location) => number
}

/** Made in one pass; a place then costs a search, however long its line is. */
export function createSourceText(text: string): SourceText {
  /** The bytes before every `step`-th character, and the characters before every line. */
  const bytesBefore: number[] = []
  const lineStarts = [0]
  let bytes = 0
  for (let index = 0; index < text.length; index++) {
    if (index % step === 0) bytesBefore.push(bytes)
    bytes += sizeAt(text, index)
    if (text.charCodeAt(index) === 10) lineStarts.push(index + 1)
  }

  function indexOf(offset: number): number {
    const mark = lastAtMost(bytesBefore, offset)
    let index = mark * step
    for (let at = bytesBefore[mark] ?? 0; at < offset && index < text.length; index++)
      at += sizeAt(text, index)
    return index
  }

  function position(index: number): readonly [line: number, column: number] {
    const line = lastAtMost(lineStarts, index)
    return [line + 1, index - (lineStarts[line] ?? 0) + 1]
  }

  return {
    slice({ startOffset, length }, most = text.length) {
      const start = indexOf(startOffset)
      return text.slice(start, Math.min(indexOf(startOffset + length), start + most))
    },
    line: ({ startOffset }) => position(indexOf(startOffset))[0],
    range({ startOffset, length }) {
      const [line, column] = position(indexOf(startOffset))
      const [endLine, endColumn] = position(indexOf(startOffset + length))
      return { line, column, endLine, endColumn }
    },
  }
}

/** Bytes in UTF-8 of the UTF-16 unit: both halves of a pair count two, one that is alone becomes U+FFFD. */
function sizeAt(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  if (code < 0xd800 || code > 0xdfff) return 3
  const isPair =
    code < 0xdc00
      ? isLow(text.charCodeAt(index + 1))
      : index > 0 && isHigh(text.charCodeAt(index - 1))
  return isPair ? 2 : 3
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000

/** The index of the last of ascending numbers that is at most `limit`. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
