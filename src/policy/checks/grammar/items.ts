import { type IamConfig, policySettings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import { equalityKey } from "../../config/equal.ts"
import type { Fix } from "../../config/fix.ts"
import { listEntries } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { Check } from "../walk.ts"
import { harmless, knownKeys, namesMadeBy, namesTaken, renaming, slipsOf } from "./slips.ts"

/** Entries of a policy list that no list can use (DESIGN 2.3). */
export function invalidItems(judges: readonly Check[]): Check {
  const known = new WeakMap<JsonObject, ReadonlyMap<string, string>>()
  const slipsIn = (item: JsonObject) => {
    const slips = known.get(item) ?? goodSlips(item, judges)
    known.set(item, slips)
    return slips
  }
  return (walk) => {
    const invalid = walk.entries.filter(({ item }) => !item)
    if (invalid.length === 0) return []
    const counts = countValues(walk.config)
    const taken = namesTaken(walk)
    return invalid.map(({ setting, at, value }) => {
      if (!isObject(value) || Object.keys(value).length === 0) {
        const isOnce = counts.get(`${setting} ${equalityKey(value)}`) === 1
        return invalidItem(at, value, isOnce ? [removing(at)] : [])
      }
      const slips = slipsIn(value)
      const isFree = !namesMadeBy(slips, value).some((name) => taken.has(name))
      return invalidItem(at, value, slips.size > 0 && isFree ? [renaming(slips, at, value)] : [])
    })
  }
}

function invalidItem(at: Pointer, value: JsonValue, fixes: readonly Fix[]): Diagnostic {
  return diagnose(
    "invalid-policy-item",
    "error",
    at,
    `${naming(value)} is no policy item, so it grants nothing and can make the deploy fail. Write a service (\`s3\`), an action (\`s3:GetObject\`), a statement or a policy document, or remove it.`,
    { subject: equalityKey(value).slice(0, 100), fixes },
  )
}

function naming(value: JsonValue): string {
  if (typeof value === "string") return "A blank string"
  return typeof value === "object"
    ? "An object without any key of a policy"
    : `${quoted(String(value))}`
}

/** How often a list holds each value: of equal ones, the next would come up once the first is gone. */
function countValues(config: IamConfig): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const setting of policySettings) {
    if (!Object.hasOwn(config, setting)) continue
    for (const { value } of listEntries(config, setting)) {
      const key = `${setting} ${equalityKey(value)}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function removing(at: Pointer): Fix {
  return { title: "Remove it", edits: [{ edit: "unset", at }] }
}

const allKeys = [...new Set(Object.values(knownKeys).flat())]

/** The slips of an object whose keys can all have the names that were meant, and then make a good item. */
function goodSlips(item: JsonObject, judges: readonly Check[]): ReadonlyMap<string, string> {
  const slips = slipsOf(item, allKeys)
  const isGood =
    slips.size > 0 && harmless({ policy: [item] }, judges)(renaming(slips, "/policy/0", item))
  return isGood ? slips : new Map()
}
