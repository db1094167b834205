import type { Alias, Node, Pair, Scalar } from "yaml"
import type { Issue } from "../../config/issue.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { failed, type Read } from "./data.ts"
import { createPlaces } from "./places.ts"
import { plainScalar } from "./plainScalar.ts"
import { Fault, yamlDocuments } from "./yamlDocuments.ts"

/** How much all aliases of a text may add to it: a few short lines can stand for billions of items. */
const maxAliased = 100_000

/**
 * Reads YAML as CloudFormation and Serverless write it: dates and long numbers are strings, tags become
 * functions in their long form, anchors, aliases and merge keys are resolved. Broken YAML gives an error with its
 * place, several documents too. Never throws; the yaml library is loaded when it is first wanted.
 */
export async function readYamlData(text: string): Promise<Read> {
  const yaml = await import("yaml")
  const places = createPlaces(text)
  const offsets = new Map<object, readonly [number, number]>()
  const sizes = new Map<object, number>()
  const anchors = new Map<string, JsonValue>()
  const warnings: Issue[] = []
  let count = 0
  let aliased = 0

  const fail = (message: string, start = 0, end = start + 1): never => {
    const says = `This isn't valid YAML: ${message} Nothing can be read until this is put right.`
    throw new Fault(failed("invalid-yaml", says, places(start, end)))
  }

  const convert = (node: Node | null): JsonValue => {
    const before = count++
    if (yaml.isAlias(node)) return fromAlias(node)
    const value = withTag(node, contentOf(node))
    if (typeof value === "object" && value !== null) {
      if (node?.range) offsets.set(value, [node.range[0], node.range[1]])
      sizes.set(value, count - before)
    }
    if (node && "anchor" in node && node.anchor) anchors.set(node.anchor, value)
    return value
  }

  const fromAlias = (alias: Alias): JsonValue => {
    const value = anchors.get(alias.source)
    const [start, end] = alias.range ?? [0, 1]
    if (value === undefined) return fail(`\`*${short(alias.source)}\` has no anchor.`, start, end)
    const size = typeof value === "object" && value !== null ? (sizes.get(value) ?? 1) : 1
    count += size
    aliased += size
    if (aliased <= maxAliased) return value
    const message =
      "The aliases of this text repeat so much that it isn't read: the page would stall. Import a smaller part of it."
    throw new Fault(failed("too-large", message, places(start, end)))
  }

  const contentOf = (node: Node | null): JsonValue => {
    if (yaml.isScalar(node)) return scalarValue(node)
    if (yaml.isSeq<Node>(node)) return node.items.map((item) => convert(item))
    return yaml.isMap<Node, Node>(node) ? mapValue(node.items) : null
  }

  const mapValue = (pairs: readonly Pair<Node, Node | null>[]): JsonObject => {
    const own = new Map<string, JsonValue>()
    const merged = new Map<string, JsonValue>()
    for (const { key, value } of pairs) {
      if (isMergeKey(key)) {
        const entries = mergedEntries(convert(value))
        if (!entries) fail("`<<` needs an object, or a list of objects.", key.range?.[0])
        for (const [name, inner] of entries ?? []) if (!merged.has(name)) merged.set(name, inner)
        continue
      }
      const read = convert(key)
      // A key is a text: `Null:` is an operator of IAM.
      const name = yaml.isScalar(key) && !key.tag ? String(key.value) : keyText(read)
      if (own.has(name) && key.range && warnings.length < 100) {
        const message = `\`${short(name)}\` is in the same object before, and only this last one counts. Merge them, or remove one.`
        const range = places(key.range[0], key.range[1])
        warnings.push({ code: "duplicate-key", severity: "warning", message, range })
      }
      own.set(name, convert(value))
    }
    return Object.fromEntries([...[...merged].filter(([name]) => !own.has(name)), ...own])
  }

  const isMergeKey = (key: Node) => yaml.isScalar(key) && key.value === "<<" && key.type === "PLAIN"

  try {
    const [document, second] = yamlDocuments(yaml, text, fail)
    if (second) fail("it holds several documents, divided by `---`. Import one.", second.range[0])
    const value = convert(document?.contents ?? null)
    const rangeOf = (part: JsonValue | undefined) => {
      const found = typeof part === "object" && part !== null ? offsets.get(part) : undefined
      return found && places(...found)
    }
    return { data: { value, rangeOf, warnings } }
  } catch (error) {
    if (error instanceof Fault) return error.read
    return failed("invalid-yaml", "This text can't be read as YAML. Import a smaller part of it.")
  }
}

function scalarValue(scalar: Scalar): JsonValue {
  const text = String(scalar.value)
  return scalar.type === "PLAIN" && !scalar.tag ? plainScalar(text) : text
}

/** A tag of CloudFormation's as the function in its long form: `!Sub x` is `{"Fn::Sub": "x"}`. */
function withTag(node: Node | null, value: JsonValue): JsonValue {
  const [, name] = /^!([^!].*)$/.exec(node?.tag ?? "") ?? []
  if (name === undefined) return value
  return { [name === "Ref" ? "Ref" : `Fn::${name}`]: value }
}

/** What a merge key brings in; undefined for what is no object and no list of objects. */
function mergedEntries(value: JsonValue): readonly (readonly [string, JsonValue])[] | undefined {
  const parts = isList(value) ? value : [value]
  const objects = parts.filter(isObject)
  return objects.length === parts.length ? objects.flatMap(Object.entries<JsonValue>) : undefined
}

function keyText(key: JsonValue): string {
  return typeof key === "string" ? key : JSON.stringify(key)
}

function short(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40).toWellFormed()}…` : name
}
