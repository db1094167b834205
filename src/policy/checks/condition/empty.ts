import type { Diagnostic, DiagnosticCode } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import type { Operator } from "../../iam/condition.ts"
import { isObject } from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { PlacedCondition, StatementParts } from "../parts.ts"
import { conditionOf } from "./block.ts"
import { perhaps } from "./fixes.ts"

/** Conditions without content (IAM Access Analyzer, EMPTY_OBJECT_CONDITION and EMPTY_ARRAY_CONDITION…). */
export function emptyConditions(parts: StatementParts): readonly Diagnostic[] {
  const condition = conditionOf(parts)
  if (!condition) return []
  const blocks = Object.entries(condition)
  const whole = "/Condition"
  // Without its last key it would be no statement any more.
  const removable = Object.keys(parts.statement).length > 1 ? whole : undefined
  const empty = blocks
    .filter(([, block]) => isObject(block) && Object.keys(block).length === 0)
    .map(([operator]) => below(whole, operator))
  return [
    ...(blocks.length === 0 ? [emptyObject(whole, removable)] : []),
    ...empty.map((at) => emptyObject(at, blocks.length === 1 ? removable : at)),
    ...parts.conditions.flatMap(emptyList),
  ]
}

function emptyObject(at: Pointer, removed: Pointer | undefined): Diagnostic {
  const remove: Fix | undefined =
    removed === undefined
      ? undefined
      : {
          title: "Remove the empty condition",
          edits: [{ edit: "unset", at: removed }],
        }
  return diagnose(
    "empty-object-condition",
    "info",
    at,
    "This condition is empty, so it limits nothing. Remove it, or say there when the statement counts.",
    perhaps(remove),
  )
}

function emptyList({
  operator,
  key,
  at,
  isListed,
  values,
}: PlacedCondition): readonly Diagnostic[] {
  if (!operator || !isListed || values.length > 0) return []
  const { code, effect } = emptyListOf(operator)
  const message = `No value is listed for ${quoted(key)}: ${effect} List the values that the request may have, or remove the key.`
  return [diagnose(code, "info", at, message)]
}

function emptyListOf({ qualifier, ifExists }: Operator): {
  readonly code: DiagnosticCode
  readonly effect: string
} {
  const onlyWithout = "the statement counts only for requests that lack the key."
  if (qualifier === "ForAllValues")
    return { code: "empty-array-condition-forallvalues", effect: onlyWithout }
  if (qualifier === "ForAnyValue")
    return {
      code: "empty-array-condition-foranyvalue",
      effect: "no request can have one of none, so the statement never counts.",
    }
  if (ifExists) return { code: "empty-array-condition-ifexists", effect: onlyWithout }
  return { code: "empty-array-condition", effect: "the statement never takes effect." }
}
