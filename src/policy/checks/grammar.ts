import { isSetting, settings } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { below } from "../config/pointer.ts"
import { isList } from "../iam/document.ts"
import { diagnose, quoted } from "./diagnostic.ts"
import { nearestName } from "./nearest.ts"
import { eachStatement, own, type Walk } from "./walk.ts"

/** Keys that are no setting (DESIGN 2.1). */
export function unknownSettings({ config }: Walk): readonly Diagnostic[] {
  return Object.keys(config)
    .filter((key) => !isSetting(key))
    .map((key) => {
      const near = nearestName(key, settings)
      const advice = near
        ? `Did you mean ${quoted(near)}?`
        : `The settings are ${settings.map(quoted).join(", ")}.`
      return diagnose(
        "unknown-setting",
        "error",
        below("", key),
        `${quoted(key)} is no setting of Jets: nothing reads it, so the role gets nothing of what it holds. ${advice}`,
      )
    })
}

/** Entries of a policy list that no list can use (DESIGN 2.3). */
export function invalidItems({ entries }: Walk): readonly Diagnostic[] {
  return entries.flatMap(({ item, at, value }) => {
    if (item) return []
    const what =
      typeof value === "string"
        ? "A blank string"
        : typeof value === "object"
          ? "An object without any key of a policy"
          : `${quoted(String(value))}`
    return diagnose(
      "invalid-policy-item",
      "error",
      at,
      `${what} is no policy item, so it grants nothing and can make the deploy fail. Write a service (\`s3\`), an action (\`s3:GetObject\`), a statement or a policy document, or remove it.`,
    )
  })
}

/** Policy documents without a statement (IAM Access Analyzer, MISSING_STATEMENT). */
export function missingStatements({ documents }: Walk): readonly Diagnostic[] {
  return documents.flatMap(({ document, at }) => {
    const statement = own(document, "Statement")
    const empty = isList(statement) && statement.length === 0
    if (statement !== undefined && !empty) return []
    return diagnose(
      "missing-statement",
      "error",
      empty ? below(at, "Statement") : at,
      "This policy document has no statement: it grants nothing, and AWS rejects it. Add a `Statement`, or remove the document.",
    )
  })
}

/** Statements with neither `Action` nor `NotAction` (IAM Access Analyzer, MISSING_ACTION). */
export const missingActions = eachStatement(({ statement, at }) =>
  ["Action", "NotAction"].some((key) => Object.hasOwn(statement, key))
    ? []
    : [
        diagnose(
          "missing-action",
          "error",
          at,
          "This statement names no action: AWS rejects the role, and the deploy fails. Add `Action`, such as `s3:GetObject`.",
        ),
      ],
)
