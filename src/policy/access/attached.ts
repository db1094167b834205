import type { Catalog } from "../iam/catalog.ts"
import type { InlinePolicy } from "../iam/document.ts"
import type { Role } from "../role/build.ts"

/** What of a role's policies can be read. */
export interface AttachedPolicies {
  /** The role's own, at their index; then AWS's, named by their ARN, each once. */
  readonly policies: readonly InlinePolicy[]
  /** The ARNs whose documents aren't known: a customer's own, not loaded, not AWS's. */
  readonly unknown: readonly string[]
}

/** What follows `policy/` in the ARN of a managed policy of AWS, in any partition. */
const managedArn = /^arn:aws(?:-[a-z-]+)?:iam::aws:policy\/(.+)$/s

/**
 * All policies that a role has, as far as the catalog has their documents (DESIGN 3.1). AWS's managed policies
 * are the same in every partition.
 */
export function attachedPolicies(role: Role, catalog: Catalog): AttachedPolicies {
  const policies = [...role.Policies]
  const unknown: string[] = []
  for (const arn of new Set(role.ManagedPolicyArns)) {
    const name = managedName(arn)
    const document = name === undefined ? undefined : catalog.managedDocuments?.get(name)
    if (document) policies.push({ PolicyName: arn, PolicyDocument: document })
    else unknown.push(arn)
  }
  return { policies, unknown }
}

/** The names of AWS's managed policies that a role attaches, as the catalog has them, to be loaded. */
export function managedNames(role: Role): readonly string[] {
  return [...new Set(role.ManagedPolicyArns.flatMap((arn) => managedName(arn) ?? []))]
}

function managedName(arn: string): string | undefined {
  return managedArn.exec(arn)?.[1]
}
