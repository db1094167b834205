import { isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { readJsonData } from "./json.ts"

/**
 * The text that a byte order mark, the fence of a Markdown block, URL encoding or a JSON string is around. Lines stay
 * where they are, if they are kept at all.
 */
export function unwrapped(source: string): string {
  let text = source.replace(/^\uFEFF/, "")
  for (let layer = 0; layer < mostLayers; layer++) {
    const [, fenced] = /^\s*```[\w-]*[ \t]*(\r?\n[\s\S]*?)\n?```\s*$/.exec(text) ?? []
    const inner = fenced ?? urlDecoded(text) ?? unquoted(text)
    if (inner === undefined) break
    text = inner
  }
  return text
}

const mostLayers = 4

/** The text behind URL encoding (`%7B%22…`, blanks as `%20` or `+`), as IAM's API gives documents; else undefined. */
function urlDecoded(text: string): string | undefined {
  if (!/^\s*%(?:7b|5b|22)/i.test(text)) return undefined
  try {
    return decodeURIComponent(text.replaceAll(/[\r\n]+/g, "").replaceAll("+", "%20"))
  } catch {
    return undefined
  }
}

/** The text that is in a JSON string; undefined for any other text. */
function unquoted(text: string): string | undefined {
  if (!/^\s*"/.test(text)) return undefined
  try {
    const value: JsonValue = JSON.parse(text)
    return typeof value === "string" ? value : undefined
  } catch {
    return undefined
  }
}

/** A document that is written as a string: JSON, URL-encoded or not. */
export function decoded(text: string): JsonObject | undefined {
  const read = readJsonData(urlDecoded(text) ?? text)
  return "data" in read && isObject(read.data.value) ? read.data.value : undefined
}
