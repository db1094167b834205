/**
 * IAM's quotas for a role (IAM User Guide, "IAM and AWS STS quotas"). Characters are counted without
 * white space.
 */
export const quota = {
  /** All inline policies of a role together, in characters. */
  inlineCharacters: 10_240,
  /** From here on the editor says that it is getting tight: 90 %. */
  inlineCharactersNear: 9_216,
  /** Managed policies attached to a role, unless AWS raised the account's quota. */
  managedPolicies: 10,
  /** The most that AWS raises it to. */
  managedPoliciesMaximum: 25,
} as const
