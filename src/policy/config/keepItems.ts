import { isList, isObject, type JsonValue } from "../iam/document.ts"
import type { IamConfig } from "./config.ts"

/**
 * Settings read anew from a text, with the very items of the settings before wherever one is written alike
 * (keys in the same order): what is remembered of an item, such as its YAML, stays (DESIGN 9). The result is
 * JSON-equal to `after`; nothing changed at all gives `before` itself.
 */
export function keepItems(before: IamConfig, after: IamConfig): IamConfig {
  const known = Object.entries(before)
  const kept = Object.entries(after).map(([key, value]) => {
    const old = own(before, key)
    return [key, old === undefined || value === undefined ? value : keep(old, value)] as const
  })
  const isSame =
    kept.length === known.length &&
    kept.every(([key, value], index) => known[index]?.[0] === key && known[index]?.[1] === value)
  return isSame ? before : Object.fromEntries(kept)
}

function own(config: IamConfig, key: string): JsonValue | undefined {
  return Object.hasOwn(config, key) ? config[key] : undefined
}

function keep(before: JsonValue, after: JsonValue): JsonValue {
  if (isList(before) && isList(after)) return keepListed(before, after)
  return isAlike(before, after) ? before : after
}

function keepListed(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly JsonValue[] {
  const most = Math.min(before.length, after.length)
  const same = (one: number, other: number) => isAlike(before[one], after[other])
  let start = 0
  while (start < most && same(start, start)) start++
  if (start === before.length && start === after.length) return before
  let end = 0
  while (end < most - start && same(before.length - 1 - end, after.length - 1 - end)) end++
  return [
    ...before.slice(0, start),
    ...after.slice(start, after.length - end),
    ...before.slice(before.length - end),
  ]
}

/** Whether two values are written alike: keys in the same order too. */
function isAlike(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((value, index) => isAlike(value, other[index]))
  if (!isObject(one) || !isObject(other)) return one === other
  const keys = Object.keys(other)
  return (
    Object.keys(one).every((key, index) => key === keys[index] && isAlike(one[key], other[key])) &&
    Object.keys(one).length === keys.length
  )
}
