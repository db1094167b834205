import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import type { Notes } from "./notes.ts"
import { readDocument, readPolicies, readPolicy } from "./policies.ts"
import { type NamedRole, newRole, noteBoundary, readArns } from "./role.ts"

/** The roles in an answer of the aws CLI's `iam` commands. Undefined: the value is no such answer. */
export function readCliAnswer(value: JsonObject, notes: Notes): readonly NamedRole[] | undefined {
  if (isList(value.RoleDetailList))
    return value.RoleDetailList.filter(isObject).map((role) => readDetail(role, notes))
  if (isList(value.AttachedPolicies))
    return [newRole(undefined, [], attachedArns(value.AttachedPolicies, notes))]
  if (isObject(value.PolicyVersion)) return readVersion(value.PolicyVersion, notes)
  if (Object.hasOwn(value, "PolicyDocument")) return readAnswered(value, notes)
  if (isObject(value.Role) && Object.hasOwn(value.Role, "AssumeRolePolicyDocument"))
    return [readTrustOnly(value.Role, notes)]
  if (isList(value.Roles) && value.Roles.every(hasTrust))
    return value.Roles.filter(isObject).map((role) => readTrustOnly(role, notes))
  if (hasTrust(value) && !isList(value.Policies) && !isList(value.ManagedPolicyArns))
    return [readTrustOnly(value, notes)]
  const isNames = isList(value.PolicyNames)
  if (!isNames && !(isObject(value.Policy) && Object.hasOwn(value.Policy, "Arn"))) return undefined
  const command = isNames ? "aws iam get-role-policy" : "aws iam get-policy-version"
  const message = `This answer names policies of a role, but not what they grant. Import the answer of \`${command}\`.`
  notes.add(message, value, "no-permissions")
  return []
}

/** get-role-policy, get-user-policy. */
function readAnswered(value: JsonObject, notes: Notes): readonly NamedRole[] {
  const { PolicyName, PolicyDocument = null } = value
  const policy = PolicyName === undefined ? { PolicyDocument } : { PolicyName, PolicyDocument }
  return [newRole(nameOf(value), readPolicy(policy, notes))]
}

/** get-policy-version. */
function readVersion(version: JsonObject, notes: Notes): readonly NamedRole[] {
  const document = readDocument(version.Document ?? null, notes)
  return [newRole(undefined, document ? [{ PolicyDocument: document }] : [])]
}

/** get-account-authorization-details. */
function readDetail(role: JsonObject, notes: Notes): NamedRole {
  noteBoundary(role.PermissionsBoundary, "PermissionsBoundary", notes)
  const attached = isList(role.AttachedManagedPolicies) ? role.AttachedManagedPolicies : []
  return newRole(
    nameOf(role),
    readPolicies(role.RolePolicyList, notes),
    attachedArns(attached, notes),
  )
}

/** get-role, list-roles; `--query Role` gives the role alone. */
function readTrustOnly(role: JsonObject, notes: Notes): NamedRole {
  noteBoundary(role.PermissionsBoundary, "PermissionsBoundary", notes)
  const message =
    "This answer shows only who may take on the role (`AssumeRolePolicyDocument`), not what the role may do. Import the answers of `aws iam get-role-policy` and `aws iam list-attached-role-policies`."
  notes.add(message, role, "no-permissions")
  return newRole(nameOf(role), [])
}

function attachedArns(list: readonly JsonValue[], notes: Notes): readonly string[] {
  const arns = list.flatMap((one) => (isObject(one) && one.PolicyArn ? [one.PolicyArn] : []))
  return readArns(arns, notes)
}

function hasTrust(role: JsonValue): boolean {
  return isObject(role) && Object.hasOwn(role, "AssumeRolePolicyDocument")
}

function nameOf({ RoleName }: JsonObject): string | undefined {
  return typeof RoleName === "string" ? RoleName : undefined
}
