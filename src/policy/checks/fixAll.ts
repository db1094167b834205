import type { IamConfig } from "../config/config.ts"
import { settings } from "../config/config.ts"
import type { Diagnostic, DiagnosticCode } from "../config/diagnostic.ts"
import type { Fix } from "../config/fix.ts"
import { type Pointer, pointerKeys } from "../config/pointer.ts"
import { isList } from "../iam/document.ts"

/**
 * One fix that carries out the first fix of every diagnostic of a code; undefined where fewer than two have one.
 * The last place comes first, so that what is taken out moves no place that is still to come; lists within lists
 * are written flat by an edit, so there is no such fix for them.
 */
export function fixAll(
  config: IamConfig,
  found: readonly Diagnostic[],
  code: DiagnosticCode,
): Fix | undefined {
  if (settings.some((setting) => isNested(config, setting))) return undefined
  const fixes = new Map<string, { at: Pointer; fix: Fix }>()
  for (const one of found) {
    const [fix] = one.code === code ? (one.fixes ?? []) : []
    if (fix) fixes.set(JSON.stringify(fix.edits), { at: one.at, fix })
  }
  if (fixes.size < 2) return undefined
  const ordered = [...fixes.values()].sort((one, other) => comparePlaces(other.at, one.at))
  return { title: `Fix all ${fixes.size}`, edits: ordered.flatMap(({ fix }) => fix.edits) }
}

function isNested(config: IamConfig, setting: keyof IamConfig): boolean {
  const list = config[setting]
  return isList(list) && list.some((value) => isList(value) || value === null)
}

/** Places in the order of the settings as written. */
function comparePlaces(one: Pointer, other: Pointer): number {
  const [left, right] = [pointerKeys(one), pointerKeys(other)]
  for (const [index, key] of left.entries()) {
    const against = right[index]
    if (against === undefined) return 1
    if (key === against) continue
    const order = Number(key) - Number(against)
    return Number.isNaN(order) ? (key < against ? -1 : 1) : order
  }
  return left.length - right.length
}
