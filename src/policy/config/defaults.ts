import { patternCovers } from "../iam/wildcard.ts"
import { baselines } from "./baseline.ts"
import {
  type BaselineName,
  type DefaultSetting,
  type IamConfig,
  isPolicySetting,
} from "./config.ts"
import type { Edit } from "./fix.ts"
import { actionOf, listEntries, managedPolicyArn, toPolicyItem } from "./item.ts"
import type { Pointer } from "./pointer.ts"

/** One of Jets' defaults and what the settings made of it. */
export interface DefaultState {
  /** As Jets has it: "s3", "AmazonSSMReadOnlyAccess". */
  readonly item: string
  /** The places of the list's items that are just this default. */
  readonly at: readonly Pointer[]
  /** A wider item of the list that covers it: `sts:*`. */
  readonly coveredBy: string | undefined
}

/** Whether the list still has the default, by itself or by a wider item. */
export function isKept(state: DefaultState): boolean {
  return state.at.length > 0 || state.coveredBy !== undefined
}

/**
 * Jets' defaults of a setting, in Jets' order, and whether the list still has each: judged by its string
 * items, the shorthand as `service:*`, ignoring case, wildcards counted (DESIGN 2.5). In an absent list all
 * are kept.
 */
export function defaultStates(
  config: IamConfig,
  setting: DefaultSetting,
  baseline: BaselineName,
): readonly DefaultState[] {
  const strings = listEntries(config, setting, baseline).flatMap(({ at, value }) =>
    typeof value === "string" ? [{ at, value, action: comparable(setting, value) }] : [],
  )
  const places = new Map<string, Pointer[]>()
  for (const { at, action } of strings) places.set(action, [...(places.get(action) ?? []), at])
  const wide = isPolicySetting(setting) ? strings.filter(({ action }) => /[*?]/.test(action)) : []
  return baselines[baseline][setting].map((item) => {
    const action = comparable(setting, item)
    const at = places.get(action) ?? []
    const by = wide.find((entry) => entry.action !== action && patternCovers(entry.action, action))
    return { item, at, coveredBy: by?.value }
  })
}

/**
 * The edits that bring removed defaults back, each at Jets' place: behind the nearest default before it that
 * the list has, else in front; what the person added stays where it is. Defaults that are kept are skipped.
 */
export function restoreEdits(
  config: IamConfig,
  setting: DefaultSetting,
  baseline: BaselineName,
  items: readonly string[],
): readonly Edit[] {
  if (!Object.hasOwn(config, setting)) return []
  const states = defaultStates(config, setting, baseline)
  const order = listEntries(config, setting)
    .filter(({ at, value }) =>
      isPolicySetting(setting) ? toPolicyItem(value, at) : typeof value === "string",
    )
    .map(({ value }) => (typeof value === "string" ? comparable(setting, value) : ""))
  const edits: Edit[] = []
  let index = 0
  for (const state of states) {
    const action = comparable(setting, state.item)
    const place = order.indexOf(action)
    if (place >= 0) index = place + 1
    else if (!isKept(state) && items.includes(state.item)) {
      edits.push({ edit: "add", setting, item: state.item, index })
      order.splice(index, 0, action)
      index += 1
    }
  }
  return edits
}

/** What two items of a list are compared by. */
function comparable(setting: DefaultSetting, item: string): string {
  if (isPolicySetting(setting)) return actionOf(item).toLowerCase()
  return managedPolicyArn(item)
}
