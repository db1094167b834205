import { equalityKey } from "../../config/equal.ts"
import type { Pointer } from "../../config/pointer.ts"
import { parseOperator } from "../../iam/condition.ts"
import { isList, isObject, type JsonObject, type JsonValue, stringsOf } from "../../iam/document.ts"
import { isAccepted } from "../accepted.ts"
import { of2012, type Version } from "../evaluate/version.ts"

/** What one statement says of actions, resources and conditions, as summaries need it. */
export interface StatementReach {
  readonly effect: "Allow" | "Deny"
  /** The texts of its Action, or of its NotAction, in lower case. */
  readonly texts: readonly string[]
  /** These texts as written. */
  readonly written: readonly string[]
  /** Whether the texts are those of NotAction: it is about every other action. */
  readonly isExcept: boolean
  /** Whether it holds for every resource: a Resource is `*`. */
  readonly isEverywhere: boolean
  /** The texts of its Resource, or of its NotResource. */
  readonly resources: readonly string[]
  readonly isNotResource: boolean
  readonly isConditional: boolean
  /** Its conditions, each in one form, all of which must be met. */
  readonly conditions: readonly string[]
  /** Whether it can be told what it does; a Deny of which it can't may deny. */
  readonly isSure: boolean
  /** Whether `${…}` in it stands for itself, as in documents of 2008. */
  readonly isLiteral: boolean
  /** Statements with the same key hold for the same resources, under the same conditions. */
  readonly scopeKey: string
}

/** A statement of a role: `/0/PolicyDocument/Statement/1` in its attached policies. */
export interface PlacedReach {
  readonly at: Pointer
  readonly reach: StatementReach
}

/** The statements that allow and deny the same actions, in their order. Actions alike share one. */
export interface ReachClass {
  readonly allows: readonly PlacedReach[]
  readonly denies: readonly PlacedReach[]
}

interface Read {
  readonly version: Version
  readonly reach: StatementReach | undefined
}

const known = new WeakMap<JsonObject, Read>()

/**
 * What a statement reaches, read once for each object; undefined for one that does nothing. Of one that IAM
 * would refuse, or whose actions are filled in later, it can't be told what it does: an Allow counts as nothing,
 * a Deny as if under a condition (as evaluateAccess has it). `version`: the document's, if Jets doesn't write it.
 */
export function statementReach(
  statement: JsonObject,
  version: Version = of2012,
): StatementReach | undefined {
  const before = known.get(statement)
  if (before?.version === version) return before.reach
  const reach = readStatement(statement, version)
  known.set(statement, { version, reach })
  return reach
}

function readStatement(statement: JsonObject, version: Version): StatementReach | undefined {
  const effect = own(statement, "Effect")
  if (effect !== "Allow" && effect !== "Deny") return undefined
  const isRight = version.isKnown && isAccepted(statement)
  if (effect === "Allow" && !isRight) return undefined
  const isExcept = !Object.hasOwn(statement, "Action")
  const isNotResource = !Object.hasOwn(statement, "Resource")
  const written = stringsOf(own(statement, isExcept ? "NotAction" : "Action")).map(
    ({ text }) => text,
  )
  if (written.length === 0 && !isExcept) return undefined
  const mayBeAny = (effect === "Deny") !== isExcept
  const texts = written.map((text) => (mayBeAny ? anyText(text) : text).toLowerCase())
  const resources = resourcesOf(own(statement, isNotResource ? "NotResource" : "Resource"))
  const isEverywhere = !isNotResource && resources.some((text) => /^\*+$/.test(text))
  const isSure = isRight && !(effect === "Deny" && written.some((text) => anyText(text) !== text))
  const conditions = conditionsOf(own(statement, "Condition"))
  const isLiteral =
    !version.variables && [...resources, ...conditions].some((text) => text.includes("${"))
  const isPlain = isEverywhere && isSure && conditions.length === 0
  const scope = isEverywhere ? "*" : [...new Set(resources)].sort()
  return {
    effect,
    texts,
    written,
    isExcept,
    isEverywhere,
    resources,
    isNotResource,
    isConditional: conditions.length > 0 || !isSure,
    conditions,
    isSure,
    isLiteral,
    scopeKey: isPlain ? "" : JSON.stringify([isNotResource, scope, conditions, isSure, isLiteral]),
  }
}

/** An action that Ruby or CloudFormation fills in, or that IAM would refuse, may be any that its beginning leaves. */
export function anyText(text: string): string {
  if (text.startsWith("!")) return "*"
  const open = text.replaceAll(/#\{[^}]*\}?/g, "*")
  return open.includes(":") || /^\*+$/.test(open) ? open : open.replace(/\*.*$/s, "*:*")
}

/** The texts of resources; of one that CloudFormation fills in (`{"Ref": …}`) its JSON. */
function resourcesOf(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return []
  return (isList(value) ? value : [value]).flatMap((one) => {
    if (typeof one === "string") return [one]
    const [key = "", ...others] = isObject(one) ? Object.keys(one) : []
    return others.length === 0 && /^(?:Ref$|Fn::)/.test(key) ? [equalityKey(one)] : []
  })
}

/**
 * Conditions in one form each: neither the case of operators and keys counts, nor the order of keys and values,
 * nor whether a value is a list or no text.
 */
function conditionsOf(condition: JsonValue | undefined): readonly string[] {
  if (condition === undefined) return []
  if (!isObject(condition)) return [equalityKey(condition)]
  const conditions = Object.entries(condition).flatMap(([text, block]) => {
    if (!isObject(block)) return equalityKey([text, block])
    return Object.entries(block).map(([key, value]) => {
      const values = (isList(value) ? value : [value]).map((one) =>
        typeof one === "object" ? equalityKey(one) : String(one),
      )
      return JSON.stringify([operatorName(text), key.toLowerCase(), [...new Set(values)].sort()])
    })
  })
  return [...new Set(conditions)].sort()
}

function operatorName(text: string): string {
  const operator = parseOperator(text)
  if (!operator) return text
  const { qualifier = "", name, ifExists } = operator
  return `${qualifier}:${name}${ifExists ? "IfExists" : ""}`
}

function own(statement: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(statement, key) ? statement[key] : undefined
}
