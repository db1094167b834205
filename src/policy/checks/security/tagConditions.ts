import { needsKey } from "../../iam/condition.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { eachStatement } from "../walk.ts"

/**
 * `NotAction` under a condition on a resource's tag, which few actions know (IAM Access Analyzer,
 * ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE and DENY_…).
 */
export const notActionsWithTags = eachStatement(({ statement, effect, conditions }) => {
  if (!Object.hasOwn(statement, "NotAction")) return []
  if (effect !== "Allow" && effect !== "Deny") return []
  return conditions
    .filter(
      ({ lowerKey, operator }) =>
        lowerKey.startsWith("aws:resourcetag/") && operator !== undefined && needsKey(operator),
    )
    .map(({ key, at }) =>
      effect === "Allow"
        ? diagnose(
            "allow-notaction-with-unsupported-tag-condition-key-for-service",
            "info",
            at,
            `Many of the actions that \`NotAction\` leaves don't know ${quoted(key)}, so this never allows them and a build that uses them fails. Name the actions that know the tag in \`Action\`.`,
            { subject: key },
          )
        : diagnose(
            "deny-notaction-with-unsupported-tag-condition-key-for-service",
            "security",
            at,
            `Many of the actions that \`NotAction\` leaves don't know ${quoted(key)}, so this Deny doesn't hold for them. Name the actions in \`Action\`, or add \`…IfExists\` to the operator.`,
            { subject: key },
          ),
    )
})
