import { childrenOf, type Node, view } from "../source/prism.ts"
import { doubt, type Spot, unreadable, type Value } from "../value/value.ts"
import type { State } from "./state.ts"

/** Methods of strings, lists and hashes that change them, beside those whose names end with `!` or `=`. */
const changing = new Set(
  "<< push append concat unshift prepend insert pop shift delete delete_at delete_if keep_if clear replace fill store update compare_by_identity setbyte force_encoding send public_send __send__ instance_eval instance_exec tap then".split(
    " ",
  ),
)

/** Whether a method changes its receiver. */
export function changesReceiver(name: string): boolean {
  return changing.has(name) || (/[!=]$/.test(name) && !/^(?:!|==|===|!=|<=|>=)$/.test(name))
}

/**
 * Goes through code that isn't run, all of it, and says of each variable and constant that it may change that
 * `spot` may have changed it. Gives whether the code names the IAM settings.
 */
export function touch(code: Node, state: State, spot: () => Spot): boolean {
  let touchesSettings = false
  // Blocks count as Prism counts them; a method or a class has variables of its own.
  const open: { node: Node; blocks: number }[] = [{ node: code, blocks: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, blocks } = next
    let inside = blocks
    const seen = view(node)
    switch (seen.type) {
      case "BlockNode":
      case "LambdaNode":
        inside++
        break
      case "DefNode":
      case "ClassNode":
      case "ModuleNode":
      case "SingletonClassNode":
        inside = Number.POSITIVE_INFINITY
        break
      case "LocalVariableWriteNode":
      case "LocalVariableOperatorWriteNode":
      case "LocalVariableAndWriteNode":
      case "LocalVariableOrWriteNode":
      case "LocalVariableTargetNode": {
        const depth = seen.depth - blocks
        if (depth < 0) break
        const value = state.local(seen.name, depth)
        if (value) doubt(value, spot())
        else state.setLocal(seen.name, depth, unreadable([spot()]))
        break
      }
      case "ConstantWriteNode":
      case "ConstantOperatorWriteNode":
      case "ConstantAndWriteNode":
      case "ConstantOrWriteNode":
      case "ConstantTargetNode": {
        const value = state.constant(seen.name)
        if (value) doubt(value, spot())
        else state.setConstant(seen.name, unreadable([spot()]))
        break
      }
      case "LocalVariableReadNode":
      case "ConstantReadNode":
        if (isSettingsPath(valueIn(node, blocks))) touchesSettings = true
        break
      case "CallNode":
        if (seen.name === "iam") touchesSettings = true
        if (seen.block || changesReceiver(seen.name)) doubtReceiver(seen.receiver, blocks)
        break
      case "CallOperatorWriteNode":
      case "IndexOperatorWriteNode":
      case "IndexAndWriteNode":
      case "IndexOrWriteNode":
        doubtReceiver(seen.receiver, blocks)
    }
    for (const child of childrenOf(node)) open.push({ node: child, blocks: inside })
  }
  return touchesSettings

  function valueIn(node: Node, blocks: number): Value | undefined {
    const seen = view(node)
    if (seen.type === "ConstantReadNode") return state.constant(seen.name)
    if (seen.type !== "LocalVariableReadNode" || seen.depth < blocks) return undefined
    return state.local(seen.name, seen.depth - blocks)
  }

  /** `list.first << "x"` may change what `list` holds. */
  function doubtReceiver(receiver: Node | null, blocks: number) {
    let root = receiver
    for (
      let seen = root && view(root);
      root && seen?.type === "CallNode";
      seen = root && view(root)
    ) {
      if (!seen.receiver) return
      root = seen.receiver
    }
    const value = root ? valueIn(root, blocks) : undefined
    if (value) doubt(value, spot())
  }
}

function isSettingsPath(value: Value | undefined): boolean {
  return value?.type === "path" && value.path === "iam"
}
