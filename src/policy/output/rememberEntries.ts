import { below, type Pointer } from "../config/pointer.ts"

interface Part {
  readonly text: string
  readonly at: Pointer
}

/**
 * Writes entries of lists and remembers each one's part, which depends on its place and, for the separator
 * behind it, on whether it is the last.
 */
export function rememberEntries<Entry extends object>(
  write: (entry: Entry) => string,
  separator: string,
) {
  const memory = new WeakMap<Entry, { list: Pointer; index: number; isLast: boolean; part: Part }>()
  return {
    knows: (entry: Entry): boolean => memory.has(entry),
    part(entry: Entry, list: Pointer, index: number, isLast: boolean): Part {
      const known = memory.get(entry)
      const sameText = known?.isLast === isLast ? known.part.text : undefined
      if (known && sameText !== undefined && known.index === index && known.list === list)
        return known.part
      const text = sameText ?? `${write(entry)}${isLast ? "" : separator}\n`
      const part = { text, at: below(list, index) }
      memory.set(entry, { list, index, isLast, part })
      return part
    },
  }
}
