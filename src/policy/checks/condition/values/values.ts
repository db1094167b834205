import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { JsonObject } from "../../../iam/document.ts"
import { type PlacedCondition, partsOf, type StatementParts } from "../../parts.ts"
import { addresses } from "./addresses.ts"
import { dates } from "./dates.ts"
import { valueLists } from "./lists.ts"
import { valueNames } from "./names.ts"
import { valueTypes } from "./types.ts"
import { wildcards } from "./wildcards.ts"

const judges: readonly ((condition: PlacedCondition) => readonly Diagnostic[])[] = [
  valueLists,
  valueTypes,
  dates,
  addresses,
  valueNames,
]

/** What the keys of a Condition are compared with. */
export function conditionValues(parts: StatementParts): readonly Diagnostic[] {
  if (parts.conditions.length === 0) return []
  return [
    ...parts.conditions.flatMap((condition) => judges.flatMap((judge) => judge(condition))),
    ...wildcards(parts),
  ]
}

/** Whether the values of a block would be in error under an operator: a fix that moves them there had better not be offered. */
export function bringsErrors(operatorText: string, block: JsonObject): boolean {
  const parts = partsOf({ Condition: { [operatorText]: block } })
  return conditionValues(parts).some(({ severity }) => severity === "error")
}
