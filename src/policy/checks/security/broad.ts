import type { Diagnostic, DiagnosticCode } from "../../config/diagnostic.ts"
import { hasWildcard, isEveryAction, parseAction } from "../../iam/action.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { PlacedText, StatementParts } from "../parts.ts"
import { isUnconditional, isUnrestricted } from "../walk.ts"
import { actionMatcher, eachGrant } from "./grants.ts"
import { broadResources } from "./roleActions.ts"
import { credentialActions, dataReads } from "./sensitiveActions.ts"

/** Allows that reach further than a build should (IAM best practices, "Apply least-privilege permissions"). */
export const broadGrants = eachGrant((parts, catalog) =>
  parts.effect === "Allow"
    ? [
        ...(isUnrestricted(parts.statement) ? parts.actions.flatMap(everywhere) : []),
        ...parts.actions.flatMap(credentials),
        ...assumeRole(parts),
        ...permissions(parts, catalog),
        ...exceptions(parts),
      ]
    : [],
)

const matchReads = actionMatcher(dataReads)

/** What an action without condition on "*" is told. */
function everywhere(action: PlacedText): readonly Diagnostic[] {
  const { text } = action
  if (isEveryAction(text))
    return [
      security(
        "allow-all-actions",
        action,
        "This allows every action on every resource: whoever changes the code that is built owns the account. Name the services or actions that the deploy needs.",
      ),
    ]
  const [read, ...others] = matchReads(text)
  const more = others.length === 0 ? "" : ` and ${others.length} more`
  const reads = read && read.toLowerCase() !== text.toLowerCase() ? ` (${quoted(read)}${more})` : ""
  return [
    ...(isWholeService(text)
      ? [
          diagnose(
            "service-wildcard",
            "info",
            action.at,
            `${quoted(text)} allows every action of the service on every resource. That is quick to write; name the actions once you know which ones the build uses.`,
            { subject: text },
          ),
        ]
      : []),
    ...(read === undefined
      ? []
      : [
          security(
            "data-read-on-all-resources",
            action,
            `${quoted(text)} on every resource can read data or secrets that have nothing to do with this build${reads}. Name the buckets, parameters or secrets that it needs in \`Resource\`.`,
          ),
        ]),
  ]
}

function isWholeService(text: string): boolean {
  return text.length < 100 && /^[a-z0-9-]+:\*+$/i.test(text)
}

const matchCredentials = actionMatcher(credentialActions)

/** An action whose answer holds credentials, on any resource. */
function credentials(action: PlacedText): readonly Diagnostic[] {
  if (hasWildcard(action.text) || matchCredentials(action.text).length === 0) return []
  return [
    security(
      "credentials-exposure",
      action,
      `${quoted(action.text)} gives out or changes credentials, which can outlive the build and end up in its log. Allow it only if the build really needs it.`,
    ),
  ]
}

const matchAssumeRole = actionMatcher(["sts:AssumeRole"])

function assumeRole(parts: StatementParts): readonly Diagnostic[] {
  const assumes = ({ text }: PlacedText) => !isEveryAction(text) && matchAssumeRole(text).length > 0
  if (!parts.actions.some(assumes) || !isUnconditional(parts.statement)) return []
  return broadResources(parts, "role/*", ["iam"]).map((resource) =>
    security(
      "assume-role-on-all-resources",
      resource,
      "The build may take any role that trusts this account, in other accounts too. Name the roles that it needs in `Resource`.",
    ),
  )
}

/** Actions that change who may do what, by AWS's own access level (Service Authorization Reference). */
function permissions(
  { actions, resources }: StatementParts,
  catalog: Catalog,
): readonly Diagnostic[] {
  if (!catalog.actions || !resources.some(({ text }) => text === "*")) return []
  return actions.flatMap((action) => {
    if (hasWildcard(action.text)) return []
    const parsed = parseAction(action.text)
    const known = parsed && catalog.actions?.get(parsed.service)?.get(parsed.name)
    if (known?.level !== "Permissions management") return []
    return security(
      "permissions-management-on-all-resources",
      action,
      `${quoted(action.text)} changes who has access to what, here on every resource. Name the resources that the build may change in \`Resource\`.`,
    )
  })
}

/** Allows of all but what is named (IAM User Guide, "NotAction", "NotResource"). */
function exceptions({ statement }: StatementParts): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  if (Object.hasOwn(statement, "NotAction"))
    found.push(
      security(
        "allow-with-not-action",
        { text: "NotAction", at: "/NotAction" },
        "Allow with `NotAction` grants every other action of every service, and all that AWS adds later. Name what the build needs in `Action` instead.",
      ),
    )
  if (Object.hasOwn(statement, "NotResource"))
    found.push(
      security(
        "allow-with-not-resource",
        { text: "NotResource", at: "/NotResource" },
        "Allow with `NotResource` grants the actions on every other resource, those that come later too. Name what the build needs in `Resource` instead.",
      ),
    )
  return found
}

function security(code: DiagnosticCode, { text, at }: PlacedText, message: string): Diagnostic {
  return diagnose(code, "security", at, message, { subject: text })
}
