import { memo } from "react"
import type { Catalog, Pointer, Severity } from "../../policy/index.ts"
import styles from "./form.module.css"
import { ItemRow, type RowCommand } from "./ItemRow.tsx"
import type { Row } from "./rows.ts"

interface RowGroupProps {
  rows: readonly Row[]
  ids: readonly number[]
  /** Whether the list's first and last row are in it. */
  first: boolean
  last: boolean
  managed: boolean
  openIds: ReadonlySet<number>
  severities: ReadonlyMap<Pointer, Severity>
  catalog: Catalog
  onCommand: (id: number, command: RowCommand) => void
}

/** Some rows that are rendered together; a key renders one group of a long list again. */
export const RowGroup = memo(function RowGroup({
  rows,
  ids,
  first,
  last,
  openIds,
  severities,
  ...shared
}: RowGroupProps) {
  return (
    <ul className={styles.group} style={{ containIntrinsicSize: `auto ${rows.length * 41}px` }}>
      {rows.map((row, index) => {
        const id = ids[index] ?? 0
        return (
          <ItemRow
            key={id}
            id={id}
            at={row.at}
            value={row.value}
            first={first && index === 0}
            last={last && index === rows.length - 1}
            open={openIds.has(id)}
            severity={severities.get(row.at)}
            {...shared}
          />
        )
      })}
    </ul>
  )
}, isSame)

/** Whether the group would look the same: compared row by row, since the lists are new at every key. */
function isSame(before: RowGroupProps, after: RowGroupProps): boolean {
  return (
    before.first === after.first &&
    before.last === after.last &&
    before.catalog === after.catalog &&
    before.onCommand === after.onCommand &&
    before.rows.length === after.rows.length &&
    after.rows.every((row, index) => {
      const known = before.rows[index]
      const id = after.ids[index] ?? 0
      return (
        known?.value === row.value &&
        known.at === row.at &&
        before.ids[index] === id &&
        before.openIds.has(id) === after.openIds.has(id) &&
        before.severities.get(row.at) === after.severities.get(row.at)
      )
    })
  )
}
