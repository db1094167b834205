import type { JsonValue } from "../iam/document.ts"
import { type Pointer, pointerKeys } from "./pointer.ts"

/** The lists of policy items, in the order in which Jets makes policies of them (DESIGN 2.3). */
export const policySettings = ["default_policy", "policy", "default_vpc_policy"] as const
/** The lists of managed policies, in the order of `ManagedPolicyArns`. */
export const managedSettings = ["default_managed_policy", "managed_policy"] as const
/** All settings, in the canonical order of the interchange form (DESIGN 2.1). */
export const settings = [
  "policy",
  "managed_policy",
  "default_policy",
  "default_managed_policy",
  "default_vpc_policy",
] as const

/** A list whose items are policy items. */
export type PolicySetting = (typeof policySettings)[number]
/** A list whose items are names or ARNs of managed policies. */
export type ManagedSetting = (typeof managedSettings)[number]
/** One of the five lists of `config.codebuild.iam`. */
export type Setting = (typeof settings)[number]
/** A list that has Jets' own value when it is absent. */
export type DefaultSetting = Extract<Setting, `default_${string}`>

/**
 * The settings as they are written: any JSON object. An absent key means Jets' default. The lists may hold
 * anything; what can't be used is a diagnostic, never an error (DESIGN 2.1).
 */
export type IamConfig = { readonly [setting in Setting]?: JsonValue } & {
  readonly [key: string]: JsonValue
}

/** Jets' defaults of one version. */
export type BaselineName = "docs" | "6.0.5"

/** Settings and the baseline they are read against. */
export interface Draft {
  readonly config: IamConfig
  readonly baseline: BaselineName
}

/** Whether `key` is one of the five settings. */
export function isSetting(key: string): key is Setting {
  return (settings as readonly string[]).includes(key)
}

/** The setting that a pointer lies in. */
export function settingAt(at: Pointer): Setting | undefined {
  const key = pointerKeys(at)[0]
  return key !== undefined && isSetting(key) ? key : undefined
}

/** Whether the setting is a list of policy items (else it is a list of managed policies). */
export function isPolicySetting(setting: Setting): setting is PolicySetting {
  return (policySettings as readonly string[]).includes(setting)
}

/** Whether Jets has a value of its own for the setting. */
export function isDefaultSetting(setting: Setting): setting is DefaultSetting {
  return setting.startsWith("default_")
}
