import { comparable, compareParts, lineCount, type OutputPart } from "../policy/index.ts"
import type { Block } from "./blocks.ts"

/** Some lines that differ from the base's, from the `from`-th on; a place where lines are gone has none. */
export interface Mark {
  readonly kind: "added" | "changed" | "removed"
  readonly from: number
  readonly lines: number
}

/** The marks of each block that has some, their lines counted from its first. */
export type BlockMarks = ReadonlyMap<number, readonly Mark[]>

/**
 * What differs in an output from another one: the marks of compareParts' lines. A key in one of thousands of
 * items must not cost all their lines: parts are compared by name, and lines only where parts were removed and
 * added at one place.
 */
export function marksOf(
  before: readonly OutputPart[],
  after: readonly OutputPart[],
): readonly Mark[] {
  const [old, now] = [comparable(before, after), comparable(after, before)]
  const names = new Map<string, number>()
  const marker = createMarker()
  let gone: OutputPart[] = []
  let come: OutputPart[] = []
  const close = () => {
    if (gone.length > 0 && come.length > 0)
      for (const { kind } of compareParts(gone, come)) marker[kind](1)
    else {
      marker.removed(sum(gone.map(linesOf)))
      marker.added(sum(come.map(linesOf)))
    }
    gone = []
    come = []
  }
  for (const change of compareParts(named(old, names), named(now, names))) {
    const [was, is] = [old[(change.before ?? 0) - 1], now[(change.after ?? 0) - 1]]
    if (was && is) {
      close()
      marker.same(linesOf(is))
    } else if (was) gone.push(was)
    else if (is) come.push(is)
  }
  close()
  return marker.marks()
}

/**
 * Makes marks of lines in their order. Where removed lines stand beside added ones, as many are changed as both
 * sides have; the rest is added, or is gone before the line that follows.
 */
function createMarker() {
  const marks: Mark[] = []
  let [line, gone, come] = [0, 0, 0]
  function close() {
    const changed = Math.min(come, gone)
    const from = line - come
    if (changed > 0) marks.push({ kind: "changed", from, lines: changed })
    if (come > changed) marks.push({ kind: "added", from: from + changed, lines: come - changed })
    if (gone > changed) marks.push({ kind: "removed", from: line, lines: 0 })
    gone = 0
    come = 0
  }
  return {
    same(lines: number) {
      close()
      line += lines
    },
    removed(lines: number) {
      gone += lines
    },
    added(lines: number) {
      come += lines
      line += lines
    },
    marks() {
      close()
      return marks
    },
  }
}

/** For each part one short line that is its text's own, as deep as its first line. */
function named(parts: readonly OutputPart[], names: Map<string, number>): readonly OutputPart[] {
  return parts.map(({ text }) => {
    const name = names.get(text) ?? names.size
    names.set(text, name)
    return { text: `${" ".repeat(text.search(/\S|$/))}${name}\n` }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const linesOf = ({ text }: OutputPart) => lineCount(text)

/** Cuts marks, in their order, to the blocks of the text. What is gone from its end marks its last line's end. */
export function cutToBlocks(marks: readonly Mark[], blocks: readonly Block[]): BlockMarks {
  const cut = new Map<number, readonly Mark[]>()
  let next = 0
  for (const [index, { id, firstLine, lines }] of blocks.entries()) {
    const start = firstLine - 1
    const end = start + lines
    const isLast = index === blocks.length - 1
    const found: Mark[] = []
    for (let mark = marks[next]; mark; mark = marks[next]) {
      const from = Math.max(mark.from, start)
      const to = Math.min(mark.from + mark.lines, end)
      const isHere = mark.lines > 0 ? from < to : mark.from < end || isLast
      if (isHere) found.push({ kind: mark.kind, from: from - start, lines: to - from })
      if (!isHere || mark.from + mark.lines > end) break
      next++
    }
    if (found.length > 0) cut.set(id, found)
  }
  return cut
}

/** The marks after, with those of the blocks that stay as they were before; all of them: the very same. */
export function keepSame(before: BlockMarks, after: BlockMarks): BlockMarks {
  let isSame = before.size === after.size
  const kept = new Map<number, readonly Mark[]>()
  for (const [id, marks] of after) {
    const known = before.get(id)
    const stays = known !== undefined && JSON.stringify(known) === JSON.stringify(marks)
    if (!stays) isSame = false
    kept.set(id, stays ? known : marks)
  }
  return isSame ? before : kept
}
