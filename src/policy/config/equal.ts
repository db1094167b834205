import { isList, type JsonValue } from "../iam/document.ts"

const keys = new WeakMap<object, string>()

/**
 * A text that two values share exactly when Ruby's `uniq` has them as equal: key order aside (DESIGN 2.3).
 * Remembered for objects, so that a long list costs one look-up an item.
 */
export function equalityKey(value: JsonValue): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const known = keys.get(value)
  if (known !== undefined) return known
  const key = isList(value)
    ? `[${value.map(equalityKey).join()}]`
    : `{${Object.entries(value)
        .map(([name, part]) => `${JSON.stringify(name)}:${equalityKey(part)}`)
        .sort()
        .join()}}`
  keys.set(value, key)
  return key
}

/** Whether two lists hold equal values in the same order. */
export function isEqualList(left: readonly JsonValue[], right: readonly JsonValue[]): boolean {
  return equalityKey(left) === equalityKey(right)
}
