import { defaultBaseline } from "../config/baseline.ts"
import {
  type BaselineName,
  type IamConfig,
  managedSettings,
  policySettings,
} from "../config/config.ts"
import { policyItems } from "../config/item.ts"
import { below, type Pointer } from "../config/pointer.ts"
import type { InlinePolicy } from "../iam/document.ts"
import { managedPolicyArns } from "./managed.ts"
import { listPolicy, splitItems } from "./statements.ts"

/** What Jets sets on the CodeBuild role: CloudFormation's own names (AWS::IAM::Role). */
export interface Role {
  readonly Policies: readonly InlinePolicy[]
  readonly ManagedPolicyArns: readonly string[]
}

/** `whole` is the role as deployed, `custom` what `policy` and `managed_policy` alone make. */
export type Scope = "whole" | "custom"

/** How settings are read: against which baseline ("docs"), and how much of the role ("whole"). */
export interface RoleOptions {
  readonly baseline?: BaselineName
  readonly scope?: Scope
}

/**
 * The role that Jets makes of the settings (DESIGN 2.3; the gem's own answers are in
 * jets-6.0.5.json). Total: what can't be used is left out.
 */
export function buildRole(config: IamConfig, options: RoleOptions = {}): Role {
  return build(config, options)
}

/**
 * Place in the role -> place in the settings, for every part that one item made: an inline policy, a
 * statement, an action of the statement that strings share, a managed policy's ARN. What lies deeper
 * belongs to the nearest of these above it.
 */
export function traceRole(
  config: IamConfig,
  options: RoleOptions = {},
): ReadonlyMap<Pointer, Pointer> {
  const trace = new Map<Pointer, Pointer>()
  build(config, options, trace)
  return trace
}

/** Builds the role and, where a trace is given, notes in it what made each part. */
function build(config: IamConfig, options: RoleOptions, trace?: Map<Pointer, Pointer>): Role {
  const { baseline = defaultBaseline, scope = "whole" } = options
  const Policies: InlinePolicy[] = []
  const ManagedPolicyArns: string[] = []
  const custom = scope === "custom"

  for (const setting of custom ? (["policy"] as const) : policySettings) {
    const { own, inline } = splitItems(policyItems(config, setting, baseline), setting)
    if (own) {
      const statement = `/Policies/${Policies.length}/PolicyDocument/Statement` as const
      if (trace && own.actions)
        for (const [index, from] of own.actions.entries())
          trace.set(`${statement}/0/Action/${index}`, from)
      else if (trace)
        for (const [index, { from }] of own.statements.entries())
          trace.set(`${statement}/${index}`, from)
      Policies.push(listPolicy(setting, own))
    }
    for (const { made, from } of inline) {
      trace?.set(below("/Policies", Policies.length), from)
      Policies.push(made)
    }
  }
  for (const setting of custom ? (["managed_policy"] as const) : managedSettings)
    for (const { made, from } of managedPolicyArns(config, setting, baseline)) {
      trace?.set(below("/ManagedPolicyArns", ManagedPolicyArns.length), from)
      ManagedPolicyArns.push(made)
    }
  return { Policies, ManagedPolicyArns }
}
