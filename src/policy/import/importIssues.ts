import type { Issue } from "../config/issue.ts"
import {
  documentVersion,
  isObject,
  type JsonObject,
  type JsonValue,
  statementsOf,
  stringsOf,
} from "../iam/document.ts"
import { quoted } from "./aws/notes.ts"
import type { ForeignRole } from "./aws/role.ts"
import { type ImportOptions, importOptions } from "./roleToConfig.ts"

/**
 * What roleToConfig changes or leaves out of a role that Jets can't make as it is: names of policies, their `Id`, an
 * old `Version` whose `${…}` was no variable, managed policies that aren't ARNs. Nothing for a role of Jets' own.
 */
export function importIssues(
  role: ForeignRole,
  options: Pick<ImportOptions, "asStatements"> = importOptions(role),
): readonly Issue[] {
  const issues = role.ManagedPolicyArns.filter((arn) => !arn.includes("arn:")).map((arn) =>
    leftOut(`${quoted(arn)} is no ARN of a managed policy`),
  )
  if (!options.asStatements) return issues
  const names = new Set<string>()
  const ids = new Set<string>()
  for (const { PolicyName, PolicyDocument } of role.Policies) {
    const name = typeof PolicyName === "string" ? PolicyName : undefined
    if (name !== undefined) names.add(name)
    if (!isObject(PolicyDocument)) {
      issues.push(leftOut(`The policy ${quoted(name ?? "without a name")} has no statements`))
      continue
    }
    if (typeof PolicyDocument.Id === "string") ids.add(PolicyDocument.Id)
    const version = versionIssue(PolicyDocument, name)
    if (version) issues.push(version)
  }
  if (names.size > 0)
    issues.push(
      changed(
        `Jets puts all statements into one policy, \`CustomPolicy\`: what they allow stays the same, but the ${names.size === 1 ? "name" : "names"} ${list(names)} can't be kept.`,
      ),
    )
  if (ids.size > 0)
    issues.push(
      changed(`Jets' policy has no \`Id\`, so ${list(ids)} can't be kept. It grants nothing.`),
    )
  return issues
}

function versionIssue(document: JsonObject, name: string | undefined): Issue | undefined {
  if (document.Version === documentVersion || !usesVariable(document)) return undefined
  const policy = name === undefined ? "The policy" : `The policy ${quoted(name)}`
  const has =
    typeof document.Version === "string"
      ? `has the version ${quoted(document.Version)}`
      : "has no `Version`"
  return changed(
    `${policy} ${has}, in which \`\${…}\` is plain text; Jets writes \`${documentVersion}\`, in which it is a variable. Check what these statements match.`,
  )
}

/** Whether a resource or a value of a condition holds `${…}` that IAM would see. */
function usesVariable(document: JsonObject): boolean {
  return statementsOf(document.Statement).some(({ statement }) =>
    [
      ...stringsOf(statement.Resource),
      ...stringsOf(statement.NotResource),
      ...conditionTexts(statement.Condition),
    ].some(({ text }) => text.includes(text.startsWith("!Sub ") ? "${!" : "${")),
  )
}

function conditionTexts(condition: JsonValue | undefined): readonly { readonly text: string }[] {
  if (!isObject(condition)) return []
  return Object.values(condition).flatMap((block) =>
    isObject(block) ? Object.values(block).flatMap((value) => stringsOf(value)) : [],
  )
}

function leftOut(reason: string): Issue {
  return { code: "left-out", message: `${reason}, so it is left out. Add it by hand.` }
}

function changed(message: string): Issue {
  return { code: "changed-on-import", severity: "warning", message }
}

function list(names: ReadonlySet<string>): string {
  const [shown, more] = [[...names].slice(0, 5), names.size - 5]
  return `${shown.map(quoted).join(", ")}${more > 0 ? ` and ${more} more` : ""}`
}
