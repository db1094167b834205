import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Catalog } from "../../../iam/catalog.ts"
import { needsKey } from "../../../iam/condition.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition, PlacedText, StatementParts } from "../../parts.ts"
import { keyOf } from "./keyOf.ts"
import { keysOfAction } from "./supportedKeys.ts"

/** Condition keys that requests for the statement's actions don't have, so that the condition is never met for them. */
export function unsupportedKeys(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return parts.conditions.flatMap((condition) => {
    const { operator, lowerKey } = condition
    if (!operator || !needsKey(operator)) return []
    if (/^aws:resourcetag\/./.test(lowerKey)) return unsupportedTag(parts, condition, catalog)
    const found = keyOf(catalog, lowerKey)
    return found?.scope === "service" && found.known
      ? unsupportedServiceKey(parts, condition, catalog)
      : []
  })
}

/** The actions without wildcards that AWS documents without the key. */
function actionsWithout(
  { actions }: StatementParts,
  { lowerKey }: PlacedCondition,
  catalog: Catalog,
): readonly PlacedText[] {
  return actions.filter(({ text }) => {
    const keys = keysOfAction(catalog, text)
    return keys && !keys(lowerKey)
  })
}

/** IAM Access Analyzer, UNSUPPORTED_ACTION_FOR_CONDITION_KEY. */
function unsupportedServiceKey(
  parts: StatementParts,
  condition: PlacedCondition,
  catalog: Catalog,
): readonly Diagnostic[] {
  const without = actionsWithout(parts, condition, catalog)
  if (without.length === 0) return []
  return [
    diagnose(
      "unsupported-action-for-condition-key",
      "warning",
      condition.at,
      `AWS documents no ${quoted(condition.key)} for ${listed(without)}, so this condition is most likely never met there. Move ${without.length > 1 ? "those actions" : "that action"} to a statement without it.`,
      { related: without.map(({ at }) => at) },
    ),
  ]
}

/** IAM Access Analyzer, ALLOW_ and DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE. */
function unsupportedTag(
  parts: StatementParts,
  condition: PlacedCondition,
  catalog: Catalog,
): readonly Diagnostic[] {
  const { effect } = parts
  if (effect !== "Allow" && effect !== "Deny") return []
  const without = actionsWithout(parts, condition, catalog)
  if (without.length === 0) return []
  const related = without.map(({ at }) => at)
  const what = `AWS documents no tags of resources for ${listed(without)}`
  const move = `Move ${without.length > 1 ? "those actions" : "that action"} to a statement without ${quoted(condition.key)}.`
  return [
    effect === "Allow"
      ? diagnose(
          "allow-with-unsupported-tag-condition-key-for-service",
          "info",
          condition.at,
          `${what}, so this never allows ${without.length > 1 ? "them" : "it"}. ${move}`,
          { related },
        )
      : diagnose(
          "deny-with-unsupported-tag-condition-key-for-service",
          "security",
          condition.at,
          `${what}, so this never denies ${without.length > 1 ? "them" : "it"}. ${move}`,
          { related },
        ),
  ]
}

/** The first two by name, the others counted. */
function listed(actions: readonly PlacedText[]): string {
  const [first, second, ...more] = actions.map(({ text }) => quoted(text))
  if (second === undefined) return first ?? ""
  return more.length > 0 ? `${first}, ${second} and ${more.length} more` : `${first} and ${second}`
}
