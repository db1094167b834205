import type { JsonValue } from "../iam/document.ts"
import { baselines } from "./baseline.ts"
import {
  type BaselineName,
  type IamConfig,
  isDefaultSetting,
  isPolicySetting,
  type Setting,
  settingAt,
} from "./config.ts"
import { renameKey, setValue, unsetValue } from "./editInside.ts"
import type { Edit, Fix } from "./fix.ts"
import { type ListEntry, listEntries, toPolicyItem } from "./item.ts"
import type { Pointer } from "./pointer.ts"

/**
 * Puts an item before the `index`-th usable item of the list (repeats counted), at the end without an index.
 * A list with nested lists or nulls is written flat first: the same role. Throws RangeError for an absent
 * default list: a new one would silently drop what Jets needs, so override it first.
 */
export function addItem(
  config: IamConfig,
  setting: Setting,
  item: JsonValue,
  index?: number,
): IamConfig {
  const entries = editable(config, setting)
  return withList(config, setting, insert(entries, { at: "", value: item }, setting, index))
}

/** Puts another item in the place of the one at `at`. A place that holds none changes nothing. */
export function replaceItem(config: IamConfig, at: Pointer, item: JsonValue): IamConfig {
  return editAt(config, at, (entries, place) =>
    entries.map((entry, index) => (index === place ? { at: entry.at, value: item } : entry)),
  )
}

/** Takes the item at `at` out of its list. A place that holds none changes nothing. */
export function removeItem(config: IamConfig, at: Pointer): IamConfig {
  return editAt(config, at, (entries, place) => entries.filter((_, index) => index !== place))
}

/** Moves the item at `at` so that it becomes the `index`-th usable item of its list. */
export function moveItem(config: IamConfig, at: Pointer, index: number): IamConfig {
  return editAt(config, at, (entries, place, setting) => {
    const moved = entries[place]
    if (!moved) return entries
    return insert(
      entries.filter((entry) => entry !== moved),
      moved,
      setting,
      index,
    )
  })
}

/** Writes the baseline's own list into an absent default setting. A present one stays as it is. */
export function overrideSetting(
  config: IamConfig,
  setting: Setting,
  baseline: BaselineName,
): IamConfig {
  return Object.hasOwn(config, setting)
    ? config
    : { ...config, [setting]: [...baselines[baseline][setting]] }
}

/** Drops a setting, so that Jets' default holds again. */
export function resetSetting(config: IamConfig, setting: Setting): IamConfig {
  if (!Object.hasOwn(config, setting)) return config
  const { [setting]: _dropped, ...rest } = config
  return rest
}

/** Carries out one edit given as data. Total: an edit whose place is gone changes nothing. */
export function applyEdit(config: IamConfig, edit: Edit): IamConfig {
  switch (edit.edit) {
    case "add":
      return isAbsentDefault(config, edit.setting)
        ? config
        : addItem(config, edit.setting, edit.item, edit.index)
    case "replace":
      return replaceItem(config, edit.at, edit.item)
    case "remove":
      return removeItem(config, edit.at)
    case "move":
      return moveItem(config, edit.at, edit.index)
    case "set":
      return setValue(config, edit.at, edit.value)
    case "unset":
      return unsetValue(config, edit.at)
    case "rename":
      return renameKey(config, edit.at, edit.key)
    case "override":
      return overrideSetting(config, edit.setting, edit.baseline)
    case "reset":
      return resetSetting(config, edit.setting)
  }
}

/** Carries out a fix, edit by edit. Total, as applyEdit is. */
export function applyFix(config: IamConfig, fix: Fix): IamConfig {
  return fix.edits.reduce(applyEdit, config)
}

function isAbsentDefault(config: IamConfig, setting: Setting): boolean {
  return isDefaultSetting(setting) && !Object.hasOwn(config, setting)
}

function editable(config: IamConfig, setting: Setting): readonly ListEntry[] {
  if (isAbsentDefault(config, setting))
    throw new RangeError(`${setting} is absent: override it before editing its list`)
  return listEntries(config, setting)
}

function editAt(
  config: IamConfig,
  at: Pointer,
  change: (entries: readonly ListEntry[], place: number, setting: Setting) => readonly ListEntry[],
): IamConfig {
  const setting = settingAt(at)
  if (!setting || !Object.hasOwn(config, setting)) return config
  const entries = listEntries(config, setting)
  const place = entries.findIndex((entry) => entry.at === at)
  return place < 0 ? config : withList(config, setting, change(entries, place, setting))
}

function insert(
  entries: readonly ListEntry[],
  added: ListEntry,
  setting: Setting,
  index?: number,
): readonly ListEntry[] {
  const usable = entries.filter((entry) => isUsable(entry, setting))
  const next = index === undefined ? undefined : usable[Math.max(0, index)]
  const place = next ? entries.indexOf(next) : entries.length
  return entries.toSpliced(place, 0, added)
}

function isUsable({ at, value }: ListEntry, setting: Setting): boolean {
  return isPolicySetting(setting)
    ? toPolicyItem(value, at) !== undefined
    : typeof value === "string"
}

function withList(config: IamConfig, setting: Setting, entries: readonly ListEntry[]): IamConfig {
  return { ...config, [setting]: entries.map((entry) => entry.value) }
}
