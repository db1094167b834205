import { isSetting } from "../../../config/config.ts"
import { type Node, type RubyNode, view } from "../source/prism.ts"
import {
  doubt,
  type List,
  nilValue,
  type PathName,
  type Unreadable,
  unreadable,
  type Value,
} from "../value/value.ts"
import { assignMember } from "./assignments.ts"
import { elementsOf } from "./collections.ts"
import { memberOf, pathValue } from "./paths.ts"
import type { Reading } from "./reading.ts"
import { changesReceiver, touch } from "./touch.ts"

type Call = Extract<RubyNode, { type: "CallNode" }>

/** A call: one of Jets' objects, an operator or method for data; any other one is never run. */
export function call(reading: Reading, node: Node, seen: Call): Value {
  const { evaluate, data, unknown } = reading
  const { receiver, name, block } = seen
  const args = seen.arguments?.arguments_ ?? []
  if (!receiver) {
    if (block) return unknown(node, "not-run")
    return (args.length === 0 && memberOf("self", name)) || unknown(node)
  }
  const on = evaluate(receiver)
  if (block) {
    const isConfigure =
      on.type === "path" &&
      on.path === "Jets.bootstrap" &&
      name === "configure" &&
      args.length === 0
    return isConfigure ? configure(reading, node, block) : unknown(node, "not-run")
  }
  if (on.type === "path") return member(reading, node, on.path, name, args)
  const [first, ...others] = args
  if (first && others.length === 0 && isPlain(first) && operatorNames.has(name))
    return operation(reading, node, name, on, data(first))
  if (on.type === "list" && !on.frozen) {
    if (name === "push") return reading.operators.push(on, elementsOf(reading, args).items)
    if (name === "concat") return concat(reading, on, args)
  }
  if (on.type === "unreadable") return onUnreadable(reading, node, on, seen)
  if (name !== "freeze" || args.length > 0) return notRun(reading, node, name, on)
  if (on.type === "list" || on.type === "text") on.frozen = true
  return on
}

const operatorNames = new Set(["+", "-", "|", "<<"])

/** One of the operators, also as in `+=`. */
export function operation(
  reading: Reading,
  node: Node,
  operator: string,
  left: Value,
  right: Value,
): Value {
  return reading.operators.binary(operator, left, right) ?? notRun(reading, node, operator, left)
}

/** A call that is never run, and might change its receiver. */
function notRun(reading: Reading, node: Node, name: string, receiver: Value): Unreadable {
  const isFrozen = (receiver.type === "list" || receiver.type === "text") && receiver.frozen
  const value = reading.unknown(node, isFrozen && changesReceiver(name) ? "frozen" : "call")
  if (changesReceiver(name) && receiver.type !== "unreadable" && receiver.type !== "path")
    for (const spot of value.spots) doubt(receiver, spot)
  return value
}

/** It is said where the receiver can't be read, the calls behind it included. `anything.iam.policy = …` looks like a setting. */
function onUnreadable(reading: Reading, node: Node, on: Unreadable, seen: Call): Unreadable {
  const receiver = seen.receiver && view(seen.receiver)
  const isNamedIam = receiver?.type === "CallNode" && receiver.name === "iam"
  if (isNamedIam && isSetting(seen.name.replace(/=$/, ""))) return reading.unknown(node)
  const { location } = node
  for (const arg of seen.arguments?.arguments_ ?? [])
    touch(arg, reading.state, () => ({ location, why: "call", touchesSettings: false }))
  const [spot, ...others] = on.spots
  const isHere = others.length === 0 && spot?.location === seen.receiver?.location
  return isHere && spot ? unreadable([{ ...spot, location }]) : unreadable(on.spots)
}

/** A reader of one of Jets' objects, or an assignment to it. */
function member(
  reading: Reading,
  node: Node,
  path: PathName,
  name: string,
  args: readonly Node[],
): Value {
  const setter = /^(\w+)=$/.exec(name)?.[1]
  const [value] = args
  if (setter !== undefined && value) {
    const given = reading.data(value)
    return assignMember(reading, node, path, setter, given) ? given : nilValue()
  }
  if (args.length > 0) return reading.unknown(node)
  if (path === "iam" && isSetting(name)) return reading.state.setting(name)
  return memberOf(path, name) ?? reading.unknown(node, path === "iam" ? "unknown-setting" : "call")
}

function concat({ data, unknown, operators }: Reading, list: List, args: readonly Node[]): List {
  // Ruby reads all arguments before it adds any.
  const added = args.map((arg): readonly Value[] => {
    const value = isPlain(arg) ? data(arg) : unknown(arg)
    if (value.type === "list") return [...value.items]
    return [value.type === "unreadable" ? value : unknown(arg)]
  })
  for (const items of added) operators.push(list, items)
  return list
}

/** The block of `Jets.bootstrap.configure`, the only one that is read. */
function configure({ state, report, unknown, run }: Reading, node: Node, block: Node): Value {
  const seen = view(block)
  if (seen.type !== "BlockNode") {
    report(unknown(node, "not-run").spots.map((spot) => ({ ...spot, touchesSettings: true })))
    return nilValue()
  }
  state.inBlock(() => {
    for (const name of parameterNames(seen.parameters)) state.setLocal(name, 0, pathValue("config"))
    if (seen.body) run(seen.body)
  })
  return nilValue()
}

/** The names of what a block is given, those without a declaration too. */
function parameterNames(parameters: Node | null): readonly string[] {
  const seen = parameters && view(parameters)
  if (seen?.type !== "BlockParametersNode") return ["_1", "it"]
  return (seen.parameters?.requireds ?? []).slice(0, 1).flatMap((node) => {
    const parameter = view(node)
    return parameter.type === "RequiredParameterNode" ? [parameter.name] : []
  })
}

/** One argument, and no list of them. */
function isPlain(node: Node): boolean {
  return view(node).type !== "SplatNode"
}
