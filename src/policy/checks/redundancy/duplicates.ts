import { managedSettings, settingAt, settings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { managedItems, managedPolicyArn } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { Walk } from "../walk.ts"
import { itemRemoval, repeatsOf, textOf, withRepeats } from "./removal.ts"

/** Items that equal an earlier one of their list: Jets keeps the first (DESIGN 2.3, Ruby's `uniq`). */
export function duplicateItems(walk: Walk): readonly Diagnostic[] {
  return settings.flatMap((setting) =>
    [...repeatsOf(walk, setting).values()].flatMap(([first, ...later]) => {
      if (!first || later.length === 0) return []
      const all = later.length > 1 ? [removeAll(later.map(({ at }) => at))] : []
      return later.map(({ at, value }, index) =>
        diagnose(
          "duplicate-item",
          "info",
          at,
          "This item is in the list already, and Jets keeps only the first of equal ones. Remove it: the role stays the same.",
          {
            subject: withRepeats(textOf(value), later.length - 1 - index),
            related: [first.at],
            fixes: [{ title: "Remove this item", edits: [{ edit: "remove", at }] }, ...all],
          },
        ),
      )
    }),
  )
}

/** Takes places of one list out, the last first, each from the list as written: so no place moves before its turn. */
function removeAll(places: readonly Pointer[]): Fix {
  return {
    title: `Remove all ${places.length} repeats`,
    edits: places.toReversed().map((at) => ({ edit: "unset", at })),
  }
}

/**
 * Managed policies that the role would hold twice, Jets' defaults included: CloudFormation wants a role's
 * `ManagedPolicyArns` to be different ones (AWS::IAM::Role).
 */
export function duplicateManagedPolicies(walk: Walk): readonly Diagnostic[] {
  const { config, baseline } = walk
  const firsts = new Map<string, Pointer>()
  return managedSettings.flatMap((setting) => {
    const isWritten = Object.hasOwn(config, setting)
    return managedItems(config, setting, baseline).flatMap(({ at, name }) => {
      const arn = managedPolicyArn(name)
      const first = firsts.get(arn)
      if (first === undefined) firsts.set(arn, at)
      if (first === undefined || !isWritten) return []
      const isDefault =
        setting === "managed_policy" && settingAt(first) === "default_managed_policy"
      const isFirstWritten = !isDefault || Object.hasOwn(config, "default_managed_policy")
      return diagnose(
        "duplicate-managed-policy",
        "error",
        at,
        `${quoted(name)} ${isDefault ? "is one of the default managed policies already" : "is in this list already, in another spelling"}. CloudFormation refuses a role that has a managed policy twice, so the deploy fails. Remove it.`,
        { ...itemRemoval(walk, setting, name, at), ...(isFirstWritten && { related: [first] }) },
      )
    })
  })
}
