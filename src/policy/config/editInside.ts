import { isList, isObject, type JsonObject, type JsonValue } from "../iam/document.ts"
import type { IamConfig } from "./config.ts"
import { type Pointer, pointerKeys } from "./pointer.ts"

/**
 * Puts a value at a place of the settings. In an object an absent key is written where IAM's own order has it,
 * in a list the index must exist. A place whose object or list is gone changes nothing.
 */
export function setValue(config: IamConfig, at: Pointer, value: JsonValue): IamConfig {
  return changeAt(config, at, (holder, key) => {
    if (!isList(holder)) return withKey(holder, key, value)
    return hasIndex(holder, key) ? holder.with(Number(key), value) : holder
  })
}

/** Takes a key out of its object, or an element out of its list. */
export function unsetValue(config: IamConfig, at: Pointer): IamConfig {
  return changeAt(config, at, (holder, key) => {
    if (isList(holder)) return hasIndex(holder, key) ? holder.toSpliced(Number(key), 1) : holder
    return fromEntries(Object.entries(holder).filter(([name]) => name !== key))
  })
}

/** Gives a key of an object another name, at its place. A name that the object has already changes nothing. */
export function renameKey(config: IamConfig, at: Pointer, name: string): IamConfig {
  return changeAt(config, at, (holder, key) => {
    if (isList(holder) || Object.hasOwn(holder, name)) return holder
    return fromEntries(
      Object.entries(holder).map(([known, value]) => [known === key ? name : known, value]),
    )
  })
}

function changeAt(
  config: IamConfig,
  at: Pointer,
  change: (holder: readonly JsonValue[] | JsonObject, key: string) => JsonValue,
): IamConfig {
  const keys = pointerKeys(at)
  const last = keys.at(-1)
  if (last === undefined) return config
  const changed = within({ ...config }, keys.slice(0, -1), (holder) =>
    isList(holder) || isObject(holder) ? change(holder, last) : holder,
  )
  return isObject(changed) ? changed : config
}

function within(
  value: JsonValue,
  keys: readonly string[],
  change: (value: JsonValue) => JsonValue,
): JsonValue {
  const [key, ...rest] = keys
  if (key === undefined) return change(value)
  if (isList(value)) {
    const element = hasIndex(value, key) ? value[Number(key)] : undefined
    return element === undefined ? value : value.with(Number(key), within(element, rest, change))
  }
  if (!isObject(value) || !Object.hasOwn(value, key)) return value
  const entry = value[key]
  return entry === undefined ? value : withKey(value, key, within(entry, rest, change))
}

function hasIndex(list: readonly JsonValue[], key: string): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key) && Number(key) < list.length
}

const orders = [
  "PolicyName PolicyDocument",
  "Version Id Statement",
  "Sid Effect Action NotAction Resource NotResource Condition",
].map((order) => order.split(" "))

function withKey(object: JsonObject, key: string, value: JsonValue): JsonObject {
  const entries = Object.entries(object)
  if (Object.hasOwn(object, key))
    return fromEntries(entries.map(([name, known]) => [name, name === key ? value : known]))
  const order = orders.find((names) => names.includes(key)) ?? []
  const later = new Set(order.slice(order.indexOf(key) + 1))
  const place = entries.findIndex(([name]) => later.has(name))
  return fromEntries(entries.toSpliced(place < 0 ? entries.length : place, 0, [key, value]))
}

/** `Object.fromEntries` keeps `__proto__` as a key of the object's own. */
function fromEntries(entries: readonly (readonly [string, JsonValue])[]): JsonObject {
  return Object.fromEntries(entries)
}
