import type { JsonValue } from "../iam/document.ts"

/**
 * The value of a text of which nothing has to be said: JSON, no key twice in one object, no number that might
 * not be kept, at most `maxDepth` deep. undefined: what is said needs the slow look of readJson. A key in a
 * long text costs a tenth of that this way.
 */
export function readPlainJson(text: string, maxDepth: number): JsonValue | undefined {
  const written = countKeys(text, maxDepth)
  if (written === undefined) return undefined
  try {
    const value: JsonValue = JSON.parse(text)
    // JSON.parse keeps the last of equal keys, so fewer keys than were written means a repeated one.
    return keysIn(value) === written ? value : undefined
  } catch {
    return undefined
  }
}

const [quote, backslash, colon] = [34, 92, 58]
const [openList, closeList, openObject, closeObject] = [91, 93, 123, 125]
const [minus, zero, nine] = [45, 48, 57]
/** Digits that a double holds for sure. */
const safeDigits = 15

/** How many keys a JSON text writes; undefined where it is deep or has a number that isn't short and whole. */
function countKeys(text: string, maxDepth: number): number | undefined {
  let keys = 0
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) at = endOfString(text, at)
    else if (code === colon) keys++
    else if (code === openList || code === openObject) {
      if (++depth > maxDepth) return undefined
    } else if (code === closeList || code === closeObject) depth--
    else if (code === minus || (code >= zero && code <= nine)) {
      const number = /[-+.\deE]+/y
      number.lastIndex = at
      const [source = ""] = number.exec(text) ?? []
      if (source.length > safeDigits || /[.eE]/.test(source)) return undefined
      at += source.length - 1
    }
  }
  return keys
}

/** Where the string that begins at `start` ends; in a broken text, its last character. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0
    while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++
    if (slashes % 2 === 0) return end
  }
  return text.length
}

function keysIn(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 0
  const values: readonly JsonValue[] = Object.values(value)
  const own = Array.isArray(value) ? 0 : values.length
  return values.reduce<number>((sum, inner) => sum + keysIn(inner), own)
}
