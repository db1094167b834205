const isUpper = (character: string) => character >= "A" && character <= "Z"
const isLower = (character: string) => character >= "a" && character <= "z"

/** Whether a word starts at `index`, as in Amazon|S3|Full|Access and AWS|Lambda|Role. */
function isWordStart(name: string, index: number): boolean {
  const before = name.charAt(index - 1)
  if (isUpper(before)) return isUpper(name.charAt(index)) && isLower(name.charAt(index + 1))
  return !isLower(before) || isUpper(name.charAt(index))
}

function startsWord(name: string, lowerName: string, word: string): boolean {
  let index = lowerName.indexOf(word)
  while (index >= 0 && !isWordStart(name, index)) index = lowerName.indexOf(word, index + 1)
  return index >= 0
}

/** What is looked for. */
export interface Query {
  /** In lower case, without space around it. */
  readonly text: string
  readonly words: readonly string[]
}

/** What a person typed as a query. */
export function readQuery(typed: string): Query {
  const text = typed.trim().toLowerCase()
  return { text, words: text === "" ? [] : text.split(/\s+/) }
}

/** How well a thing matches, 0 the best. */
export type Rank = 0 | 1 | 2 | 3

/** A rank that is behind all that match. */
export const rankCount = 4

/**
 * How well a thing matches, 0 the best; undefined if it doesn't. `key` is what a person types when they know it,
 * in lower case; `name` is what else tells it (`lowerName` in lower case). What equals the query needs no rank: it
 * is the shortest of those that begin with it.
 */
export function matchRank(
  { text, words }: Query,
  key: string,
  name: string,
  lowerName: string,
): Rank | undefined {
  if (!words.every((word) => key.includes(word) || lowerName.includes(word))) return undefined
  if (key.startsWith(text)) return 0
  if (words.every((word) => startsWord(name, lowerName, word))) return 1
  return key.includes(text) ? 2 : 3
}
