import { createScanner } from "jsonc-parser"
import { isList, isObject, type JsonObject, type JsonValue } from "../iam/document.ts"
import type { IamConfig } from "./config.ts"
import type { Issue, Parsed } from "./issue.ts"
import { rangeOf, readJson } from "./jsonText.ts"
import { readPlainJson } from "./plainJson.ts"

const maxLength = 2_000_000
const maxDepth = 200

/**
 * Reads the text of settings. The value is JSON.parse's, as written (DESIGN 2.1): comments and trailing commas
 * are left out first, of a repeated key the last counts. Issues are about the text alone: at most 100 warnings
 * beside a value, or the one error why there is none. Never throws.
 */
export function parseConfig(text: string): Parsed<IamConfig> {
  return parseObject(text, '{"policy": ["s3"]}')
}

/** Reads the raw JSON of one item, an object, by the rules of parseConfig; pointers begin at the item. */
export function parseItem(text: string): Parsed<JsonObject> {
  return parseObject(text, '{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}')
}

function parseObject(source: string, example: string): Parsed<JsonObject> {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source
  const tooLong = lengthError(text)
  const plain = tooLong ? undefined : readPlainJson(text, maxDepth)
  if (isObject(plain)) return { value: plain, issues: [] }
  const limit = tooLong ?? depthError(text)
  if (limit) return { value: undefined, issues: [limit] }
  const { json, error, warnings } = readJson(text)
  if (error) return { value: undefined, issues: [error] }
  const value: JsonValue = JSON.parse(json)
  if (isObject(value)) return { value, issues: warnings }
  const kind = isList(value) ? "a list" : value === null ? "null" : `a ${typeof value}`
  const message = `Expected an object, found ${kind}: nothing can be read from it. Write an object in braces, such as \`${example}\`.`
  const range = rangeOf(text, 0, 0)
  return { value: undefined, issues: [{ code: "not-an-object", message, at: "", range }] }
}

function lengthError(text: string): Issue | undefined {
  if (text.length <= maxLength) return undefined
  const [size, limit] = [text.length, maxLength].map((count) => count.toLocaleString("en-US"))
  const message = `This text has ${size} characters, and the limit is ${limit}. It isn't read, because the page would stall: shorten it.`
  return { code: "too-large", message }
}

/**
 * `visit` and much else recurses. A bracket that closes nothing is passed over, as `visit` does: otherwise
 * broken text could be deeper there than it is here.
 */
function depthError(text: string): Issue | undefined {
  const scanner = createScanner(text)
  const closing: string[] = []
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const bracket = text.charAt(scanner.getTokenOffset())
    if (bracket === "{") closing.push("}")
    else if (bracket === "[") closing.push("]")
    else if (bracket === closing.at(-1)) closing.pop()
    if (closing.length <= maxDepth) continue
    const message = `Lists and objects are nested deeper than ${maxDepth} levels here, so this text isn't read. Remove the brackets that are too many.`
    const range = rangeOf(bracket, scanner.getTokenStartLine(), scanner.getTokenStartCharacter())
    return { code: "nested-too-deeply", message, range }
  }
  return undefined
}
