import { isList, type JsonValue } from "../iam/document.ts"
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
  return written(before) === written(after) ? before : after
}

function keepListed(
  before: readonly JsonValue[],
  after: readonly JsonValue[],
): readonly JsonValue[] {
  const most = Math.min(before.length, after.length)
  const same = (one: number, other: number) => written(before[one]) === written(after[other])
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

const texts = new WeakMap<object, string>()

/** The text of an item, remembered as long as the item is. */
function written(value: JsonValue | undefined): string | undefined {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}
