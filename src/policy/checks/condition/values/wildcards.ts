import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Edit, Fix } from "../../../config/fix.ts"
import { below } from "../../../config/pointer.ts"
import { hasWildcard } from "../../../iam/action.ts"
import type { JsonValue } from "../../../iam/document.ts"
import { withoutVariables } from "../../../iam/variable.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import { isTag, own, type PlacedCondition, type StatementParts } from "../../parts.ts"
import { blockOf, hasKey, hasOperator } from "../block.ts"

/** More values than these are carried along by a rename only. */
const mostMoved = 100

/** Wildcards that are compared literally (IAM Access Analyzer, WILDCARD_WITHOUT_LIKE_OPERATOR). */
export function wildcards(parts: StatementParts): readonly Diagnostic[] {
  const blocks = new Map<string, PlacedCondition[]>()
  const found = parts.conditions.flatMap((condition) => {
    const { operator, operatorText, values } = condition
    if (operator?.type !== "String" || !operator.name.includes("Equals")) return []
    const literal = values.filter(({ value }) => isPattern(value))
    const block = blocks.get(operatorText)
    if (literal.length > 0 && block) block.push(condition)
    else if (literal.length > 0) blocks.set(operatorText, [condition])
    return literal.map(({ value, at }) => ({ value, at, condition }))
  })
  if (found.length === 0) return []
  const fixes = new Map<PlacedCondition, Fix>()
  for (const conditions of blocks.values())
    for (const [condition, fix] of likeFixes(parts, conditions)) fixes.set(condition, fix)
  return found.map(({ value, at, condition }) => {
    const fix = fixes.get(condition)
    return diagnose(
      "wildcard-without-like-operator",
      "warning",
      at,
      `${quoted(condition.operatorText)} compares ${quoted(String(value))} letter by letter, with \`*\` and \`?\` as themselves. If it is a pattern, write \`${condition.operator?.negated ? "StringNotLike" : "StringLike"}\`.`,
      fix ? { fixes: [fix] } : {},
    )
  })
}

function isPattern(value: JsonValue): boolean {
  if (typeof value !== "string" || isTag(value) || !hasWildcard(value)) return false
  return hasWildcard(withoutVariables(value).replaceAll(/#\{[^}]*\}?/g, ""))
}

/**
 * Moves the keys with patterns under the Like operator, all of one operator at once, so that carrying out the fixes
 * of several keys is one and the same change.
 */
function likeFixes(
  parts: StatementParts,
  conditions: readonly PlacedCondition[],
): ReadonlyMap<PlacedCondition, Fix> {
  const operatorText = conditions[0]?.operatorText ?? ""
  const like = operatorText.replace(/Equals(?=$|IfExists$)/, "Like")
  const block = blockOf(parts, operatorText)
  const target = blockOf(parts, like)
  if (!block || like === operatorText || (!target && hasOperator(parts, like))) return new Map()
  const moved = conditions.filter(
    ({ key, values }) =>
      values.every(({ value }) => typeof value === "string") && !hasKey(parts, like, key),
  )
  const from = below("/Condition", operatorText)
  const to = below("/Condition", like)
  const all = moved.length === Object.keys(block).length
  const values = moved.map(({ key }) => [key, own(block, key) ?? null] as const)
  const put: readonly Edit[] = target
    ? values.map(([key, value]) => ({ edit: "set", at: below(to, key), value }))
    : [{ edit: "set", at: to, value: Object.fromEntries(values) }]
  const take: readonly Edit[] = all
    ? [{ edit: "unset", at: from }]
    : moved.map(({ at }) => ({ edit: "unset", at }))
  const isRename = all && !target
  const edits: readonly Edit[] = isRename
    ? [{ edit: "rename", at: from, key: like }]
    : [...put, ...take]
  if (!isRename && moved.flatMap((one) => one.values).length > mostMoved) return new Map()
  const what = moved.length === 1 ? "it as a pattern" : `all patterns of ${operatorText}`
  const fix: Fix = { title: `Compare ${what}, with ${like}`, edits }
  return new Map(moved.map((condition) => [condition, fix]))
}
