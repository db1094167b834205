import type { Row } from "./rows.ts"

/** About so many rows are one group. */
const size = 50

/**
 * Parts a list of rows into groups. Where a group ends depends on the row that stands there, so rows that
 * come or go don't push others into another group, which would forget what was typed in them.
 */
export function groupsOf(rows: readonly Row[], ids: readonly number[]) {
  const ends = ids.flatMap((id, index) => (id % size === 0 ? [index + 1] : []))
  const bounds = [0, ...ends.filter((end) => end < rows.length), rows.length]
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index] ?? 0
    return { key: ids[start - 1] ?? 0, rows: rows.slice(start, end), ids: ids.slice(start, end) }
  })
}
