import { type IamConfig, settingAt } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { equalityKey } from "../config/equal.ts"
import { listEntries } from "../config/item.ts"
import { type Pointer, parent } from "../config/pointer.ts"

/**
 * For each diagnostic a text that says what is wrong with what, wherever the item stands in its list: the same
 * problem of an equal item has the same text (DESIGN 6, a review; accepted findings).
 */
export function identities(config: IamConfig, found: readonly Diagnostic[]): readonly string[] {
  const itemOf = itemFinder(config)
  return found.map(({ code, at, subject = "", severity }) => {
    const item = itemOf(at)
    const place = item ? `${item.key}${at.slice(item.at.length)}` : at
    return JSON.stringify([code, severity, subject, place])
  })
}

/** The item of the settings that a place lies in, and a text that equal items of a setting share. */
function itemFinder(config: IamConfig) {
  const values = new Map<Pointer, () => string>()
  const entered = new Set<string>()
  return (at: Pointer): { readonly at: Pointer; readonly key: string } | undefined => {
    const setting = settingAt(at)
    if (!setting || !Object.hasOwn(config, setting)) return undefined
    if (!entered.has(setting)) {
      entered.add(setting)
      for (const entry of listEntries(config, setting)) {
        let key: string | undefined
        values.set(entry.at, () => {
          key ??= `${setting} ${equalityKey(entry.value)}`
          return key
        })
      }
    }
    for (let place = at; place !== ""; place = parent(place)) {
      const key = values.get(place)
      if (key) return { at: place, key: key() }
    }
    return undefined
  }
}
