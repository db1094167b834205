import { isSetting } from "../../../config/config.ts"
import { type Node, type RubyNode, view } from "../source/prism.ts"
import { listValue, nilValue, type PathName, type Value } from "../value/value.ts"
import { memberOf } from "./paths.ts"
import type { Reading } from "./reading.ts"

type Several = Extract<RubyNode, { type: "MultiWriteNode" }>

/**
 * Assigns a setting, and gives whether it is one. A name that nothing reads is said; other parts of the
 * configuration are nobody's matter.
 */
export function assignMember(
  { state, report, unknown }: Reading,
  node: Node,
  path: PathName,
  name: string,
  value: Value,
): boolean {
  if (path === "iam" && isSetting(name)) {
    state.assign(name, value)
    return true
  }
  if (path === "iam") report(unknown(node, "unknown-setting").spots)
  else if (memberOf(path, name)) report(unknown(node).spots)
  return false
}

/** `a, *b = …`: what is missing is nil; of what can't be read, each is so. */
export function assignSeveral(reading: Reading, { lefts, rest, rights, value }: Several): Value {
  const given = reading.data(value)
  const items = given.type === "list" ? given.items : [given]
  const whole = given.type === "unreadable" ? given : undefined
  const valueAt = (index: number) => whole ?? items[index] ?? nilValue()
  const end = Math.max(lefts.length, items.length - rights.length)
  for (const [index, left] of lefts.entries()) assignTarget(reading, left, valueAt(index))
  const splat = rest && view(rest)
  if (splat?.type === "SplatNode" && splat.expression)
    assignTarget(reading, splat.expression, whole ?? listValue(items.slice(lefts.length, end)))
  for (const [index, right] of rights.entries()) assignTarget(reading, right, valueAt(end + index))
  return given
}

function assignTarget(reading: Reading, node: Node, value: Value): void {
  const seen = view(node)
  if (seen.type === "LocalVariableTargetNode") reading.state.setLocal(seen.name, seen.depth, value)
  else if (seen.type === "ConstantTargetNode") reading.state.setConstant(seen.name, value)
  else if (seen.type === "CallTargetNode") {
    const on = reading.evaluate(seen.receiver)
    if (on.type === "path") assignMember(reading, node, on.path, seen.name.replace(/=$/, ""), value)
  } else reading.report(reading.unknown(node).spots.filter((spot) => spot.touchesSettings))
}
