import { below, type Pointer } from "../config/pointer.ts"
import { type Operator, parseOperator } from "../iam/condition.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../iam/document.ts"

/** A text of a statement. */
export interface PlacedText {
  readonly text: string
  readonly at: Pointer
}

/** What one operator of a statement's Condition compares one key with. */
export interface PlacedCondition {
  /** As written. */
  readonly operatorText: string
  /** In its parts; undefined where IAM has no such operator. */
  readonly operator: Operator | undefined
  readonly key: string
  /** The key in lower case: case doesn't count. */
  readonly lowerKey: string
  /** The place of the key. */
  readonly at: Pointer
  /** Whether the values are written as a list. */
  readonly isListed: boolean
  readonly values: readonly { readonly value: JsonValue; readonly at: Pointer }[]
}

/** The parts of a statement that checks look at, places given within the statement. */
export interface StatementParts {
  readonly statement: JsonObject
  readonly effect: JsonValue | undefined
  readonly actions: readonly PlacedText[]
  readonly notActions: readonly PlacedText[]
  readonly resources: readonly PlacedText[]
  readonly notResources: readonly PlacedText[]
  readonly conditions: readonly PlacedCondition[]
}

const known = new WeakMap<JsonObject, StatementParts>()

/** The parts of a statement, read once for each object. */
export function partsOf(statement: JsonObject): StatementParts {
  const before = known.get(statement)
  if (before) return before
  const parts: StatementParts = {
    statement,
    effect: own(statement, "Effect"),
    actions: textsOf(statement, "Action"),
    notActions: textsOf(statement, "NotAction"),
    resources: textsOf(statement, "Resource"),
    notResources: textsOf(statement, "NotResource"),
    conditions: conditionsOf(own(statement, "Condition")),
  }
  known.set(statement, parts)
  return parts
}

function textsOf(statement: JsonObject, key: string): readonly PlacedText[] {
  const value = own(statement, key)
  if (typeof value === "string") return [{ text: value, at: `/${key}` }]
  if (!isList(value)) return []
  const texts: PlacedText[] = []
  for (const [index, text] of value.entries())
    if (typeof text === "string") texts.push({ text, at: `/${key}/${index}` })
  return texts
}

function conditionsOf(condition: JsonValue | undefined): readonly PlacedCondition[] {
  if (!isObject(condition)) return []
  return Object.entries(condition).flatMap(([operatorText, block]) =>
    isObject(block)
      ? Object.entries(block).map(([key, value]) => {
          const at = below(below("/Condition", operatorText), key)
          return {
            operatorText,
            operator: parseOperator(operatorText),
            key,
            lowerKey: key.toLowerCase(),
            at,
            isListed: isList(value),
            values: isList(value)
              ? value.map((one, index) => ({ value: one, at: below(at, index) }))
              : [{ value, at }],
          }
        })
      : [],
  )
}

/** The texts that policy variables work in: resources and the values of conditions (IAM User Guide, "Variables and tags"). */
export function variableTexts(parts: StatementParts): readonly PlacedText[] {
  return [
    ...parts.resources,
    ...parts.notResources,
    ...parts.conditions.flatMap(({ values }) =>
      values.flatMap(({ value, at }) => (typeof value === "string" ? [{ text: value, at }] : [])),
    ),
  ]
}

/** Whether CloudFormation makes a tag of the text (DESIGN 2.4): what it stands for isn't known here. */
export function isTag(text: string): boolean {
  return /^!(?:Ref|Sub|GetAtt) /.test(text)
}

/** The text without Ruby's interpolation, `#{…}`: what that stands for isn't known here. */
export function withoutRuby(text: string): string {
  return text.includes("#{") ? text.replaceAll(/#\{[^}]*(?:\}|$)/g, "") : text
}

/** The value of an object's own key: `__proto__` and its like are keys as any other. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
