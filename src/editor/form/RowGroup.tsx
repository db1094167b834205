import { memo } from "react"
import type { Catalog, Pointer, Severity } from "../../policy/index.ts"
import { createGroups, type Group } from "../../ui/stickyGroups.ts"
import styles from "./form.module.css"
import { ItemRow, type RowCommand } from "./ItemRow.tsx"
import type { Row } from "./rows.ts"

/** A row and the id that it keeps while others come and go. */
export interface ShownRow extends Row {
  readonly id: number
}

const groupSize = 12

/** Parts a list's rows into groups, and those into sections: see stickyGroups. */
export function createSections(): (rows: readonly ShownRow[]) => readonly Group<Group<ShownRow>>[] {
  const groupsOf = createGroups<ShownRow>(
    groupSize,
    (row) => row.id,
    (before, after) =>
      before.value === after.value &&
      before.at === after.at &&
      before.index === after.index &&
      before.id === after.id,
  )
  const sectionsOf = createGroups<Group<ShownRow>>(
    groupSize * 16,
    (group) => group.items.at(-1)?.id ?? 0,
  )
  return (rows) => sectionsOf(groupsOf(rows))
}

interface Shared {
  /** Whether the list's first and last row are in it. */
  first: boolean
  last: boolean
  managed: boolean
  openIds: ReadonlySet<number>
  severities: ReadonlyMap<Pointer, Severity>
  catalog: Catalog
  onCommand: (id: number, command: RowCommand) => void
}

/** Some groups of rows. Of a long list the browser looks only at the sections, and at the groups near what it shows. */
export const RowSection = memo(function RowSection({
  groups,
  first,
  last,
  ...shared
}: Shared & { groups: readonly Group<ShownRow>[] }) {
  const count = groups.reduce((sum, group) => sum + group.items.length, 0)
  return (
    <div className={styles.group} style={sizeOf(count)}>
      {groups.map(({ key, items }, index) => (
        <RowGroup
          key={key}
          rows={items}
          first={first && index === 0}
          last={last && index === groups.length - 1}
          {...shared}
        />
      ))}
    </div>
  )
})

/** Some rows; a key renders one group of a long list again. */
const RowGroup = memo(function RowGroup({
  rows,
  first,
  last,
  openIds,
  severities,
  ...shared
}: Shared & { rows: readonly ShownRow[] }) {
  return (
    <div className={styles.group} style={sizeOf(rows.length)}>
      {rows.map(({ id, at, value }, index) => (
        <ItemRow
          key={id}
          id={id}
          at={at}
          value={value}
          first={first && index === 0}
          last={last && index === rows.length - 1}
          open={openIds.has(id)}
          severity={severities.get(at)}
          {...shared}
        />
      ))}
    </div>
  )
})

/** What rows take that were never painted yet. */
function sizeOf(rows: number) {
  return { containIntrinsicSize: `auto ${rows * 41}px` }
}
