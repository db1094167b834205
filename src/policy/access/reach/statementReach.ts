import { equalityKey } from "../../config/equal.ts"
import type { Pointer } from "../../config/pointer.ts"
import { isList, isObject, type JsonObject, type JsonValue, stringsOf } from "../../iam/document.ts"

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

const known = new WeakMap<JsonObject, { readonly reach: StatementReach | undefined }>()

/**
 * What a statement reaches, read once for each object; undefined for one that does nothing. Of one that IAM
 * would refuse, or whose actions are filled in later, it can't be told what it does: an Allow counts as nothing,
 * a Deny as if under a condition (as evaluateAccess has it).
 */
export function statementReach(statement: JsonObject): StatementReach | undefined {
  const before = known.get(statement)
  if (before) return before.reach
  const reach = readStatement(statement)
  known.set(statement, { reach })
  return reach
}

const elements = new Set("Sid Effect Action NotAction Resource NotResource Condition".split(" "))

function readStatement(statement: JsonObject): StatementReach | undefined {
  const effect = own(statement, "Effect")
  if (effect !== "Allow" && effect !== "Deny") return undefined
  const isExcept = !Object.hasOwn(statement, "Action")
  const isNotResource = !Object.hasOwn(statement, "Resource")
  const written = stringsOf(own(statement, isExcept ? "NotAction" : "Action"))
  const mayBeAny = (effect === "Deny") !== isExcept
  const texts = written.map(({ text }) => (mayBeAny ? anyText(text) : text).toLowerCase())
  const resources = resourcesOf(own(statement, isNotResource ? "NotResource" : "Resource"))
  const isAccepted =
    resources.length > 0 &&
    (isExcept || !Object.hasOwn(statement, "NotAction")) &&
    (isNotResource || !Object.hasOwn(statement, "NotResource")) &&
    Object.keys(statement).every((key) => elements.has(key))
  if (texts.length === 0 || (effect === "Allow" && !isAccepted)) return undefined
  const isEverywhere = !isNotResource && resources.some((text) => /^\*+$/.test(text))
  const isFilledIn = effect === "Deny" && written.some(({ text }) => anyText(text) !== text)
  const isConditional = !isUnconditional(statement) || !isAccepted || isFilledIn
  return {
    effect,
    texts,
    written: written.map(({ text }) => text),
    isExcept,
    isEverywhere,
    resources,
    isNotResource,
    isConditional,
    scopeKey: isEverywhere && !isConditional ? "" : scopeOf(statement, isEverywhere),
  }
}

/** An action that Ruby or CloudFormation fills in may be any. */
export function anyText(text: string): string {
  return text.startsWith("!") ? "*" : text.replaceAll(/#\{[^}]*\}?/g, "*")
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

function scopeOf(statement: JsonObject, isEverywhere: boolean): string {
  const { Resource, NotResource, Condition } = statement
  const resource = isEverywhere ? "*" : Resource
  return JSON.stringify([
    typeof resource === "string" ? [resource] : resource,
    NotResource,
    Condition === undefined || isUnconditional(statement) ? undefined : equalityKey(Condition),
  ])
}

/** Whether the statement has no condition: an empty one is none. */
function isUnconditional(statement: JsonObject): boolean {
  const condition = own(statement, "Condition")
  return condition === undefined || (isObject(condition) && Object.keys(condition).length === 0)
}

function own(statement: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(statement, key) ? statement[key] : undefined
}
