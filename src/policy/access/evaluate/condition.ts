import { type Operator, parseOperator } from "../../iam/condition.ts"
import { isIntrinsic, isList, isObject, type JsonValue } from "../../iam/document.ts"
import type { Question } from "../request.ts"
import { both, either, type Fit, lacking, no, opposite, unsure, yes } from "./fit.ts"
import { parseBoolean, valueMatcher } from "./values.ts"

/** The conditions of a statement's `Condition`, all of which must be met; what IAM couldn't read is left out. */
export function readConditions(
  condition: JsonValue | undefined,
  variables: boolean,
): readonly ((question: Question) => Fit)[] {
  if (!isObject(condition)) return []
  return Object.entries(condition).flatMap(([text, block]) => {
    const operator = parseOperator(text)
    if (!operator || !isObject(block) || !isPossible(operator)) return []
    return Object.entries(block).map(([key, value]) => {
      const values = (isList(value) ? value : [value]).map((one) => valueText(one) ?? undefined)
      return conditionOf(operator, key, values, variables)
    })
  })
}

/** Whether IAM could read all of a `Condition`. */
export function isReadableCondition(condition: JsonValue | undefined): boolean {
  if (condition === undefined) return true
  return (
    isObject(condition) &&
    Object.entries(condition).every(([text, block]) => {
      const operator = parseOperator(text)
      if (!operator || !isObject(block) || !isPossible(operator)) return false
      return Object.values(block).every((value) =>
        (isList(value) ? value : [value]).every((one) => valueText(one) !== null),
      )
    })
  )
}

/** Null goes with neither a set operator nor IfExists (IAM User Guide, "Condition operators"). */
function isPossible({ type, qualifier, ifExists }: Operator): boolean {
  return type !== "Null" || !(qualifier || ifExists)
}

/** undefined: CloudFormation fills it in; null: IAM takes no such value. */
function valueText(value: JsonValue): string | undefined | null {
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  return isIntrinsic(value) ? undefined : null
}

function conditionOf(
  operator: Operator,
  key: string,
  values: readonly (string | undefined)[],
  variables: boolean,
): (question: Question) => Fit {
  const lowerKey = key.toLowerCase()
  if (operator.type === "Null") return nullCondition(key, lowerKey, values)
  const matches = valueMatcher(operator, values, variables)
  const { negated, qualifier } = operator
  const fitOf = (value: string, question: Question) => {
    const fit = matches(value, question)
    return negated ? opposite(fit) : fit
  }
  return (question) => {
    const given = question.valuesOf(lowerKey)
    if (!given) {
      question.asked.push(key)
      return fitWithoutKey(operator)
    }
    const [first = "", ...more] = given
    if (!qualifier && more.length === 0) return fitOf(first, question)
    if (qualifier && isEmpty(given)) return qualifier === "ForAllValues" ? yes : no
    const everyOne = qualifier ? qualifier === "ForAllValues" : negated
    let fit: Fit = everyOne ? yes : no
    for (const value of given) fit = (everyOne ? both : either)(fit, fitOf(value, question))
    // IAM documents several values of a key only together with a set operator.
    return qualifier ? fit : both(fit, unsure)
  }
}

/**
 * Without the key: IfExists and ForAllValues hold, ForAnyValue doesn't, negated operators do (IAM User Guide,
 * "Condition operators", "Set operators for multivalued context keys").
 */
function fitWithoutKey({ ifExists, negated, qualifier }: Operator): Fit {
  if (ifExists || qualifier === "ForAllValues") return yes
  return negated && qualifier !== "ForAnyValue" ? yes : lacking
}

/** "true": the key is absent or empty; "false": it is there (the same page, "… to check existence of condition keys"). */
function nullCondition(
  key: string,
  lowerKey: string,
  values: readonly (string | undefined)[],
): (question: Question) => Fit {
  const wanted = values.map((value) => (value === undefined ? undefined : parseBoolean(value)))
  return (question) => {
    const given = question.valuesOf(lowerKey)
    if (!given) question.asked.push(key)
    const isAbsent = !given || isEmpty(given)
    if (wanted.includes(isAbsent)) return yes
    if (wanted.includes(undefined)) return unsure
    return given ? no : lacking
  }
}

/** What AWS calls a null dataset: no value but empty strings. */
function isEmpty(values: readonly string[]): boolean {
  return values.every((value) => value === "")
}
