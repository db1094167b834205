import { type Node, parseTree } from "jsonc-parser"
import { readJson } from "../../config/jsonText.ts"
import { readPlainJson } from "../../config/plainJson.ts"
import { isList, isObject, type JsonValue } from "../../iam/document.ts"
import { type Data, maxDepth, type Read, tooDeep } from "./data.ts"
import { createPlaces } from "./places.ts"

/**
 * Reads JSON as people paste it: comments, trailing commas and a word processor's quotes are no fault. Of a
 * repeated key the last counts, with a warning; so has a number that JSON can't hold. Broken JSON gives an error with its place. Never throws.
 */
export function readJsonData(source: string): Read {
  const text = straighten(source)
  const plain = readPlainJson(text, maxDepth)
  if (plain !== undefined) return { data: placed(text, plain, []) }
  const depth = depthError(text)
  if (depth) return depth
  const { json, error, warnings } = readJson(text)
  if (error) return { error }
  const value: JsonValue = JSON.parse(json)
  return {
    data: placed(
      text,
      value,
      warnings.filter(({ code }) => code !== "comment" && code !== "trailing-comma"),
    ),
  }
}

/** The places are looked up only when something has to be said. */
function placed(text: string, value: JsonValue, warnings: Data["warnings"]): Data {
  let offsets: WeakMap<object, Node> | undefined
  const places = createPlaces(text)
  return {
    value,
    warnings,
    rangeOf: (part) => {
      if (typeof part !== "object" || part === null) return undefined
      offsets ??= offsetsOf(text, value)
      const node = offsets.get(part)
      return node && places(node.offset, node.offset + node.length)
    },
  }
}

function offsetsOf(text: string, root: JsonValue): WeakMap<object, Node> {
  const offsets = new WeakMap<object, Node>()
  const walk = (node: Node | undefined, value: JsonValue | undefined) => {
    if (!node || typeof value !== "object" || value === null) return
    offsets.set(value, node)
    for (const [index, child] of (node.children ?? []).entries()) {
      if (isList(value)) walk(child, value[index])
      const [key, inner] = child.children ?? []
      if (isObject(value) && typeof key?.value === "string" && Object.hasOwn(value, key.value))
        walk(inner, value[key.value])
    }
  }
  walk(parseTree(text, [], { allowTrailingComma: true }), root)
  return offsets
}

/** Straight quotes for the curly ones that stand around a string, character for character. */
export function straighten(text: string): string {
  if (!/[“”„‟]/.test(text)) return text
  return text.replace(/"(?:[^"\\]|\\.)*"?|[“”„‟]([^“”„‟"\n]*)[“”„‟]/gs, (piece, inner?: string) =>
    inner === undefined ? piece : `"${inner}"`,
  )
}

/** `visit` recurses: what is too deep must not reach it. Brackets in strings and comments may count as well. */
function depthError(text: string): Read | undefined {
  let depth = 0
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (mark === "[" || mark === "{") depth++
    else if (depth > 0 && (mark === "]" || mark === "}")) depth--
    if (depth > maxDepth) return tooDeep(createPlaces(text)(index, index + 1))
  }
  return undefined
}
