import { type Node, parseTree } from "jsonc-parser"
import { type Pointer, parent, pointerKeys } from "../../policy/index.ts"

/** A piece of a text, by offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a place of the settings stands in their text. */
export interface Place {
  /** The value as a whole. */
  readonly value: Span
  /** What names it in one line: a short value itself, else its key or its first bracket. */
  readonly mark: Span
}

/** Finds places of the settings in one text. The text is read when the first place is asked for. */
export type FindPlace = (at: Pointer) => Place

/** Where places stand in a text; one that isn't written there gives the nearest one around it. */
export function placesIn(text: string): FindPlace {
  let root: Node | undefined
  return (at) => {
    root ??= parseTree(text) ?? { type: "null", offset: 0, length: 0 }
    for (let near: Pointer = at; near !== ""; near = parent(near)) {
      const node = nodeAt(root, near)
      if (node) return placeOf(node)
    }
    const first = { start: root.offset, end: Math.min(text.length, root.offset + 1) }
    return { value: first, mark: first }
  }
}

function nodeAt(root: Node, at: Pointer): Node | undefined {
  return pointerKeys(at).reduce<Node | undefined>((node, key) => node && childOf(node, key), root)
}

function childOf(node: Node, key: string): Node | undefined {
  if (node.type === "array") return /^\d+$/.test(key) ? node.children?.[Number(key)] : undefined
  // Of equal keys the last one counts, as for JSON.parse.
  return node.children?.findLast(({ children }) => children?.[0]?.value === key)?.children?.[1]
}

function placeOf(node: Node): Place {
  const value = spanOf(node)
  if (node.type !== "array" && node.type !== "object") return { value, mark: value }
  const key = node.parent?.type === "property" ? node.parent.children?.[0] : undefined
  return { value, mark: key ? spanOf(key) : { start: value.start, end: value.start + 1 } }
}

const spanOf = ({ offset, length }: Node): Span => ({ start: offset, end: offset + length })
