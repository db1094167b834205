import type { Diagnostic } from "../config/diagnostic.ts"
import { below, type Pointer } from "../config/pointer.ts"
import { isList, isObject, type JsonValue, stringsOf } from "../iam/document.ts"
import { diagnose, quoted } from "./diagnostic.ts"
import { eachStatement, own, type PlacedStatement } from "./walk.ts"

/** A condition value and the operator and key that it stands under. */
interface ConditionValue {
  readonly operator: string
  readonly key: string
  readonly value: JsonValue
  readonly at: Pointer
}

/** Without a default value, which would make it match. */
const variable = /\$\{aws:username\}/i

/**
 * What only an IAM user's request has, in the policy of a service role: it never matches (IAM User Guide,
 * "AWS global condition context keys": aws:username, aws:MultiFactorAuthPresent, aws:MultiFactorAuthAge).
 */
export const userOnlyConditions = eachStatement((placed) => {
  const conditions = conditionValues(placed)
  const allows = own(placed.statement, "Effect") === "Allow"
  const keys = allows ? conditions.filter(neverMatches) : []
  return [
    ...keys.map(({ key, at }) => userOnly(at, quoted(key), key)),
    ...[...resources(placed), ...conditions.flatMap(stringsAt)]
      .filter(({ text }) => variable.test(text) && !/^!(?:Ref|Sub|GetAtt) /.test(text))
      .map(({ at }) => userOnly(at, "the variable `aws:username`", "variable")),
  ]
})

function userOnly(at: Pointer, what: string, subject: string): Diagnostic {
  return diagnose(
    "user-only-condition-in-role",
    "warning",
    at,
    `Only requests of IAM users have ${what}. The runner works with a role, so this never matches and what it should allow is denied. Take it out, or name the role's own values.`,
    { subject },
  )
}

/** Operators that don't match where the request lacks the key; IfExists and ForAllValues do. */
function neverMatches({ operator, key, value }: ConditionValue): boolean {
  const name = operator.toLowerCase().replace(/^foranyvalue:/, "")
  switch (key.toLowerCase()) {
    case "aws:multifactorauthpresent":
      return name === "bool" && listOf(value).some((part) => String(part).toLowerCase() === "true")
    case "aws:multifactorauthage":
      return /^numeric(?!not)\w*(?<!ifexists)$/.test(name)
    case "aws:username":
      return ["stringequals", "stringequalsignorecase", "stringlike"].includes(name)
    default:
      return false
  }
}

function conditionValues({ statement, at }: PlacedStatement): readonly ConditionValue[] {
  const condition = own(statement, "Condition")
  const place = below(at, "Condition")
  return entriesOf(condition).flatMap(([operator, block]) =>
    entriesOf(block).map(([key, value]) => ({
      operator,
      key,
      value,
      at: below(below(place, operator), key),
    })),
  )
}

function resources({ statement, at }: PlacedStatement) {
  return ["Resource", "NotResource"].flatMap((key) =>
    stringsAt({ value: own(statement, key) ?? null, at: below(at, key) }),
  )
}

function stringsAt({ value, at }: { readonly value: JsonValue; readonly at: Pointer }) {
  return stringsOf(value).map(({ text, at: place }) => ({ text, at: `${at}${place}` as const }))
}

function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : []
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return isList(value) ? value : [value]
}
