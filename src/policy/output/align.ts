import { diffArrays } from "diff"

/** A piece of two lists, in order: what only the old one has here, then only the new one, then both. */
export type Hunk = { removed: string[]; added: string[]; same: string[] }
type List = readonly string[]

/**
 * How much a comparison may search: each search takes about the square of how many elements of both lists
 * stand elsewhere. 300 of them take 20 ms; when nothing is left, what differs is all removed, all added.
 */
export const enough = 300 ** 2
type Effort = { left: number }

/** Two lists, element by element; both ends first, since most often one place differs. */
export function compare(before: List, after: List, effort: Effort): readonly Hunk[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const end = before.length - tail
  const hunks: Hunk[] = [
    { removed: [], added: [], same: before.slice(0, head) },
    ...compareMiddle(before.slice(head, end), after.slice(head, after.length - tail), effort),
    { removed: [], added: [], same: before.slice(end) },
  ]
  for (const [index, hunk] of hunks.entries()) raise(hunk, hunks[index - 1])
  return hunks
}

/** The same between the ends. What one list alone has, most of what differs, needs no search. */
function compareMiddle(before: List, after: List, effort: Effort): readonly Hunk[] {
  const [inBefore, inAfter] = [new Set(before), new Set(after)]
  const left = before.flatMap((text, at) => (inAfter.has(text) ? [{ text, at }] : []))
  const right = after.flatMap((text, at) => (inBefore.has(text) ? [{ text, at }] : []))
  const comparator = (one: { text: string }, other: { text: string }) => one.text === other.text
  const maxEditLength = Math.floor(Math.sqrt(effort.left))
  const runs = diffArrays(left, right, { comparator, maxEditLength })
  const edits = runs?.reduce((sum, run) => sum + (run.added || run.removed ? run.count : 0), 0)
  effort.left -= (edits ?? maxEditLength) ** 2

  const hunks: Hunk[] = []
  let [old, now, searched] = [0, 0, 0]
  const open = (toOld: number, toNow: number) => {
    if (toOld === old && toNow === now) return
    hunks.push({ removed: before.slice(old, toOld), added: after.slice(now, toNow), same: [] })
  }
  for (const run of runs ?? []) {
    if (run.added) continue
    for (const [index, { text, at }] of run.removed ? [] : run.value.entries()) {
      const oldAt = left[searched + index]?.at ?? old
      open(oldAt, at)
      hunks.at(-1)?.same.push(text)
      old = oldAt + 1
      now = at + 1
    }
    searched += run.value.length
  }
  open(before.length, after.length)
  return hunks
}

/**
 * Among the places where a hunk of one side may stand as well, takes the one whose first line is least
 * deep: of "Effect, - Action" and "- Action, Effect", the item.
 */
function raise(hunk: Hunk, above: Hunk | undefined) {
  const side = hunk.removed.length > 0 ? "removed" : "added"
  const size = hunk[side].length
  if (!above || size === 0 || (side === "removed" && hunk.added.length > 0)) return
  const list = [...above.same, ...hunk[side]]
  const first = above.same.length
  let best = first
  for (let at = first - 1; at > 0 && list[at] === list[at + size]; at--)
    if (depth(list[at]) < depth(list[best])) best = at
  if (best === first) return
  above.same = list.slice(0, best)
  hunk[side] = list.slice(best, best + size)
  hunk.same = [...list.slice(best + size), ...hunk.same]
}

const depth = (text = "") => text.search(/\S|$/)
