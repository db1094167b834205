import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Catalog, CatalogConditionKey } from "../../../iam/catalog.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition, StatementParts } from "../../parts.ts"
import { awsList } from "../../remember.ts"
import { likelyServices } from "../actions/likelyService.ts"
import { renamedKey } from "./keyFixes.ts"
import { keyOf, prefixOf } from "./keyOf.ts"
import { likelyKeys, withName } from "./likelyKeys.ts"

/** Keys that have codes of their own, which need no catalog: names without a tag, with white space. */
const judgedElsewhere = /^aws:(?:arn|(?:resource|request|principal)tag\/?)$|^[^/:]*:?[^/:]*\s/

/** Condition keys that no request has (IAM Access Analyzer: INVALID_GLOBAL_CONDITION_KEY, INVALID_SERVICE_CONDITION_KEY, INVALID_SERVICE). */
export function unknownKeys(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return parts.conditions.flatMap((condition) => {
    const found = keyOf(catalog, condition.lowerKey)
    if (!found || found.known || judgedElsewhere.test(condition.lowerKey)) return []
    switch (found.scope) {
      case "global":
        return unknownGlobalKey(parts, catalog, condition)
      case "service":
        return unknownServiceKey(parts, catalog, condition)
      case "none":
        return unknownPrefix(parts, catalog, condition)
      default:
        return []
    }
  })
}

function unknownGlobalKey(parts: StatementParts, catalog: Catalog, condition: PlacedCondition) {
  const what = `is no global condition key in ${awsList(catalog)}`
  return unknown("invalid-global-condition-key", parts, condition, what, catalog.globalKeys)
}

function unknownServiceKey(parts: StatementParts, catalog: Catalog, condition: PlacedCondition) {
  const prefix = prefixOf(condition.lowerKey) ?? ""
  const keys = catalog.details?.get(prefix)?.conditionKeys
  const what = `is no condition key of ${quoted(prefix)} in ${awsList(catalog)}`
  return unknown("invalid-service-condition-key", parts, condition, what, keys)
}

function unknownPrefix(parts: StatementParts, catalog: Catalog, condition: PlacedCondition) {
  const prefix = prefixOf(condition.lowerKey) ?? ""
  const rest = condition.key.slice(prefix.length)
  const likely = likelyServices(catalog, prefix)
    .map((service) => `${service}${rest}`)
    .filter((key) => keyOf(catalog, key.toLowerCase())?.known)
  const what = `begins with ${quoted(prefix)}, which is no service in ${awsList(catalog)}`
  return unknown("invalid-service", parts, condition, what, undefined, likely)
}

const otherwise = {
  "invalid-global-condition-key": "Look it up among the global condition keys of IAM.",
  "invalid-service-condition-key": "Look it up in the service's own list.",
  "invalid-service": "Use the prefix that AWS documents for the key.",
}

function unknown(
  code: keyof typeof otherwise,
  parts: StatementParts,
  condition: PlacedCondition,
  what: string,
  keys: ReadonlyMap<string, CatalogConditionKey> | undefined,
  likely = keys ? likelyKeys(condition.key, keys) : [],
): Diagnostic {
  const example = keys && withName(condition.key, keys)
  const advice =
    likely.length > 0
      ? `Did you mean ${likely.map(quoted).join(" or ")}?`
      : example
        ? `The key needs a name behind it, as in ${quoted(example)}.`
        : otherwise[code]
  return diagnose(
    code,
    "warning",
    condition.at,
    `${quoted(condition.key)} ${what}: most likely no request has it. ${advice}`,
    { fixes: likely.flatMap((key) => renamedKey(parts, condition, key)) },
  )
}
