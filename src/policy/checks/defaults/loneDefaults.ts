import { defaultStates, isKept } from "../../config/defaults.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import type { Walk } from "../walk.ts"

const setting = "default_policy"

/**
 * Takes back the fixes that would write some of Jets' defaults into a list that has none: each of the others
 * would then be an error of its own, where all together are one.
 */
export function withoutLoneDefaults(
  { config, baseline, entries }: Walk,
  found: readonly Diagnostic[],
): Diagnostic[] {
  if (!Object.hasOwn(config, setting) || defaultStates(config, setting, baseline).some(isKept))
    return [...found]
  const texts = new Set<string>([`/${setting}`])
  for (const { at, value } of entries) if (typeof value === "string") texts.add(at)
  const bringsSome = ({ edits }: Fix) => {
    const written = edits.map((edit) =>
      "item" in edit ? edit.item : "value" in edit && edit.value,
    )
    const states = defaultStates({ [setting]: written.filter(isText) }, setting, baseline)
    return states.some(isKept) && !states.every(isKept)
  }
  return found.map((diagnostic) => {
    const { at, fixes } = diagnostic
    if (!fixes || !at.startsWith(`/${setting}`) || !texts.has(at)) return diagnostic
    return { ...diagnostic, fixes: fixes.filter((fix) => !bringsSome(fix)) }
  })
}

const isText = (value: unknown) => typeof value === "string"
