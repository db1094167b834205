import type { Fix } from "../../../config/fix.ts"
import { below } from "../../../config/pointer.ts"
import { isObject, type JsonObject, type JsonValue } from "../../../iam/document.ts"
import { bringsErrors } from "../../condition/values/values.ts"
import { quoted } from "../../diagnostic.ts"
import { own, type PlacedCondition, type StatementParts } from "../../parts.ts"

/**
 * Gives a condition key another name, where its operator doesn't compare that one already and the values are none
 * that AWS refuses for it.
 */
export function renamedKey(
  { statement, conditions }: StatementParts,
  { operatorText, key: written, at }: PlacedCondition,
  key: string,
): readonly Fix[] {
  const lower = key.toLowerCase()
  const isTaken = conditions.some(
    (other) => other.operatorText === operatorText && other.lowerKey === lower,
  )
  const value = valueAt(statement, operatorText, written)
  if (isTaken || value === undefined || bringsErrors(operatorText, { [key]: value })) return []
  return [{ title: `Rename it to ${plain(key)}`, edits: [{ edit: "rename", at, key }] }]
}

const plain = (text: string) => quoted(text).slice(1, -1)

function valueAt(statement: JsonObject, operatorText: string, key: string): JsonValue | undefined {
  const condition = own(statement, "Condition")
  const block = isObject(condition) ? own(condition, operatorText) : undefined
  return isObject(block) ? own(block, key) : undefined
}

/** Puts a condition key under another operator, where that one doesn't compare it already; its neighbors stay. */
export function movedKey(
  { statement, conditions }: StatementParts,
  { operatorText, key, lowerKey, at }: PlacedCondition,
  operator: string,
): readonly Fix[] {
  const condition = own(statement, "Condition")
  const from = isObject(condition) ? own(condition, operatorText) : undefined
  if (!isObject(condition) || !isObject(from)) return []
  const value = own(from, key)
  if (value === undefined || bringsErrors(operator, { [key]: value })) return []
  const title = `Use ${plain(operator)}`
  const isAlone = Object.keys(from).length === 1
  const source = below("/Condition", operatorText)
  const there = Object.keys(condition).find((one) => one.toLowerCase() === operator.toLowerCase())
  if (there === undefined && isAlone)
    return [{ title, edits: [{ edit: "rename", at: source, key: operator }] }]
  const leave = { edit: "unset", at: isAlone ? source : at } as const
  if (there === undefined) {
    const to = below("/Condition", operator)
    return [{ title, edits: [{ edit: "set", at: to, value: { [key]: value } }, leave] }]
  }
  const isTaken = conditions.some((one) => one.operatorText === there && one.lowerKey === lowerKey)
  if (isTaken || !isObject(own(condition, there))) return []
  const to = below(below("/Condition", there), key)
  return [{ title, edits: [{ edit: "set", at: to, value }, leave] }]
}
