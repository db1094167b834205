import type { Diagnostic } from "../../../config/diagnostic.ts"
import { parseArn } from "../../../iam/arn.ts"
import type { Catalog } from "../../../iam/catalog.ts"
import type { Operator, OperatorType } from "../../../iam/condition.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition, StatementParts } from "../../parts.ts"
import { movedKey } from "./keyFixes.ts"
import type { KnownKey } from "./keyIndex.ts"
import { keyOf } from "./keyOf.ts"
import { operatorForType } from "./operatorForType.ts"

/** Whether operators suit the keys that they compare: how many values those have, and of which type. */
export function keyOperators(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return parts.conditions.flatMap((condition) => {
    const { operator, lowerKey } = condition
    if (!operator || operator.type === "Null") return []
    const known = keyOf(catalog, lowerKey)?.known
    if (!known) return []
    return [
      ...missingQualifier(parts, condition, operator, known),
      ...needlessForAll(parts, condition, operator, known),
      ...otherType(parts, condition, operator, known),
    ]
  })
}

/** An operator as it is written, with another qualifier or none. */
const qualified = (text: string, qualifier: string) =>
  `${qualifier}${text.replace(/^(?:ForAllValues|ForAnyValue):/i, "")}`

/** IAM Access Analyzer, MISSING_QUALIFIER; IAM User Guide, "Multivalued context keys". */
function missingQualifier(
  parts: StatementParts,
  condition: PlacedCondition,
  { qualifier, negated }: Operator,
  { isMultivalued }: KnownKey,
): readonly Diagnostic[] {
  if (qualifier || !isMultivalued) return []
  // "None of the values is …" asks all of them; a Deny of tags that aren't listed is meant for any one of them.
  const asksAll = negated && !(parts.effect === "Deny" && condition.lowerKey === "aws:tagkeys")
  const better = qualified(condition.operatorText, asksAll ? "ForAllValues:" : "ForAnyValue:")
  return [
    diagnose(
      "missing-qualifier",
      "warning",
      condition.at,
      `A request can have several values of ${quoted(condition.key)}, and without \`ForAnyValue:\` or \`ForAllValues:\` the operator does not say which of them must match. Most likely ${quoted(better)} is meant.`,
      { fixes: movedKey(parts, condition, better) },
    ),
  ]
}

/** IAM Access Analyzer, FORALLVALUES_WITH_SINGLE_VALUED_KEY. */
function needlessForAll(
  parts: StatementParts,
  condition: PlacedCondition,
  { qualifier }: Operator,
  { isMultivalued }: KnownKey,
): readonly Diagnostic[] {
  if (qualifier !== "ForAllValues" || isMultivalued || parts.effect !== "Allow") return []
  return [
    diagnose(
      "forallvalues-with-single-valued-key",
      "security",
      condition.at,
      `\`ForAllValues:\` also matches requests without ${quoted(condition.key)}, so this allows more than it says. The key has one value: leave the qualifier out.`,
      { fixes: movedKey(parts, condition, qualified(condition.operatorText, "")) },
    ),
  ]
}

/** What the keys of a type hold, and an operator for it. */
const names: Readonly<Record<OperatorType, readonly [what: string, operator: string]>> = {
  String: ["a text", "StringEquals"],
  Numeric: ["a number", "NumericEquals"],
  Date: ["a date", "DateGreaterThan"],
  Bool: ["true or false", "Bool"],
  Binary: ["binary data", "BinaryEquals"],
  IpAddress: ["an IP address", "IpAddress"],
  Arn: ["an ARN", "ArnLike"],
  Null: ["anything", "Null"],
}

/** IAM Access Analyzer, TYPE_MISMATCH; parliament, MISMATCHED_TYPE and MISMATCHED_TYPE_BUT_USABLE. */
function otherType(
  parts: StatementParts,
  condition: PlacedCondition,
  operator: Operator,
  { type, isFree }: KnownKey,
): readonly Diagnostic[] {
  const { key, lowerKey, at, operatorText } = condition
  if (!type || type === operator.type || operator.type === "Binary") return []
  if (isFree && type === "String") return []
  if (lowerKey === "aws:epochtime" && operator.type === "Numeric") return []
  const fixes = () => {
    const better = operatorForType(condition, operator, type)
    return better === undefined ? [] : movedKey(parts, condition, better)
  }
  if (type === "Arn" && operator.type === "String")
    return [
      diagnose(
        "arn-key-with-string-operator",
        "info",
        at,
        `${quoted(key)} holds an ARN. ${quoted(operatorText)} works, but an Arn operator compares part by part, so that a wildcard can't reach over a colon.`,
        { fixes: isEveryValueArn(condition) ? fixes() : [] },
      ),
    ]
  const [what, suited] = names[type]
  return [
    diagnose(
      "type-mismatch",
      "warning",
      at,
      `${quoted(key)} holds ${what}, which ${quoted(operatorText)} does not compare: the condition most likely never matches as meant. Use an operator such as \`${suited}\`.`,
      { fixes: fixes() },
    ),
  ]
}

function isEveryValueArn({ values }: PlacedCondition): boolean {
  return values.every(({ value }) => typeof value === "string" && parseArn(value) !== undefined)
}
