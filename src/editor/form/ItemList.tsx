import { useMemo } from "react"
import type { Setting } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { AddItem } from "./AddItem.tsx"
import styles from "./form.module.css"
import { ItemRows } from "./ItemRows.tsx"
import { ListHead } from "./ListHead.tsx"
import { rowsOf } from "./rows.ts"
import { counted } from "./words.ts"

/** A list that Jets has no items of its own for. */
export function ItemList({ setting }: { setting: Setting }) {
  const list = useEditorState((state) => state.draft.config[setting])
  const rows = useMemo(
    () => (list === undefined ? [] : rowsOf({ [setting]: list }, setting)),
    [list, setting],
  )
  return (
    <fieldset className={styles.list} aria-labelledby={`title-${setting}`}>
      <ListHead setting={setting} count={rows.length > 0 ? counted(rows.length, "item") : ""} />
      <div className={styles.items}>
        <ItemRows setting={setting} rows={rows} />
        <AddItem setting={setting} />
      </div>
    </fieldset>
  )
}
