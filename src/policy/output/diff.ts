import { compare, enough, type Hunk } from "./align.ts"
import type { OutputPart } from "./roleParts.ts"

/** One line of two texts put together: in both, only in the old one, or only in the new one. */
export interface LineChange {
  readonly kind: "same" | "added" | "removed"
  /** The line without its line break. */
  readonly text: string
  /** There is no line break: the last line of a text that ends without one. */
  readonly unended?: true
  /** The line's number in the old text, from 1; an added line has none. */
  readonly before?: number
  /** The line's number in the new text, from 1; a removed line has none. */
  readonly after?: number
}

/** Some lines to show, or some unchanged ones to fold (two at least); `changes` are its lines. */
export type ChangeSection =
  | { readonly kind: "lines"; readonly changes: readonly LineChange[] }
  | { readonly kind: "skipped"; readonly count: number; readonly changes: readonly LineChange[] }

/**
 * Two texts line by line (DESIGN 3.1), at the same place removed lines before added ones: without the
 * added lines it is the old text, without the removed ones the new. Only "\n" breaks a line; an empty text
 * has no lines. Lines too much reordered to compare soon come out all removed, all added.
 */
export function diffLines(before: string, after: string): readonly LineChange[] {
  return numbered(compare(linesOf(before), linesOf(after), { left: enough }))
}

/**
 * The same for two outputs in parts of whole lines, see outputParts: by part, and by line only where
 * removed parts stand beside added ones (DESIGN 4, "Output"), which costs a key next to nothing.
 */
export function compareParts(
  before: readonly OutputPart[],
  after: readonly OutputPart[],
): readonly LineChange[] {
  const effort = { left: enough }
  const [old, now] = [before.map((part) => part.text), after.map((part) => part.text)]
  const hunks = compare(old, now, effort).flatMap(({ removed, added, same }) => [
    ...compare(linesOf(removed.join("")), linesOf(added.join("")), effort),
    { removed: [], added: [], same: linesOf(same.join("")) },
  ])
  return numbered(hunks)
}

/** How many lines a comparison adds and removes. */
export function countChanges(changes: readonly LineChange[]): { added: number; removed: number } {
  const count = (kind: LineChange["kind"]) => changes.filter((one) => one.kind === kind).length
  return { added: count("added"), removed: count("removed") }
}

/**
 * A comparison cut into sections, in order and complete: what is unchanged and more than `lines` lines
 * away from a change is skipped, but never a single line, whose fold would take its place.
 */
export function contextOf(changes: readonly LineChange[], lines = 3): readonly ChangeSection[] {
  const context = Math.floor(Math.max(0, lines)) || 0
  const sections: ChangeSection[] = []
  let shown = 0
  const show = (end: number) => {
    if (shown < end) sections.push({ kind: "lines", changes: changes.slice(shown, end) })
  }
  const skip = (start: number, end: number) => {
    if (end - start < 2) return
    show(start)
    sections.push({ kind: "skipped", count: end - start, changes: changes.slice(start, end) })
    shown = end
  }
  let from = 0
  for (const [index, { kind }] of changes.entries()) {
    if (kind === "same") continue
    skip(from, index - context)
    from = index + 1 + context
  }
  skip(from, changes.length)
  show(changes.length)
  return sections
}

/** A text's lines without their breaks; a last one without a break ends with one, to be another line. */
function linesOf(text: string): string[] {
  const lines = text.split("\n")
  const last = lines.pop()
  if (last) lines.push(`${last}\n`)
  return lines
}

/** The hunks as one list of lines, with their numbers. */
function numbered(hunks: readonly Hunk[]): readonly LineChange[] {
  const changes: LineChange[] = []
  const add = (change: LineChange) =>
    changes.push(
      change.text.endsWith("\n")
        ? { ...change, text: change.text.slice(0, -1), unended: true }
        : change,
    )
  let [before, after] = [0, 0]
  for (const { removed, added, same } of hunks) {
    for (const text of removed) add({ kind: "removed", text, before: ++before })
    for (const text of added) add({ kind: "added", text, after: ++after })
    for (const text of same) add({ kind: "same", text, before: ++before, after: ++after })
  }
  return changes
}
