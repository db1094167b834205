import { type InlinePolicy, isList, type JsonValue } from "../iam/document.ts"
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
export function documentCharacters({ PolicyDocument: document }: InlinePolicy): number {
  return document === undefined ? 0 : characters(document)
}

const counted = new WeakMap<object, number>()

/**
 * The characters of a value as JSON, white space inside strings left out. Remembered for objects, so that a
 * key costs the statement that it changes.
 */
export function characters(value: JsonValue): number {
  if (typeof value === "string") return JSON.stringify(value.replaceAll(/\s/g, "")).length
  if (typeof value !== "object" || value === null) return JSON.stringify(value).length
  const known = counted.get(value)
  if (known !== undefined) return known
  const parts = isList(value)
    ? value.map(characters)
    : Object.entries(value).map(([key, part]) => JSON.stringify(key).length + 1 + characters(part))
  const count = parts.reduce((sum, part) => sum + part, 1 + Math.max(1, parts.length))
  counted.set(value, count)
  return count
}
