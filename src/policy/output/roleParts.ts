import { below, type Pointer } from "../config/pointer.ts"
import { type InlinePolicy, isList, isObject, type JsonObject } from "../iam/document.ts"
import type { Role } from "../role/build.ts"
import { rememberEntries } from "./rememberEntries.ts"

/** Some whole lines of an output, each with its line break, and the part of the role that they write. */
export interface OutputPart {
  readonly text: string
  /** The place in the role; the lines of a frame around parts have none. */
  readonly at?: Pointer
}

/** An output as one text. */
export function textOf(parts: readonly OutputPart[]): string {
  return parts.map((part) => part.text).join("")
}

/** How many line breaks a text has: of whole lines their number. */
export function lineCount(text: string): number {
  let lines = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
}

/**
 * An output's parts to be compared with another's: the only line of an empty role (`{}`), where the other role
 * has none such, is no line that was taken away or that came.
 */
export function comparable(
  parts: readonly OutputPart[],
  other: readonly OutputPart[],
): readonly OutputPart[] {
  const [first] = parts
  const isEmpty = parts.length === 1 && first?.at === undefined
  return isEmpty && first?.text !== other[0]?.text ? [] : parts
}

/** How a format writes each part of a role: whole lines, without the last one's line break; "": no line. */
export interface Notation {
  /** Around the role's lists, and instead of them where there are none. */
  readonly start: string
  readonly end: string
  readonly empty: string
  /** Behind every entry of a list but the last. */
  readonly separator: string
  readonly listStart: (name: keyof Role) => string
  readonly listEnd: string
  readonly managedPolicy: (arn: string) => string
  readonly policy: (policy: InlinePolicy) => string
  readonly statement: (statement: JsonObject) => string
  /** Around the statements of a policy that has a name, a version and statements, nothing else. */
  readonly policyStart: (name: string, version: string) => string
  readonly policyEnd: string
  /** Around the actions of a statement that Jets makes of strings. */
  readonly actionsStart: string
  readonly action: (action: string) => string
  readonly actionsEnd: string
}

/**
 * Writes roles part by part: what one item made is one part. The text of an unchanged object is remembered,
 * so that a key costs the item it changes, not the list. A list that is empty is left out (DESIGN 2.4).
 */
export function createRoleParts(notation: Notation): (role: Role) => readonly OutputPart[] {
  const { separator } = notation
  const policies = rememberEntries(notation.policy, separator)
  const statements = rememberEntries(notation.statement, separator)
  let parts: OutputPart[] = []
  const frame = (text: string, isLast = true) => {
    if (text !== "") parts.push({ text: lines(text, isLast) })
  }
  const push = (text: string, at: Pointer, isLast = true) => {
    if (text !== "") parts.push({ text: lines(text, isLast), at })
  }
  const lines = (text: string, isLast: boolean) => `${text}${isLast ? "" : separator}\n`

  function pushPolicy(policy: InlinePolicy, index: number, isLast: boolean) {
    const framed = framedPolicy(policy)
    if (!framed) {
      parts.push(policies.part(policy, "/Policies", index, isLast))
      return
    }
    const at = below("/Policies", index)
    push(notation.policyStart(framed.name, framed.version), at)
    const list: Pointer = `${at}/PolicyDocument/Statement`
    for (const [index, statement] of framed.statements.entries())
      pushStatement(statement, list, index, index === framed.statements.length - 1)
    push(notation.policyEnd, at, isLast)
  }

  function pushStatement(statement: JsonObject, list: Pointer, index: number, isLast: boolean) {
    const actions = statements.knows(statement) ? undefined : plainActions(statement)
    if (!actions) {
      parts.push(statements.part(statement, list, index, isLast))
      return
    }
    const at = below(list, index)
    push(notation.actionsStart, at)
    for (const [index, action] of actions.entries())
      push(notation.action(action), below(`${at}/Action`, index), index === actions.length - 1)
    push(notation.actionsEnd, at, isLast)
  }

  return ({ Policies, ManagedPolicyArns: arns }) => {
    parts = []
    frame(Policies.length + arns.length > 0 ? notation.start : notation.empty)
    if (Policies.length > 0) {
      frame(notation.listStart("Policies"))
      for (const [index, policy] of Policies.entries())
        pushPolicy(policy, index, index === Policies.length - 1)
      frame(notation.listEnd, arns.length === 0)
    }
    if (arns.length > 0) {
      frame(notation.listStart("ManagedPolicyArns"))
      for (const [index, arn] of arns.entries())
        push(
          notation.managedPolicy(arn),
          below("/ManagedPolicyArns", index),
          index === arns.length - 1,
        )
      frame(notation.listEnd)
    }
    if (Policies.length + arns.length > 0) frame(notation.end)
    return parts
  }
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
