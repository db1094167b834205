import type { InlinePolicy } from "../iam/document.ts"
import { quota } from "../iam/quota.ts"
import type { Role } from "./build.ts"

/** How large a role is, beside IAM's quotas. */
export interface RoleSize {
  /** Characters of all inline policies' documents as JSON; IAM counts no white space. */
  readonly inlineCharacters: number
  readonly inlineQuota: number
  /** Different managed policies. */
  readonly managedPolicies: number
  readonly managedQuota: number
}

/** Measures a role the way IAM counts (IAM User Guide, "IAM and AWS STS quotas"). */
export function measureRole(role: Role): RoleSize {
  return {
    inlineCharacters: role.Policies.reduce((sum, policy) => sum + documentCharacters(policy), 0),
    inlineQuota: quota.inlineCharacters,
    managedPolicies: new Set(role.ManagedPolicyArns).size,
    managedQuota: quota.managedPolicies,
  }
}

/** The characters that one inline policy counts for: its document without any white space. */
function documentCharacters(policy: InlinePolicy): number {
  const text = JSON.stringify(policy.PolicyDocument ?? "", (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll(/\s/g, "") : value,
  )
  return policy.PolicyDocument === undefined ? 0 : text.length
}
