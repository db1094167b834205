import { type IamConfig, isSetting, managedSettings, settings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { managedItems, managedPolicyArn } from "../../config/item.ts"
import { below } from "../../config/pointer.ts"
import { isList } from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { nearestName } from "../nearest.ts"
import type { Check, Walk } from "../walk.ts"
import { harmless } from "./slips.ts"

/** Keys that are no setting (DESIGN 2.1). */
export function unknownSettings(judges: readonly Check[]): Check {
  return (walk) => {
    const unknown = Object.keys(walk.config).filter((key) => !isSetting(key))
    return unknown.map((key) => unknownSetting(key, walk, judges))
  }
}

function unknownSetting(key: string, walk: Walk, judges: readonly Check[]): Diagnostic {
  const near = nearestName(key, settings)
  const advice = near
    ? `Did you mean ${quoted(near)}?`
    : `The settings are ${settings.map(quoted).join(", ")}.`
  const fix = near && renaming(key, near)
  return diagnose(
    "unknown-setting",
    "error",
    below("", key),
    `${quoted(key)} is no setting of Jets: nothing reads it, so the role gets nothing of what it holds. ${advice}`,
    { fixes: fix && isGood(key, near, fix, walk, judges) ? [fix] : [] },
  )
}

function renaming(key: string, name: string): Fix {
  return { title: `Rename to ${name}`, edits: [{ edit: "rename", at: below("", key), key: name }] }
}

/** Whether renaming adds to the role, and only what is right: a list of defaults would take away those that it lacks. */
function isGood(
  key: string,
  name: string,
  fix: Fix,
  { config, baseline }: Walk,
  judges: readonly Check[],
): boolean {
  const isCustom = name === "policy" || name === "managed_policy"
  if (!isCustom || Object.hasOwn(config, name) || !isList(config[key])) return false
  const renamed: IamConfig = { ...config, [name]: config[key] }
  const arns = managedSettings.flatMap((setting) =>
    managedItems(renamed, setting, baseline).map((item) => managedPolicyArn(item.name)),
  )
  return new Set(arns).size === arns.length && harmless(config, judges)(fix)
}
