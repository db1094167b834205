import { isList, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { functionName, referenceOf } from "./intrinsics.ts"

/** A resource that is a role, or that SAM makes one for. */
export interface RoleResource {
  readonly id: string
  readonly properties: JsonObject
  readonly isSam: boolean
}

/** A policy that is a resource of its own. */
export interface PolicyResource {
  readonly id: string
  readonly properties: JsonObject
  readonly isManaged: boolean
}

/**
 * Which of a template's policies go to which of its roles, in the template's order: those that name the role, and
 * those that it takes by reference (`isTaken`: such a reference isn't an ARN to keep). `others` go to none.
 */
export function attachPolicies(
  roles: readonly RoleResource[],
  policies: readonly PolicyResource[],
): {
  readonly attached: ReadonlyMap<RoleResource, readonly PolicyResource[]>
  readonly isTaken: (arn: JsonValue) => boolean
  readonly others: readonly PolicyResource[]
} {
  const managed = new Map(policies.flatMap((one) => (one.isManaged ? [[one.id, one]] : [])))
  const takers = new Map<PolicyResource | undefined, Set<RoleResource>>()
  const take = (policy: PolicyResource | undefined, role: RoleResource | undefined) => {
    if (role) takers.set(policy, (takers.get(policy) ?? new Set()).add(role))
  }
  for (const role of roles)
    for (const arn of arnsOf(role)) take(managed.get(referenceOf(arn) ?? ""), role)
  // SAM calls the role that it makes for the function F FRole.
  const byId = new Map(roles.map((role) => [role.isSam ? `${role.id}Role` : role.id, role]))
  const byName = new Map(roles.map((role) => [JSON.stringify(role.properties.RoleName), role]))
  for (const policy of policies)
    for (const name of namedRoles(policy))
      take(policy, byId.get(referenceOf(name) ?? "") ?? byName.get(JSON.stringify(name)))
  const attached = new Map<RoleResource, PolicyResource[]>()
  for (const policy of policies)
    for (const role of takers.get(policy) ?? []) {
      const before = attached.get(role) ?? []
      before.push(policy)
      attached.set(role, before)
    }
  return {
    attached,
    isTaken: (arn) => managed.has(referenceOf(arn) ?? ""),
    others: policies.filter((policy) => !takers.has(policy)),
  }
}

/** What a policy calls the role that it names, where the template doesn't hold that role. */
export function roleElsewhere(policy: PolicyResource): string | undefined {
  return namedRoles(policy)
    .map((role) => (typeof role === "string" ? role : referenceOf(role)))
    .find((role) => role !== undefined)
}

/** Whom a policy names: `Roles`, or the `RoleName` of an AWS::IAM::RolePolicy. */
function namedRoles({ properties: { Roles, RoleName } }: PolicyResource): readonly JsonValue[] {
  if (isList(Roles)) return Roles
  return [Roles, RoleName].filter((role) => role !== undefined)
}

function arnsOf({ properties, isSam }: RoleResource): readonly JsonValue[] {
  const list = isSam ? properties.Policies : properties.ManagedPolicyArns
  if (isList(list)) return list
  return functionName(list) !== undefined && list !== undefined ? [list] : []
}
