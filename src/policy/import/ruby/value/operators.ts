import type { Budget } from "./budget.ts"
import {
  type List,
  listValue,
  partsOf,
  type Spot,
  textValue,
  unreadable,
  type Value,
} from "./value.ts"

/** Ruby's operators and methods for lists and texts that make or change data, without the rest of Ruby. */
export interface Operators {
  /** `+`, `-`, `|`, `<<`; undefined: this isn't read. */
  readonly binary: (operator: string, left: Value, right: Value) => Value | undefined
  /** Adds to a list in place. */
  readonly push: (list: List, values: readonly Value[]) => List
  /** What can't be read in a value, at any depth. */
  readonly spotsIn: (value: Value) => readonly Spot[]
}

/**
 * What can't be read stays an item of a sum, which is left out later. Of a difference it is the whole: leaving
 * it out would grant more.
 */
export function createOperators({ spend, spendText, enter, leave }: Budget): Operators {
  function binary(operator: string, left: Value, right: Value): Value | undefined {
    if (operator === "+") return plus(left, right)
    if (operator === "-") return minus(left, right)
    if (operator === "|") return union(left, right)
    return operator === "<<" ? shovel(left, right) : undefined
  }

  function plus(left: Value, right: Value): Value | undefined {
    if (left.type === "text" && right.type === "text") {
      spendText(left.text.length + right.text.length)
      return textValue(left.text + right.text, doubtsOf(left, right))
    }
    return concatenated(left, right) ?? unknown(left, right)
  }

  function concatenated(left: Value, right: Value): List | undefined {
    if (left.type !== "list" && right.type !== "list") return undefined
    const items = [left, right].map((side) => {
      if (side.type === "list") return side.items
      return side.type === "unreadable" ? [side] : undefined
    })
    const [first, second] = items
    if (!first || !second) return undefined
    spend(first.length + second.length)
    return listValue([...first, ...second], doubtsOf(left, right))
  }

  function minus(left: Value, right: Value): Value | undefined {
    const hidden = right.type === "list" ? spotsIn(right) : []
    if (left.type !== "list" || right.type !== "list" || hidden.length > 0)
      return hidden.length > 0 ? unreadable([...spotsIn(left), ...hidden]) : unknown(left, right)
    const dropped = new Set(right.items.map(keyOf))
    return listValue(
      left.items.filter((item) => !dropped.has(keyOf(item))),
      doubtsOf(left, right),
    )
  }

  function union(left: Value, right: Value): Value | undefined {
    const all = concatenated(left, right)
    if (!all) return unknown(left, right)
    const seen = new Set<string>()
    const items = all.items.filter((item) => {
      const before = seen.size
      return seen.add(keyOf(item)).size > before
    })
    return listValue(items, all.doubts)
  }

  function shovel(left: Value, right: Value): Value | undefined {
    if (left.type === "list" && !left.frozen) return push(left, [right])
    if (left.type !== "text" || left.frozen || right.type !== "text") return unknown(left, right)
    spendText(left.text.length + right.text.length)
    left.text += right.text
    left.doubts = doubtsOf(left, right)
    return left
  }

  function push(list: List, values: readonly Value[]): List {
    spend(values.length)
    for (const value of values) list.items.push(value)
    if (values.some((value) => spotsIn(value).length === 0)) list.changed = true
    return list
  }

  function spotsIn(value: Value): readonly Spot[] {
    const found: Spot[] = []
    const seen = new Set<Value>([value])
    for (const part of seen) {
      spend(1)
      if (part.type === "unreadable") for (const spot of part.spots) found.push(spot)
      for (const inner of partsOf(part)) seen.add(inner)
    }
    return found
  }

  function doubtsOf(...values: readonly Value[]): Spot[] {
    const doubts = values.flatMap((value) => (value.type === "unreadable" ? [] : value.doubts))
    spend(doubts.length)
    return doubts
  }

  /** What two values share exactly when Ruby has them as equal (`eql?`). */
  function keyOf(value: Value): string {
    enter()
    const key = keyBelow(value)
    leave()
    return key
  }

  function keyBelow(value: Value): string {
    switch (value.type) {
      case "list":
        return `[${value.items.map(keyOf).join()}]`
      case "hash":
        return `{${[...value.entries]
          .map(([key, entry]) => `${key}=>${keyOf(entry.value)}`)
          .sort()
          .join()}}`
      case "unreadable":
        return `?${value.spots.map(({ location }) => location.startOffset).join()}`
      case "path":
        return value.path
      default:
        spendText(value.text.length)
        return hashKey(value)
    }
  }

  return { binary, push, spotsIn }
}

/** By what Ruby finds a key in a hash: its type counts. */
export function hashKey(value: { readonly type: string; readonly text: string }): string {
  return `${value.type} ${JSON.stringify(value.text)}`
}

/** Where a side can't be read, neither can the whole: that is what to say, not the operator. */
function unknown(...sides: readonly Value[]): Value | undefined {
  const spots = sides.flatMap((side) => (side.type === "unreadable" ? side.spots : []))
  return spots.length > 0 ? unreadable(spots) : undefined
}
