import type { JsonValue } from "../../iam/document.ts"
import type { Location } from "./source/prism.ts"
import { type Holder, iamSpelling } from "./spelling.ts"
import type { Budget } from "./value/budget.ts"
import type { Hash, List, Spot, Sym, Value } from "./value/value.ts"

/** What Jets 6.0.5 doesn't take as it is written, though it is clear what is meant. */
export interface Remark {
  readonly about: "string-keys" | "spelling" | "symbols"
  /** Of one item or list, in order; the first one's place. */
  readonly names: readonly Name[]
  readonly location: Location
}
interface Name {
  readonly written: string
  readonly meant: string
  readonly location: Location
}

/** How the values of settings become JSON. */
export interface ToJson {
  /**
   * The value of a setting; of a list the items that can be read, all parts of them. `isPolicy`: a hash in it
   * is a policy item. undefined: it can't be read.
   */
  readonly setting: (value: Value, isPolicy: boolean) => JsonValue | undefined
}

export function createToJson(
  budget: Budget,
  remark: (remark: Remark) => void,
  report: (spots: readonly Spot[]) => void,
): ToJson {
  function items(list: List, isPolicy: boolean): JsonValue {
    const symbols = list.items.filter((item) => item.type === "symbol")
    remarkOn("symbols", symbols.map(asMeant))
    const found: JsonValue[] = []
    budget.enter()
    for (const value of list.items) {
      const json =
        value.type === "list"
          ? items(value, isPolicy)
          : toJson(value, isPolicy ? "item" : undefined)
      if (json !== undefined) found.push(json)
    }
    budget.leave()
    return found
  }

  function remarkOn(about: Remark["about"], names: readonly Name[]) {
    const [first] = names
    if (first) remark({ about, names, location: first.location })
  }

  function toJson(value: Value, holder?: Holder): JsonValue | undefined {
    budget.enter()
    const json = jsonBelow(value, holder)
    budget.leave()
    return json
  }

  function jsonBelow(value: Value, holder: Holder | undefined): JsonValue | undefined {
    switch (value.type) {
      case "text":
      case "symbol":
        budget.spendText(value.text.length)
        return value.text
      case "scalar":
        return value.value
      case "list":
        return allOf(value.items.map((part) => toJson(part, holder)))
      case "hash":
        return hash(value, holder)
      default:
        return undefined
    }
  }

  function hash({ entries, doubts }: Hash, holder: Holder | undefined): JsonValue | undefined {
    // What isn't run may add its Condition: without that it would allow more.
    if (doubts.length > 0) return undefined
    const found = new Map<string, JsonValue>()
    const texts: Name[] = []
    const misspelt: Name[] = []
    let isWhole = true
    for (const { key, value } of entries.values()) {
      const name = key && holder ? iamSpelling(key.text, holder) : key?.text
      const json = name === undefined ? undefined : toJson(value, holderBelow(holder, name))
      if (!key || name === undefined || json === undefined) isWhole = false
      else if (found.has(name)) {
        report([{ location: key.location, why: "key", touchesSettings: true }])
        isWhole = false
      } else {
        found.set(name, json)
        const written = { written: key.text, meant: name, location: key.location }
        if (holder === "item" && key.type === "text") texts.push(written)
        else if (name !== key.text) misspelt.push(written)
      }
    }
    if (!isWhole) return undefined
    remarkOn("string-keys", texts)
    remarkOn("spelling", misspelt)
    return Object.fromEntries(found)
  }

  return {
    setting: (value, isPolicy) =>
      value.type === "list" ? items(value, isPolicy) : toJson(value, isPolicy ? "item" : undefined),
  }
}

function asMeant({ text, location }: Sym): Name {
  return { written: text, meant: text, location }
}

/** Below Condition and Principal all stays as it is. */
function holderBelow(holder: Holder | undefined, key: string): Holder | undefined {
  if (holder === "item" && key === "PolicyDocument") return "document"
  return (holder === "item" || holder === "document") && key === "Statement"
    ? "statement"
    : undefined
}

function allOf(values: readonly (JsonValue | undefined)[]): JsonValue | undefined {
  const found = values.filter((value) => value !== undefined)
  return found.length === values.length ? found : undefined
}
