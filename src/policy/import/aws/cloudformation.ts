import { isObject, type JsonObject } from "../../iam/document.ts"
import {
  attachPolicies,
  type PolicyResource,
  type RoleResource,
  roleElsewhere,
} from "./attachments.ts"
import { unresolved } from "./intrinsics.ts"
import type { Notes } from "./notes.ts"
import { carried, noteLeft, type ReadPolicy, readPolicy } from "./policies.ts"
import { type NamedRole, newRole, readRole } from "./role.ts"
import { isSamFunction, readSamFunction } from "./sam.ts"

const policyTypes = new Set(["AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy"])

/**
 * The roles of a template's resources (CloudFormation and SAM), with the policies of the template that name
 * them or that they take by reference. A policy that no role of the template takes is a role of its own.
 */
export function readResources(resources: JsonObject, notes: Notes): readonly NamedRole[] {
  const policies: PolicyResource[] = []
  const roles: RoleResource[] = []
  for (const [id, resource] of Object.entries(resources)) {
    if (id.startsWith("Fn::")) noteLeft({ [id]: resource }, "resources", notes)
    if (isObject(resource) && Object.hasOwn(resource, unresolved))
      noteLeft(resource, "the resource", notes)
    if (!isObject(resource) || typeof resource.Type !== "string") continue
    const properties = isObject(resource.Properties) ? resource.Properties : {}
    if (policyTypes.has(resource.Type))
      policies.push({ id, properties, isManaged: resource.Type === "AWS::IAM::ManagedPolicy" })
    else if (resource.Type === "AWS::IAM::Role" || isSamFunction(resource.Type))
      roles.push({ id, properties, isSam: resource.Type !== "AWS::IAM::Role" })
  }
  return withPolicies(roles, policies, notes)
}

function withPolicies(
  roles: readonly RoleResource[],
  policies: readonly PolicyResource[],
  notes: Notes,
): readonly NamedRole[] {
  const { attached, isTaken, others } = attachPolicies(roles, policies)
  const made = new Map(policies.map((policy) => [policy, asInline(policy, notes)]))
  const inTemplate = roles.flatMap((role): readonly NamedRole[] => {
    const more = attached.get(role)
    const own = role.isSam
      ? readSamFunction(role.id, role.properties, notes, isTaken)
      : readRole(role.id, role.properties, notes, isTaken)
    if (!own && !more) return []
    const inline = (more ?? []).flatMap((policy) => made.get(policy) ?? [])
    return [newRole(role.id, [...(own?.Policies ?? []), ...inline], own?.ManagedPolicyArns)]
  })
  const elsewhere = new Map<string, ReadPolicy[]>()
  for (const policy of others) {
    const inline = made.get(policy) ?? []
    if (inline.length === 0) continue
    const name = roleElsewhere(policy) ?? policy.id
    const before = elsewhere.get(name) ?? []
    before.push(...inline)
    elsewhere.set(name, before)
  }
  return [...inTemplate, ...[...elsewhere].map(([name, inline]) => newRole(name, inline))]
}

function asInline({ id, properties, isManaged }: PolicyResource, notes: Notes) {
  const given = isManaged
    ? (properties.ManagedPolicyName ?? (id || undefined))
    : properties.PolicyName
  const name = given === undefined ? undefined : carried(given, "the policy's name", notes)
  const { PolicyDocument } = properties
  return readPolicy(
    {
      ...(name === undefined ? {} : { PolicyName: name }),
      ...(PolicyDocument === undefined ? {} : { PolicyDocument }),
    },
    notes,
  )
}
