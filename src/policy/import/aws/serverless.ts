import {
  documentVersion,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { readResources } from "./cloudformation.ts"
import { functionName } from "./intrinsics.ts"
import type { Notes } from "./notes.ts"
import { noteLeft, type ReadPolicy, readStatements } from "./policies.ts"
import { type NamedRole, newRole, noteBoundary, readArns } from "./role.ts"

/**
 * The roles of a Serverless file whose variables are resolved: the provider's, those of functions with statements
 * of their own, and those under `resources` (Serverless Framework, "IAM Permissions For Functions").
 */
export function readServerless(file: JsonObject, notes: Notes): readonly NamedRole[] {
  const roles: NamedRole[] = []
  /** A part of the file; what a variable of another file stands for can't be read. */
  const part = (value: JsonValue | undefined, what: string): JsonObject => {
    if (functionName(value) !== undefined) noteLeft(value, what, notes)
    return object(value)
  }
  const provider = part(file.provider, "the provider")
  const role = part(part(provider.iam, "the provider's role").role, "the provider's role")
  const boundary =
    role.permissionsBoundary ?? role.permissionBoundary ?? provider.rolePermissionsBoundary
  noteBoundary(boundary, "permissionsBoundary", notes)
  const statements = role.statements ?? provider.iamRoleStatements
  const arns = role.managedPolicies ?? provider.iamManagedPolicies
  if (present(statements) || present(arns))
    roles.push(newRole("provider", readPolicy(statements, notes), readArns(arns, notes)))
  for (const functions of listed(file.functions))
    for (const [name, value] of Object.entries(object(functions))) {
      const own = object(value).iamRoleStatements
      if (present(own)) roles.push(newRole(name, readPolicy(own, notes)))
    }
  for (const resources of listed(file.resources)) {
    const template = part(resources, "the resources")
    roles.push(...readResources(part(template.Resources, "the resources"), notes))
  }
  return roles
}

/** Statements as Serverless puts them into a policy. */
function readPolicy(value: JsonValue | undefined, notes: Notes): readonly ReadPolicy[] {
  if (!present(value)) return []
  if (functionName(value) !== undefined || !isList(value)) {
    noteLeft(value, "the list of statements", notes)
    return []
  }
  const Statement = readStatements(value, notes)
  if (Statement === undefined) return []
  return [{ PolicyDocument: { Version: documentVersion, Statement } }]
}

function present(value: JsonValue | undefined): value is JsonValue {
  return value !== undefined && value !== null
}

function listed(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : value === undefined ? [] : [value]
}

function object(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {}
}
