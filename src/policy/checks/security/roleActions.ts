import type { Diagnostic, DiagnosticCode, Severity } from "../../config/diagnostic.ts"
import { hasWildcard } from "../../iam/action.ts"
import { parseArn } from "../../iam/arn.ts"
import { isList, stringsOf } from "../../iam/document.ts"
import { patternCovers } from "../../iam/wildcard.ts"
import { anyText } from "../defaults/granted.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { own, type PlacedText, type StatementParts } from "../parts.ts"
import { actionMatcher, eachGrant } from "./grants.ts"

type Form =
  | "star-in-resource"
  | "star-in-action-and-resource"
  | "not-resource"
  | "star-in-action-and-not-resource"
  | "not-action-and-not-resource"
  | "star-in-resource-and-not-action"

/** An action that names a role, and what keeps it in bounds. */
interface RoleAction {
  readonly action: string
  readonly code: (form: Form) => DiagnosticCode
  readonly severity: Severity
  /** Resources that cover this name all roles that the action is about. */
  readonly roles: string
  /** A condition on it keeps the action in bounds. */
  readonly key: string
  /** What the statement allows, and why it matters. */
  readonly danger: string
  readonly advice: string
}

/** IAM Access Analyzer, PASS_ROLE_WITH_STAR_IN_RESOURCE and its five like. */
export const passRole = roleAction({
  action: "iam:PassRole",
  code: (form) => `pass-role-with-${form}`,
  severity: "security",
  roles: "role/*",
  key: "iam:PassedToService",
  danger: "lets the build hand any role of the account, one with more rights too, to a service",
  advice: "Name the roles that it needs in `Resource`",
})

/** IAM Access Analyzer, CREATE_SLR_WITH_STAR_IN_RESOURCE and its five like. */
export const createServiceLinkedRole = roleAction({
  action: "iam:CreateServiceLinkedRole",
  code: (form) => `create-slr-with-${form}`,
  severity: "info",
  roles: "role/aws-service-role/*",
  key: "iam:AWSServiceName",
  danger: "lets the build make service-linked roles for any AWS service",
  advice: "Name the role of the service that it needs in `Resource`",
})

function roleAction(rule: RoleAction) {
  const matches = actionMatcher([rule.action])
  const find = (form: Form, { at, text }: PlacedText): Diagnostic =>
    diagnose(rule.code(form), rule.severity, at, message(rule, form, text))
  return eachGrant((parts) => {
    if (parts.effect !== "Allow") return []
    const { statement } = parts
    const granting = parts.actions.filter(({ text }) => matches(text).length > 0)
    const isNamed = granting.some(({ text }) => !hasWildcard(text))
    const others = Object.hasOwn(statement, "NotAction") && !mayExcept(parts, matches)
    if (granting.length === 0 && !others) return []
    const isBound = parts.conditions.some(({ lowerKey }) => lowerKey === rule.key.toLowerCase())
    const broad = isBound ? [] : broadResources(parts, rule.roles, ["iam", "*"])
    const notAction: PlacedText = { text: "NotAction", at: "/NotAction" }
    const notResource: PlacedText[] = Object.hasOwn(statement, "NotResource")
      ? [{ text: "NotResource", at: "/NotResource" }]
      : []
    const found: Diagnostic[] = []
    if (isNamed) {
      found.push(...broad.map((one) => find("star-in-resource", one)))
      found.push(...notResource.map((one) => find("not-resource", one)))
    } else if (granting.length > 0) {
      if (broad.length > 0)
        found.push(...granting.map((one) => find("star-in-action-and-resource", one)))
      found.push(...notResource.map((one) => find("star-in-action-and-not-resource", one)))
    }
    if (others && broad.length > 0) found.push(find("star-in-resource-and-not-action", notAction))
    if (others && notResource.length > 0) found.push(find("not-action-and-not-resource", notAction))
    return found
  })
}

/**
 * The resources of a statement that stand for all roles (IAM Access Analyzer): "*", and ARNs of the given services
 * whose last part covers `roles`.
 */
export function broadResources(
  { resources }: StatementParts,
  roles: string,
  services: readonly string[],
): readonly PlacedText[] {
  return resources.filter(({ text }) => {
    if (text === "*") return true
    const arn = text.length > longest ? undefined : parseArn(text)
    return arn && services.includes(arn.service) && patternCovers(arn.resource, roles)
  })
}

/** IAM's ARNs are shorter. */
const longest = 2_048

/** Whether NotAction leaves the action out, or may do so: what the deploy fills in isn't known. */
function mayExcept(
  { statement }: StatementParts,
  matches: (text: string) => readonly string[],
): boolean {
  const excepted = own(statement, "NotAction")
  const texts = stringsOf(excepted)
  if (texts.length < (isList(excepted) ? excepted.length : 1)) return true
  return texts.some(({ text }) => matches(anyText(text)).length > 0)
}

function message(rule: RoleAction, form: Form, text: string): string {
  const { danger, advice } = rule
  const action = quoted(rule.action)
  const names = "Name the actions that the build needs in its place."
  switch (form) {
    case "star-in-resource":
      return `${action} on ${quoted(text)} ${danger}. ${advice}, or add a condition on ${quoted(rule.key)}.`
    case "star-in-action-and-resource":
      return `${quoted(text)} holds ${action} on every role, which ${danger}. ${names}`
    case "not-resource":
      return `${action} with \`NotResource\` ${danger}, but for what is named here. ${advice} instead.`
    case "star-in-action-and-not-resource":
      return `The actions hold ${action}, which with \`NotResource\` ${danger}, but for what is named here. Name the actions that the build needs, and use \`Resource\`.`
    case "not-action-and-not-resource":
      return `\`NotAction\` doesn't leave ${action} out, which with \`NotResource\` ${danger}. Name the actions and resources that the build needs instead.`
    case "star-in-resource-and-not-action":
      return `\`NotAction\` doesn't leave ${action} out, which on every role ${danger}. Add it there, or name the actions that the build needs in \`Action\` instead.`
  }
}
