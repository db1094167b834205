import { baselines } from "../../config/baseline.ts"
import { type DefaultSetting, isPolicySetting, managedSettings } from "../../config/config.ts"
import { defaultStates, isKept, restoreEdits } from "../../config/defaults.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { actionOf, managedItems, managedPolicyArn } from "../../config/item.ts"
import { jetsUse } from "../../config/jetsUses.ts"
import { below } from "../../config/pointer.ts"
import { isList } from "../../iam/document.ts"
import { diagnose } from "../diagnostic.ts"
import { wouldNameTwice } from "../grammar/names/policyNames.ts"
import type { Walk } from "../walk.ts"
import { type Granted, grantJudge } from "./granted.ts"
import { allRemovedMessage, type Removed, removedMessage } from "./removedMessage.ts"

/** The lists that Jets fills itself, and the code for one default that is missing from each. */
const lists = [
  ["default_policy", "default-permission-removed"],
  ["default_managed_policy", "default-managed-policy-removed"],
  ["default_vpc_policy", "default-vpc-permission-removed"],
] as const

/**
 * Jets' defaults that an override leaves out: what breaks without each, what still grants it, how to bring it
 * back (DESIGN 2.5). Where nothing of `default_policy` is left, that is said once.
 */
export function defaultsRemoved(walk: Walk): readonly Diagnostic[] {
  return lists.flatMap(([setting, code]) => {
    if (!Object.hasOwn(walk.config, setting)) return []
    const states = defaultStates(walk.config, setting, walk.baseline)
    const missing = states.filter((state) => !isKept(state)).map(({ item }) => item)
    if (missing.length === 0) return []
    const at = below("", setting)
    const removed = judgeRemoved(walk, setting, missing)
    const aside = hasOtherManagedPolicies(walk)
    const canRestore =
      isList(walk.config[setting]) && !(isPolicySetting(setting) && wouldNameTwice(walk, setting))
    const back = canRestore ? removed.filter(isDetached) : []
    const restoreAll = back.length > 1 ? [restoreFix(walk, setting, back)] : []

    if (setting === "default_policy" && missing.length === states.length) {
      return diagnose("all-defaults-removed", "error", at, allRemovedMessage(removed, aside), {
        ...relatedTo(removed),
        fixes: restoreAll,
      })
    }
    return removed.map((one) => {
      const severity = one.granted.how === "wholly" ? "info" : (one.use?.severity ?? "warning")
      return diagnose(code, severity, at, removedMessage(one, setting, aside), {
        subject: one.item,
        ...relatedTo([one]),
        fixes: back.includes(one) ? [restoreFix(walk, setting, [one]), ...restoreAll] : [],
      })
    })
  })
}

function judgeRemoved(
  walk: Walk,
  setting: DefaultSetting,
  missing: readonly string[],
): readonly Removed[] {
  const judge = grantJudge(walk)
  return missing.map((item) => {
    const use = jetsUse(setting, item)
    if (isPolicySetting(setting)) return { item, use, granted: judge([actionOf(item)]) }
    return { item, use, granted: attached(walk, item) ?? judge(use?.grants ?? []) }
  })
}

/** A default managed policy that `managed_policy` attaches all the same. */
function attached({ config, baseline }: Walk, item: string): Granted | undefined {
  const arn = managedPolicyArn(item)
  const own = managedItems(config, "managed_policy", baseline).find(
    ({ name }) => managedPolicyArn(name) === arn,
  )
  return own && { how: "wholly", by: [{ text: own.name, at: own.at, setting: "managed_policy" }] }
}

/** Restoring what is attached already would attach it twice, which CloudFormation rejects. */
function isDetached({ granted }: Removed): boolean {
  return !granted.by.some(({ setting }) => setting === "managed_policy")
}

function restoreFix(walk: Walk, setting: DefaultSetting, removed: readonly Removed[]): Fix {
  const items = removed.map(({ item }) => item)
  return {
    title: items.length === 1 ? `Restore ${items[0]}` : `Restore all ${items.length}`,
    edits: restoreEdits(walk.config, setting, walk.baseline, items),
  }
}

function hasOtherManagedPolicies({ config, baseline }: Walk): boolean {
  const defaults = new Set(baselines[baseline].default_managed_policy.map(managedPolicyArn))
  return managedSettings.some((setting) =>
    managedItems(config, setting, baseline).some(
      ({ name }) => !defaults.has(managedPolicyArn(name)),
    ),
  )
}

function relatedTo(removed: readonly Removed[]): Pick<Diagnostic, "related"> {
  const grants = removed.flatMap(({ granted: { by, deniedBy } }) =>
    deniedBy ? [...by, deniedBy] : by,
  )
  return grants.length === 0 ? {} : { related: [...new Set(grants.map(({ at }) => at))] }
}
