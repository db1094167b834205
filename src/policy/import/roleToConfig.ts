import { baselines, defaultBaseline } from "../config/baseline.ts"
import {
  type BaselineName,
  type IamConfig,
  type PolicySetting,
  type Setting,
  settings,
} from "../config/config.ts"
import { equalityKey, isEqualList } from "../config/equal.ts"
import type { JsonObject, JsonValue } from "../iam/document.ts"
import type { RoleOptions } from "../role/build.ts"
import type { ForeignRole } from "./aws/role.ts"
import { inlineItem, ownStatements, policyName, statementItems } from "./listItems.ts"
import { customManaged, splitManaged } from "./managedItems.ts"
import { openedItems } from "./openedItems.ts"

/** How a role becomes settings. */
export interface ImportOptions extends RoleOptions {
  /**
   * Whether inline policies come in as their statements: shorter, and Jets 6.0.5 fails on inline policies. Their
   * names and their own versions aren't kept (importIssues says so).
   */
  readonly asStatements?: boolean
}

/**
 * Settings that make the role: `buildRole(roleToConfig(role, options), options)` deep-equals every role that
 * buildRole makes with these options. The fewest and shortest items; an untouched default stays absent. "whole": a
 * default that the role lacks becomes []; "custom": everything goes to `policy` and `managed_policy`. Total: of a
 * role that Jets can't make, equal repeats and what no setting holds are left out.
 */
export function roleToConfig(role: ForeignRole, options: ImportOptions = {}): IamConfig {
  const { baseline = defaultBaseline, scope = "whole", asStatements = false } = options
  const policies = role.Policies.map(presentKeys)
  const isWhole = scope === "whole"
  const lists: Readonly<Partial<Record<Setting, readonly JsonValue[]>>> = {
    ...(isWhole
      ? splitManaged(role.ManagedPolicyArns, baseline)
      : customManaged(role.ManagedPolicyArns)),
    ...(asStatements
      ? { policy: openedItems(policies), ...(isWhole ? noDefaults : {}) }
      : splitPolicies(policies, isWhole)),
  }
  return Object.fromEntries(
    settings.flatMap((setting) => {
      const list = lists[setting]
      return list && isChanged(list, setting, baseline) ? [[setting, list]] : []
    }),
  )
}

/**
 * How a role that somebody has is best read: "whole" only where it has a policy that Jets makes of a default
 * list; inline policies as statements, unless one of them has a name of Jets' own (then Jets or this editor made
 * the role, and it comes back as it was).
 */
export function importOptions(
  role: ForeignRole,
): Required<Pick<ImportOptions, "scope" | "asStatements">> {
  const names = new Set(role.Policies.map(({ PolicyName }) => PolicyName))
  const isWhole =
    names.has(policyName("default_policy")) || names.has(policyName("default_vpc_policy"))
  return {
    scope: isWhole ? "whole" : "custom",
    asStatements: !isWhole && !names.has(policyName("policy")),
  }
}

const noDefaults = { default_policy: [], default_vpc_policy: [] }

function isChanged(list: readonly JsonValue[], setting: Setting, baseline: BaselineName): boolean {
  return !isEqualList(list, baselines[baseline][setting])
}

type PolicyLists = Readonly<Partial<Record<PolicySetting, readonly JsonValue[]>>>

function splitPolicies(policies: readonly JsonObject[], isWhole: boolean): PolicyLists {
  if (!isWhole) {
    const { items, end } = take(policies, "policy", 0, policies.length)
    return end === policies.length ? { policy: items } : splitPolicies(distinct(policies), false)
  }
  // A list's own policy comes first of what it makes; the others are best left to `policy`.
  const hasDefault = policies[0] && ownStatements(policies[0], "default_policy")
  const from = hasDefault ? 1 : 0
  const custom = indexOfOwn(policies, "policy", from)
  const vpc = indexOfOwn(policies, "default_vpc_policy", custom ?? from)
  const end = policies.length
  return (
    divide(policies, [custom ?? from, vpc ?? end]) ??
    divide(policies) ??
    splitPolicies(distinct(policies), true)
  )
}

/** Each list's items, divided at these places, or wherever it can be. Undefined where it can't. */
function divide(
  policies: readonly JsonObject[],
  ends?: readonly [default_policy: number, policy: number],
): PolicyLists | undefined {
  const count = policies.length
  const first = take(policies, "default_policy", 0, ends?.[0] ?? count)
  const second = take(policies, "policy", first.end, ends?.[1] ?? count)
  const third = take(policies, "default_vpc_policy", second.end, count)
  const isExact = !ends || (first.end === ends[0] && second.end === ends[1])
  if (third.end < count || !isExact) return undefined
  return { default_policy: first.items, policy: second.items, default_vpc_policy: third.items }
}

/**
 * The items of one list for as many policies as it can make, from `start`: it drops what it has already. Taking
 * as many as can be leaves the next lists the least, so this finds a division where there is one.
 */
function take(
  policies: readonly JsonObject[],
  setting: PolicySetting,
  start: number,
  bound: number,
): { readonly items: readonly JsonValue[]; readonly end: number } {
  const items: JsonValue[] = []
  const seen = new Set<string>()
  for (let index = start; index < bound; index++) {
    const policy = policies[index]
    const own = index === start && policy ? ownStatements(policy, setting) : undefined
    const item = own || !policy ? undefined : inlineItem(policy, setting, seen)
    if (own) items.push(...statementItems(own))
    else if (item) {
      seen.add(equalityKey(item))
      items.push(item)
    } else return { items, end: index }
  }
  return { items, end: Math.max(start, bound) }
}

function indexOfOwn(
  policies: readonly JsonObject[],
  setting: PolicySetting,
  from: number,
): number | undefined {
  const index = policies.findIndex((policy, at) => at >= from && ownStatements(policy, setting))
  return index < 0 ? undefined : index
}

function distinct(policies: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(policies.map((policy) => [equalityKey(policy), policy])).values()]
}

/** An inline policy without keys that hold nothing, which JSON doesn't know. */
function presentKeys(policy: ForeignRole["Policies"][number]): JsonObject {
  const entries = Object.entries(policy).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
  return Object.fromEntries(entries)
}
