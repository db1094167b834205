import { memo } from "react"
import type { Catalog, Pointer, Severity } from "../../policy/index.ts"
import { createGroups, type Group } from "../../ui/stickyGroups.ts"
import styles from "./form.module.css"
import { ItemRow } from "./ItemRow.tsx"
import type { RowCommand } from "./RowMenu.tsx"
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
  /** The rows that a filter hides. They stay, so that nothing typed in them is lost. */
  hidden: ReadonlySet<number>
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
  const { hidden } = shared
  const count = groups.reduce((sum, group) => sum + countShown(group.items, hidden), 0)
  return (
    <div className={styles.group} style={sizeOf(count, hidden)} hidden={count === 0}>
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
  hidden,
  ...shared
}: Shared & { rows: readonly ShownRow[] }) {
  const count = countShown(rows, hidden)
  return (
    <div className={styles.group} style={sizeOf(count, hidden)} hidden={count === 0}>
      {rows.map(({ id, at, value }, index) => (
        // biome-ignore lint/a11y/useSemanticElements: an li needs its ul right above, and the rows stand in groups
        <div
          key={id}
          role="listitem"
          className={styles.row}
          data-row={id}
          data-at={at}
          data-open={openIds.has(id) || undefined}
          hidden={hidden.has(id)}
        >
          <ItemRow
            id={id}
            at={openIds.has(id) ? at : undefined}
            value={value}
            first={first && index === 0}
            last={last && index === rows.length - 1}
            open={openIds.has(id)}
            severity={severities.get(at)}
            {...shared}
          />
        </div>
      ))}
    </div>
  )
})

function countShown(rows: readonly ShownRow[], hidden: ReadonlySet<number>): number {
  return hidden.size === 0 ? rows.length : rows.filter(({ id }) => !hidden.has(id)).length
}

/** What rows take that aren't painted: as when they were, but for a filter that took some of them away since. */
function sizeOf(rows: number, { size }: ReadonlySet<number>) {
  return { containIntrinsicSize: `${size === 0 ? "auto " : ""}${rows * 41}px` }
}
