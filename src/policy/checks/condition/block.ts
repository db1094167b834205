import { isIntrinsic, isObject, type JsonObject } from "../../iam/document.ts"
import { own, type StatementParts } from "../parts.ts"

/** The Condition of a statement; undefined where it is none, or one that CloudFormation fills in. */
export function conditionOf({ statement }: StatementParts): JsonObject | undefined {
  const condition = own(statement, "Condition")
  return isObject(condition) && !isIntrinsic(condition) ? condition : undefined
}

/** What an operator of a statement's Condition compares; undefined where that isn't known. */
export function blockOf(parts: StatementParts, operatorText: string): JsonObject | undefined {
  return namesOf(parts).blocks.get(operatorText)?.block
}

/** Whether an operator, as it is written, compares a key already, whatever the key's case. */
export function hasKey(parts: StatementParts, operatorText: string, key: string): boolean {
  return namesOf(parts).blocks.get(operatorText)?.lowerKeys.has(key.toLowerCase()) === true
}

/** Whether a statement's Condition has an operator of this name, whatever its case. */
export function hasOperator(parts: StatementParts, name: string): boolean {
  return namesOf(parts).lowerOperators.has(name.toLowerCase())
}

/** What is in a Condition, to be looked up: a hostile one has thousands of wrong names. */
interface Names {
  readonly lowerOperators: ReadonlySet<string>
  readonly blocks: ReadonlyMap<string, { block: JsonObject; lowerKeys: ReadonlySet<string> }>
}

const known = new WeakMap<StatementParts, Names>()

function namesOf(parts: StatementParts): Names {
  const before = known.get(parts)
  if (before) return before
  const entries = Object.entries(conditionOf(parts) ?? {})
  const names: Names = {
    lowerOperators: new Set(entries.map(([operator]) => operator.toLowerCase())),
    blocks: new Map(
      entries.flatMap(([operator, block]) => {
        if (!isObject(block) || isIntrinsic(block)) return []
        const lowerKeys = new Set(Object.keys(block).map((key) => key.toLowerCase()))
        return [[operator, { block, lowerKeys }]]
      }),
    ),
  }
  known.set(parts, names)
  return names
}
