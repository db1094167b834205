import { useMemo } from "react"
import { isPolicySetting, type Setting } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { AddItem } from "./AddItem.tsx"
import styles from "./form.module.css"
import { ItemRows } from "./ItemRows.tsx"
import { ListHead } from "./ListHead.tsx"
import { ListTools, shownOf } from "./ListTools.tsx"
import { NewItem } from "./NewItem.tsx"
import { rowsOf } from "./rows.ts"
import { useList } from "./useList.ts"
import { counted } from "./words.ts"

/** A list that Jets has no items of its own for. */
export function ItemList({ setting }: { setting: Setting }) {
  const items = useEditorState((state) => state.draft.config[setting])
  const rows = useMemo(
    () => (items === undefined ? [] : rowsOf({ [setting]: items }, setting)),
    [items, setting],
  )
  const list = useList(setting, rows)
  const count = rows.length > 0 ? counted(rows.length, "item") : ""
  return (
    <fieldset className={styles.list} aria-labelledby={`title-${setting}`}>
      <ListHead setting={setting} count={shownOf(list) ?? count}>
        <ListTools list={list} />
      </ListHead>
      <div className={styles.items}>
        <ItemRows list={list} />
        <AddItem setting={setting} />
      </div>
      {isPolicySetting(setting) && <NewItem setting={setting} />}
    </fieldset>
  )
}
