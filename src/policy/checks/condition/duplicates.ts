import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Edit, Fix } from "../../config/fix.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { PlacedCondition, StatementParts } from "../parts.ts"
import { perhaps } from "./fixes.ts"

/** More keys or values than these aren't merged. */
const mostKeys = 10
const mostValues = 100

/** Keys that one operator compares twice, their case aside (IAM Access Analyzer, DUPLICATE_KEYS_WITH_DIFFERENT_CASE). */
export function duplicateKeys({ conditions }: StatementParts): readonly Diagnostic[] {
  const blocks = new Map<string, Map<string, PlacedCondition[]>>()
  for (const condition of conditions) {
    const { operatorText, lowerKey } = condition
    const block = blocks.get(operatorText) ?? new Map<string, PlacedCondition[]>()
    blocks.set(operatorText, block)
    const same = block.get(lowerKey)
    if (same) same.push(condition)
    else block.set(lowerKey, [condition])
  }
  return [...blocks.values()].flatMap((block) => [...block.values()].flatMap(repeats))
}

function repeats([first, ...others]: readonly PlacedCondition[]): readonly Diagnostic[] {
  if (!first || others.length === 0) return []
  const fixes = perhaps(merged(first, others))
  return others.map(({ key, at, operatorText }) =>
    diagnose(
      "duplicate-keys-with-different-case",
      "error",
      at,
      `${quoted(operatorText)} compares ${quoted(first.key)} and ${quoted(key)}, but capitals don't count in condition keys: it is the same key twice, and AWS rejects the role. Keep one of them, with all its values.`,
      { related: [first.at], ...fixes },
    ),
  )
}

/**
 * One key with the values of all: any of them is then enough. Said in the title, since two keys can also have been
 * meant to hold both; a negated operator would ask for more, so that is left to the person.
 */
function merged(first: PlacedCondition, others: readonly PlacedCondition[]): Fix | undefined {
  const { operator } = first
  if (!operator || operator.negated || (operator.type !== "String" && operator.type !== "Arn"))
    return undefined
  if (others.length >= mostKeys) return undefined
  const values = [first, ...others].map((one) => one.values.map(({ value }) => value))
  const all = values.flat()
  if (values.some((some) => some.length === 0) || all.length > mostValues) return undefined
  if (all.some((value) => typeof value !== "string")) return undefined
  const distinct = [...new Set(all)]
  const edits: readonly Edit[] = [
    { edit: "set", at: first.at, value: distinct },
    ...others.map(({ at }): Edit => ({ edit: "unset", at })),
  ]
  return { title: "Merge them: any of their values is enough", edits }
}
