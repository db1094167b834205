import type { Edit, Setting } from "../../policy/index.ts"
import { isUsable, type Row } from "./rows.ts"

/**
 * The edits that bring the row at place `from` of all a list's rows to place `to`. Edits count only the rows
 * that a list can use; those that it can't use and that would come before the row follow it, one by one.
 */
export function moveEdits(
  setting: Setting,
  rows: readonly Row[],
  from: number,
  to: number,
): readonly Edit[] {
  const moved = rows[from]
  if (!moved || from === to || to < 0 || to >= rows.length) return []
  const usable = ({ value }: Row) => isUsable(setting, value)
  const rest = rows.toSpliced(from, 1)
  const index = rest.slice(0, to).filter(usable).length
  const next = rest.slice(to).findIndex(usable)
  const before = next < 0 ? rest.length - to : next
  return [
    { edit: "move", at: moved.at, index },
    ...Array.from({ length: before }, () => ({
      edit: "move" as const,
      at: `/${setting}/${to}` as const,
      index: usable(moved) ? index + 1 : index,
    })),
  ]
}

/** The place that a row takes when it is let go over the upper or the lower half of another. */
export function placeOver(from: number, over: number, half: "upper" | "lower"): number {
  const gap = half === "upper" ? over : over + 1
  return gap > from ? gap - 1 : gap
}

/** The place that a key takes a row to; undefined: the key does something else. */
export function placeByKey(key: string, place: number, count: number): number | undefined {
  switch (key) {
    case "ArrowUp":
      return Math.max(0, place - 1)
    case "ArrowDown":
      return Math.min(count - 1, place + 1)
    case "Home":
      return 0
    case "End":
      return count - 1
    default:
      return undefined
  }
}
