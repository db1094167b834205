import type { IamConfig } from "../config/config.ts"
import { policySettings } from "../config/config.ts"
import { policyItems } from "../config/item.ts"
import { type Pointer, parent, pointerKeys } from "../config/pointer.ts"
import { type InlinePolicy, isList, isObject, type JsonValue } from "../iam/document.ts"
import { quota } from "../iam/quota.ts"
import { buildRole, type Role, type RoleOptions, traceRole } from "./build.ts"

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

/** What an item adds to the characters of the inline policies. */
export interface ItemSize {
  /** The item's place in the settings. */
  readonly at: Pointer
  readonly characters: number
}

/**
 * The characters that each item of the policy lists adds to the inline policies, the most first. The brackets,
 * the versions and the names around them are no item's.
 */
export function measureItems(config: IamConfig, options: RoleOptions = {}): readonly ItemSize[] {
  const sizes = new Map<Pointer, number>()
  for (const setting of policySettings)
    for (const { at } of policyItems(config, setting, options.baseline)) sizes.set(at, 0)
  const role = buildRole(config, options)
  for (const [place, from] of traceRole(config, options)) {
    const keys = pointerKeys(place)
    const [list, index] = keys
    const policy = list === "Policies" ? role.Policies[Number(index)] : undefined
    if (!policy) continue
    let at = from
    while (at !== "" && !sizes.has(at)) at = parent(at)
    const size =
      keys.length === 2 ? documentCharacters(policy) : characters(valueAt(policy, keys.slice(2)))
    sizes.set(at, (sizes.get(at) ?? 0) + size)
  }
  return [...sizes]
    .map(([at, size]) => ({ at, characters: size }))
    .filter((item) => item.characters > 0)
    .toSorted((one, other) => other.characters - one.characters)
}

function valueAt(policy: InlinePolicy, keys: readonly string[]): JsonValue {
  return keys.reduce<JsonValue>(
    (value, key) =>
      (isList(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined) ?? null,
    { ...policy, PolicyDocument: policy.PolicyDocument ?? null },
  )
}

/** The characters that one inline policy counts for: its document without any white space. */
function documentCharacters({ PolicyDocument: document }: InlinePolicy): number {
  return document === undefined ? 0 : characters(document)
}

const counted = new WeakMap<object, number>()

/**
 * The characters of a value as JSON, white space inside strings left out. Remembered for objects, so that a
 * key costs the statement that it changes.
 */
function characters(value: JsonValue): number {
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
