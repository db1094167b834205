import { type Node, view } from "../source/prism.ts"
import { hashKey } from "../value/operators.ts"
import {
  type Entry,
  type Hash,
  type List,
  listValue,
  type Scalar,
  type Spot,
  type Unreadable,
  type Value,
} from "../value/value.ts"
import type { Reading } from "./reading.ts"

/** What stands in brackets, or between those of a call: a splat gives its items. */
export function elementsOf(reading: Reading, nodes: readonly Node[]): List {
  const { budget, data, unknown } = reading
  const items: Value[] = []
  const doubts: Spot[] = []
  for (const node of nodes) {
    const seen = view(node)
    if (seen.type !== "SplatNode") {
      items.push(data(node))
      continue
    }
    const value = seen.expression ? data(seen.expression) : unknown(node)
    if (value.type === "list") {
      budget.spend(value.items.length + value.doubts.length)
      for (const item of value.items) items.push(item)
      for (const one of value.doubts) doubts.push(one)
    } else if (value.type === "hash") items.push(unknown(node))
    else if (!isNil(value)) items.push(value)
    else for (const one of value.doubts) doubts.push(one)
  }
  return listValue(items, doubts)
}

/** What stands in braces. Of equal keys the last value counts, at the first one's place. */
export function hashOf(reading: Reading, nodes: readonly Node[]): Hash {
  const { budget, data, unknown } = reading
  const entries = new Map<string, Entry>()
  /** A symbol and a string of one text are two keys in Ruby, and can't be in JSON. */
  const types = new Map<string, string>()
  const doubts: Spot[] = []

  const leave = (value: Unreadable) =>
    entries.set(`unreadable ${entries.size}`, { key: undefined, value })

  function add(entry: Entry, node: Node) {
    const { key } = entry
    if (!key) {
      entries.set(`unreadable ${entries.size}`, entry)
      return
    }
    const type = types.get(key.text) ?? key.type
    if (type !== key.type) leave(unknown(node, "key"))
    types.set(key.text, type)
    entries.set(hashKey(key), entry)
  }

  for (const node of nodes) {
    const seen = view(node)
    if (seen.type === "AssocNode") {
      const key = data(seen.key)
      const value = data(seen.value)
      const { location } = seen.key
      if (key.type === "unreadable") leave(key)
      else if (key.type === "text" || key.type === "symbol") {
        add({ key: { type: key.type, text: key.text, location }, value }, seen.key)
        for (const one of key.doubts) doubts.push(one)
      } else leave(unknown(seen.key, "key"))
    } else if (seen.type === "AssocSplatNode") {
      const value = seen.value ? data(seen.value) : unknown(node)
      if (value.type === "unreadable") leave(value)
      else if (value.type === "hash") {
        budget.spend(value.entries.size + value.doubts.length)
        for (const entry of value.entries.values()) add(entry, node)
        for (const one of value.doubts) doubts.push(one)
      } else if (isNil(value)) for (const one of value.doubts) doubts.push(one)
      else leave(unknown(node))
    } else leave(unknown(node))
  }
  return { type: "hash", entries, doubts }
}

function isNil(value: Value): value is Scalar {
  return value.type === "scalar" && value.value === null
}
