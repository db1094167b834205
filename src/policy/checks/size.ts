import type { Diagnostic } from "../config/diagnostic.ts"
import { managedItems } from "../config/item.ts"
import { quota } from "../iam/quota.ts"
import { buildRole } from "../role/build.ts"
import { measureRole, type RoleSize } from "../role/measure.ts"
import { counted, diagnose } from "./diagnostic.ts"
import type { Walk } from "./walk.ts"

/** IAM's quotas on a role (IAM User Guide, "IAM and AWS STS quotas"), Jets' defaults included. */
export function sizes(walk: Walk): readonly Diagnostic[] {
  const size = measureRole(buildRole(walk.config, { baseline: walk.baseline }))
  return [...inlineSize(size), ...managedNumber(walk, size)]
}

function inlineSize({ inlineCharacters: size }: RoleSize): readonly Diagnostic[] {
  const share = `${counted(size)} of the ${counted(quota.inlineCharacters)} characters that IAM allows a role`
  if (size > quota.inlineCharacters)
    return [
      diagnose(
        "policy-size-exceeds-identity-policy-quota",
        "error",
        "",
        `The inline policies have ${share}: CloudFormation can't create the role, and the deploy fails. Shorten lists with wildcards, or move statements to a managed policy of your own.`,
      ),
    ]
  if (size > quota.inlineCharactersNear)
    return [
      diagnose(
        "policy-size-near-identity-policy-quota",
        "warning",
        "",
        `The inline policies have ${share}. Over that the role can't be created: move statements to a managed policy of your own before it is full.`,
      ),
    ]
  return []
}

function managedNumber(
  { config }: Walk,
  { managedPolicies: number }: RoleSize,
): readonly Diagnostic[] {
  if (number <= quota.managedPolicies) return []
  const custom =
    Object.hasOwn(config, "managed_policy") && managedItems(config, "managed_policy").length > 0
  const at = custom ? "/managed_policy" : "/default_managed_policy"
  if (number > quota.managedPoliciesMaximum)
    return [
      diagnose(
        "managed-policies-exceed-maximum-quota",
        "error",
        at,
        `The role has ${number} managed policies, Jets' defaults included; AWS attaches ${quota.managedPoliciesMaximum} at most, so the deploy fails. Merge some into one of your own, or into \`policy\`.`,
      ),
    ]
  return [
    diagnose(
      "managed-policies-exceed-default-quota",
      "warning",
      at,
      `The role has ${number} managed policies, Jets' defaults included; an account allows ${quota.managedPolicies} unless AWS raised its quota, and the deploy fails over that. Ask AWS for more, or merge some.`,
    ),
  ]
}
