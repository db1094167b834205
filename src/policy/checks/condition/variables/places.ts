import type { Diagnostic } from "../../../config/diagnostic.ts"
import { below, joined, type Pointer } from "../../../config/pointer.ts"
import { arnFields } from "../../../iam/arn.ts"
import { documentVersion, statementsOf } from "../../../iam/document.ts"
import { hasVariable, variablesIn } from "../../../iam/variable.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import {
  isTag,
  own,
  type PlacedText,
  partsOf,
  type StatementParts,
  variableTexts,
} from "../../parts.ts"
import type { Walk } from "../../walk.ts"
import { perhaps, written } from "../fixes.ts"

/**
 * Policy variables of a statement where IAM fills none in (IAM User Guide, "Where you can use policy variables";
 * IAM Access Analyzer, VARIABLE_UNSUPPORTED_IN_ELEMENT).
 */
export function variablePlaces(parts: StatementParts): readonly Diagnostic[] {
  return [
    ...[
      ...textAt(parts, "Sid"),
      ...textAt(parts, "Effect"),
      ...parts.actions,
      ...parts.notActions,
    ].flatMap(({ text, at }) => inElement(text, at)),
    ...[...parts.resources, ...parts.notResources].flatMap(inArnField),
  ]
}

/** The same, of the strings of a policy list: they become actions. */
export function variablesInItems({ entries }: Walk): readonly Diagnostic[] {
  return entries.flatMap(({ value, at }) => (typeof value === "string" ? inElement(value, at) : []))
}

/** Variables in inline policies that are read as a version without them (VARIABLE_UNSUPPORTED_IN_VERSION). */
export function variablesInOldVersions({ documents }: Walk): readonly Diagnostic[] {
  return documents.flatMap(({ document, at, isInline }) => {
    if (!isInline || own(document, "Version") === documentVersion) return []
    const update = written(
      `Set Version to ${documentVersion}, so that variables are filled in`,
      below(at, "Version"),
      documentVersion,
    )
    return statementsOf(own(document, "Statement")).flatMap(({ statement, at: inside }) =>
      variableTexts(partsOf(statement))
        .filter(({ text }) => hasVariable(text) && !isTag(text))
        .map((placed) =>
          diagnose(
            "variable-unsupported-in-version",
            "error",
            joined(joined(below(at, "Statement"), inside), placed.at),
            `Without \`Version: ${documentVersion}\` IAM fills in no policy variables and takes ${quoted(placed.text)} literally, so it matches nothing. Set the version of this document.`,
            { fixes: [update] },
          ),
        ),
    )
  })
}

function textAt({ statement }: StatementParts, key: "Sid" | "Effect"): readonly PlacedText[] {
  const text = own(statement, key)
  return typeof text === "string" ? [{ text, at: `/${key}` }] : []
}

function inElement(text: string, at: Pointer): readonly Diagnostic[] {
  if (!text.includes("${") || isTag(text)) return []
  return [
    diagnose(
      "variable-unsupported-in-element",
      "error",
      at,
      `IAM fills in policy variables in resources and condition values only, so AWS rejects ${quoted(text)} here. Write the name itself.`,
    ),
  ]
}

function inArnField({ text, at }: PlacedText): readonly Diagnostic[] {
  if (!text.includes("${") || isTag(text)) return []
  const [prefix, ...fields] = arnFields(text)
  if (prefix !== "arn" || !fields.slice(0, 4).some(hasVariable)) return []
  const isCloudFormation = variablesIn(text).every(({ inner }) => inner.startsWith("AWS::"))
  return [
    diagnose(
      "variable-unsupported-in-arn-field",
      "warning",
      at,
      `IAM fills in variables only behind an ARN's fifth colon, so ${quoted(text)} matches nothing. ${isCloudFormation ? "For CloudFormation to fill them in, begin it with `!Sub`." : "Write the partition, Region or account itself, or `*`."}`,
      perhaps(
        isCloudFormation
          ? written("Let CloudFormation fill it in, with !Sub", at, `!Sub ${text}`)
          : undefined,
      ),
    ),
  ]
}
