import type { Span } from "./places.ts"

export type Path = readonly (string | number)[]

/** Where in the settings a caret stands. */
export interface Spot {
  /** The path of the value that is or would be there; that of the object, where a key is. */
  readonly path: Path
  readonly isKey: boolean
  /** The token that the caret touches, or the empty place where one would begin. */
  readonly token: Span
  /** The string in that token, if it is one. */
  readonly text: string | undefined
}

/** An object or a list that is open at a place. */
interface Level {
  readonly isList: boolean
  index: number
  /** The key before the value, once its colon has come. */
  key: Span | undefined
  hasColon: boolean
}

/**
 * What stands at an offset of a JSON text, finished or not. jsonc-parser has the same as `getLocation`, which
 * takes 30 ms in a long text: too long for a list that comes while a person types.
 */
export function spotAt(json: string, offset: number): Spot {
  const levels: Level[] = []
  for (let at = 0; at < offset; at++) {
    const top = levels.at(-1)
    switch (json[at]) {
      case '"': {
        const token = { start: at, end: endOfString(json, at) }
        if (offset <= token.end) return spot(json, levels, token, textOf(json, token))
        if (top && !top.hasColon) top.key = token
        at = token.end - 1
        break
      }
      case "{":
      case "[":
        levels.push({ isList: json[at] === "[", index: 0, key: undefined, hasColon: false })
        break
      case "}":
      case "]":
        levels.pop()
        break
      case ":":
        if (top) top.hasColon = true
        break
      case ",":
        if (top) {
          top.index++
          top.hasColon = false
        }
        break
      case "/":
        at = endOfComment(json, at) - 1
        break
    }
  }
  const word = /[\w:*/-]*$/.exec(json.slice(Math.max(0, offset - 200), offset))?.[0] ?? ""
  return spot(json, levels, { start: offset - word.length, end: offset }, undefined)
}

function spot(json: string, levels: readonly Level[], token: Span, text: string | undefined): Spot {
  const top = levels.at(-1)
  const isKey = top !== undefined && !top.isList && !top.hasColon
  const outer = isKey ? levels.slice(0, -1) : levels
  const path = outer.map(({ isList, index, key }) =>
    isList ? index : key ? textOf(json, key) : "",
  )
  return { path, isKey, token, text }
}

/** Behind the quote that ends a string; an unfinished one ends with its line. */
function endOfString(json: string, start: number): number {
  const string = /"(?:[^"\\\r\n]|\\.)*"?/y
  string.lastIndex = start
  return start + (string.exec(json)?.[0].length ?? 1)
}

function endOfComment(json: string, start: number): number {
  const comment = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|\//y
  comment.lastIndex = start
  return start + (comment.exec(json)?.[0].length ?? 1)
}

function textOf(json: string, { start, end }: Span): string {
  const token = json.slice(start, end)
  try {
    return String(JSON.parse(token))
  } catch {
    return token.replace(/^"|"$/g, "")
  }
}
