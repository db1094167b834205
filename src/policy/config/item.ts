import { isList, isObject, type JsonObject, type JsonValue } from "../iam/document.ts"
import { baselines, defaultBaseline } from "./baseline.ts"
import type { BaselineName, IamConfig, ManagedSetting, PolicySetting, Setting } from "./config.ts"
import { equalityKey } from "./equal.ts"
import { below, type Pointer } from "./pointer.ts"

/** An item of a policy list, made once, here; `at` is its place in the settings as written. */
export type PolicyItem = { readonly at: Pointer } & (
  | { readonly kind: "service"; readonly service: string }
  | { readonly kind: "action"; readonly action: string }
  | { readonly kind: "statement"; readonly statement: JsonObject }
  | { readonly kind: "document"; readonly document: JsonObject }
  | { readonly kind: "inline"; readonly policy: JsonObject }
)

/** An item of a managed policy list: the name or ARN as written, and its place. */
export interface ManagedItem {
  readonly at: Pointer
  readonly name: string
}

/** Which items to list: `repeats` keeps those that Jets drops as equal, as a form's rows need. */
export interface ItemOptions {
  readonly repeats?: boolean
}

/** A value of a list, nested lists opened and nulls dropped, with its place as written. */
export interface ListEntry {
  readonly at: Pointer
  readonly value: JsonValue
}

/**
 * What a setting's list holds, flattened, nulls dropped (Jets' `flatten` and `compact`), whatever its type.
 * An absent setting gives the baseline's, at the places that they would have if overridden. What is no
 * list gives nothing.
 */
export function listEntries(
  config: IamConfig,
  setting: Setting,
  baseline: BaselineName = defaultBaseline,
): readonly ListEntry[] {
  const list = Object.hasOwn(config, setting) ? config[setting] : baselines[baseline][setting]
  if (!isList(list)) return []
  const known = listed.get(list)
  if (known?.setting === setting && isUnchanged(list, known.entries)) return known.entries
  const entries: ListEntry[] = []
  const open = [{ list, at: below("", setting), index: 0 }]
  for (let level = open.at(-1); level; level = open.at(-1)) {
    if (level.index === level.list.length) {
      open.pop()
      continue
    }
    const at = open.length === 1 ? placeIn(setting, level.index) : below(level.at, level.index)
    const value = level.list[level.index++]
    if (isList(value)) open.push({ list: value, at, index: 0 })
    else if (value !== null && value !== undefined) entries.push({ at, value })
  }
  listed.set(list, { setting, entries })
  return entries
}

/** What a list held last: one key asks for the entries of a long list many times. */
const listed = new WeakMap<
  readonly JsonValue[],
  { readonly setting: Setting; readonly entries: readonly ListEntry[] }
>()

/** Whether a flat list still holds what it held: who owns it may have changed it. */
function isUnchanged(list: readonly JsonValue[], entries: readonly ListEntry[]): boolean {
  return (
    list.length === entries.length && entries.every(({ value }, index) => value === list[index])
  )
}

const places = new Map<Setting, Pointer[]>()

/** The place of a list's entry, made once: a key compares the places of a whole list. */
function placeIn(setting: Setting, index: number): Pointer {
  const known = places.get(setting) ?? []
  places.set(setting, known)
  known[index] ??= below(below("", setting), index)
  return known[index]
}

/** What kind of policy item a value is; undefined for a number or a boolean, which no list can use. */
export function toPolicyItem(value: JsonValue, at: Pointer): PolicyItem | undefined {
  if (typeof value === "string")
    return value.includes(":")
      ? { at, kind: "action", action: value }
      : { at, kind: "service", service: value }
  if (!isObject(value)) return undefined
  const has = (key: string) => Object.hasOwn(value, key)
  if (has("PolicyDocument") || has("PolicyName")) return { at, kind: "inline", policy: value }
  if (has("Statement")) return { at, kind: "document", document: value }
  if (has("Action") || has("NotAction")) return { at, kind: "statement", statement: value }
  if (has("Version") || has("Id")) return { at, kind: "document", document: value }
  return { at, kind: "statement", statement: value }
}

/** The value that an item was made of. */
export function itemValue(item: PolicyItem): string | JsonObject {
  switch (item.kind) {
    case "service":
      return item.service
    case "action":
      return item.action
    case "statement":
      return item.statement
    case "document":
      return item.document
    case "inline":
      return item.policy
  }
}

const made = new WeakMap<readonly ListEntry[], readonly PolicyItem[]>()

/**
 * The items of a policy list as Jets has them: flattened, nulls dropped, equal items once (DESIGN 2.3).
 * What can't be used (a number, a boolean) is left out; checkConfig says so.
 */
export function policyItems(
  config: IamConfig,
  setting: PolicySetting,
  baseline: BaselineName = defaultBaseline,
  options: ItemOptions = {},
): readonly PolicyItem[] {
  const entries = listEntries(config, setting, baseline)
  const known = options.repeats ? undefined : made.get(entries)
  if (known) return known
  const items: PolicyItem[] = []
  for (const { at, value } of entries) {
    const item = toPolicyItem(value, at)
    if (item) items.push(item)
  }
  if (options.repeats) return items
  const different = distinct(items, itemValue)
  made.set(entries, different)
  return different
}

/** The items of a managed policy list: flattened, nulls dropped, equal ones once. Only strings count. */
export function managedItems(
  config: IamConfig,
  setting: ManagedSetting,
  baseline: BaselineName = defaultBaseline,
  options: ItemOptions = {},
): readonly ManagedItem[] {
  const items = listEntries(config, setting, baseline).flatMap(({ at, value }) =>
    typeof value === "string" ? [{ at, name: value }] : [],
  )
  return options.repeats ? items : distinct(items, ({ name }) => name)
}

/** The action that a string item gives: "s3" is `s3:*`, what holds a colon is an action already. */
export function actionOf(item: string): string {
  return item.includes(":") ? item : `${item}:*`
}

/**
 * The ARN of a managed policy as Jets writes it: what contains `arn:` stays, any other name gets AWS's own
 * prefix, its path included (Jets lib/jets/cfn/iam/managed_policy.rb).
 */
export function managedPolicyArn(name: string): string {
  return name.includes("arn:") ? name : `arn:aws:iam::aws:policy/${name}`
}

function distinct<T>(items: readonly T[], itemOf: (item: T) => string | JsonObject): readonly T[] {
  const strings = new Set<string>()
  const objects = new Set<string>()
  return items.filter((item) => {
    const value = itemOf(item)
    const [seen, key] = typeof value === "string" ? [strings, value] : [objects, equalityKey(value)]
    const before = seen.size
    return seen.add(key).size > before
  })
}
