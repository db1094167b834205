import { below, type Pointer } from "../config/pointer.ts"
import {
  type InlinePolicy,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../iam/document.ts"
import type { Role } from "../role/build.ts"
import { yamlString } from "./scalar.ts"
import { yamlBlock } from "./yamlBlock.ts"

/** Some whole lines of an output, each with its line break, and the part of the role that they write. */
export interface OutputPart {
  readonly text: string
  /** The place in the role; the lines of a frame around parts have none. */
  readonly at?: Pointer
}

/**
 * The role as YAML in the documentation's style (DESIGN 2.4). A key whose list is empty is left out; an
 * empty role is `{}`.
 */
export function toYaml(role: Role): string {
  return yamlChunks(role)
    .map((chunk) => chunk.text)
    .join("")
}

/**
 * The same, part by part: what one item made is one chunk. The text of an unchanged object is remembered,
 * so that a key costs the item it changes, not the list.
 */
export function yamlChunks(role: Role): readonly OutputPart[] {
  const chunks: OutputPart[] = []
  if (role.Policies.length > 0) {
    chunks.push({ text: "Policies:\n" })
    for (const [index, policy] of role.Policies.entries())
      pushPolicy(chunks, policy, below("/Policies", index))
  }
  if (role.ManagedPolicyArns.length > 0) {
    chunks.push({ text: "ManagedPolicyArns:\n" })
    for (const [index, arn] of role.ManagedPolicyArns.entries())
      chunks.push({ text: `  - ${yamlString(arn)}\n`, at: below("/ManagedPolicyArns", index) })
  }
  return chunks.length > 0 ? chunks : [{ text: "{}\n" }]
}

function pushPolicy(chunks: OutputPart[], policy: InlinePolicy, at: Pointer) {
  const framed = framedPolicy(policy)
  if (!framed) {
    chunks.push({ text: partOf(policy, 2), at })
    return
  }
  chunks.push({
    text: [
      `  - PolicyName: ${yamlString(framed.name)}\n`,
      "    PolicyDocument:\n",
      `      ${yamlBlock({ Version: framed.version })}\n`,
      "      Statement:\n",
    ].join(""),
    at,
  })
  const list: Pointer = `${at}/PolicyDocument/Statement`
  for (const [index, statement] of framed.statements.entries())
    pushStatement(chunks, statement, list, index)
}

const statementChunks = new WeakMap<
  JsonObject,
  { readonly list: Pointer; readonly index: number; readonly chunk: OutputPart }
>()

function pushStatement(chunks: OutputPart[], statement: JsonObject, list: Pointer, index: number) {
  const known = statementChunks.get(statement)
  if (known?.index === index && known.list === list) {
    chunks.push(known.chunk)
    return
  }
  const at = below(list, index)
  const actions = plainActions(statement)
  if (!actions) {
    const chunk = { text: partOf(statement, 8), at }
    statementChunks.set(statement, { list, index, chunk })
    chunks.push(chunk)
    return
  }
  chunks.push({ text: "        - Action:\n", at })
  for (const [index, action] of actions.entries())
    chunks.push({ text: `            - ${yamlString(action)}\n`, at: below(`${at}/Action`, index) })
  chunks.push({ text: '          Effect: Allow\n          Resource: "*"\n', at })
}

/** A policy whose statements can be written one by one: just a name, a version and statements. */
function framedPolicy(
  policy: InlinePolicy,
): { name: string; version: string; statements: readonly JsonObject[] } | undefined {
  const { PolicyName: name, PolicyDocument: document } = policy
  if (typeof name !== "string" || !isObject(document)) return undefined
  const { Version: version, Statement: list } = document
  if (typeof version !== "string" || !isList(list)) return undefined
  const statements = list.filter(isObject)
  return keysOf(policy) === "PolicyName,PolicyDocument" &&
    keysOf(document) === "Version,Statement" &&
    statements.length > 0 &&
    statements.length === list.length
    ? { name, version, statements }
    : undefined
}

/** The actions of the statement that Jets makes of strings. */
function plainActions(statement: JsonObject): readonly string[] | undefined {
  const { Action: list, Effect, Resource } = statement
  if (Effect !== "Allow" || Resource !== "*" || !isList(list) || list.length === 0) return undefined
  const actions = list.filter((action) => typeof action === "string")
  return keysOf(statement) === "Action,Effect,Resource" && actions.length === list.length
    ? actions
    : undefined
}

const keysOf = (object: object) => Object.keys(object).join()

const written = new Map<number, WeakMap<object, string>>()

/** An object as an entry of a YAML list that is indented by `indent`. */
function partOf(object: JsonObject | InlinePolicy, indent: number): string {
  const texts = written.get(indent) ?? new WeakMap<object, string>()
  written.set(indent, texts)
  const known = texts.get(object)
  if (known !== undefined) return known
  const prefix = " ".repeat(indent)
  const entry: JsonValue = Object.fromEntries(
    Object.entries(object).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
  const text = `${prefix}${yamlBlock([entry], prefix)}\n`
  texts.set(object, text)
  return text
}
