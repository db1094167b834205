import {
  baselines,
  below,
  type Draft,
  isList,
  isSetting,
  type JsonValue,
  type Pointer,
  pointerKeys,
} from "../policy/index.ts"

/**
 * The item that a place in the settings is or lies in, as listEntries gives its place: of an absent list one of
 * Jets' defaults. A whole list is no item.
 */
export function itemAt({ config, baseline }: Draft, place: Pointer): Pointer | undefined {
  const [setting = "", ...keys] = pointerKeys(place)
  if (!isSetting(setting)) return undefined
  const absent = !Object.hasOwn(config, setting)
  let value: JsonValue | undefined = absent ? baselines[baseline][setting] : config[setting]
  let at = below("", setting)
  if (!isList(value)) return undefined
  for (const key of keys) {
    if (!isList(value)) break
    value = value[Number(key)]
    at = below(at, key)
  }
  return isList(value) || value === undefined || value === null ? undefined : at
}
