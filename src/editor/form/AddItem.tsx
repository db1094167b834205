import { useDeferredValue, useMemo, useState } from "react"
import { searchCatalog } from "../../catalog/search.ts"
import { isPolicySetting, type JsonValue, type Setting } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { ComboBox } from "../../ui/ComboBox.tsx"
import { Icon } from "../../ui/Icon.tsx"
import styles from "./form.module.css"
import { addBoxId, lists } from "./lists.ts"
import type { Row } from "./rows.ts"
import { readTyped } from "./typed.ts"
import { counted } from "./words.ts"

/** The box that a list's new items are typed or pasted into. */
export function AddItem({ setting, rows }: { setting: Setting; rows: readonly Row[] }) {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const [text, setText] = useState("")
  const present = useMemo(() => new Set(rows.map((row): JsonValue => row.value)), [rows])
  const typed = readTyped(text, setting, present, catalog)
  const list = isPolicySetting(setting) ? "policy" : "managed_policy"
  const query = useDeferredValue(text.trim())
  const choices = useMemo(
    () =>
      /[,{[:]/.test(query) && list === "policy"
        ? []
        : searchCatalog(catalog, list, query).filter((choice) => !present.has(choice.value)),
    [catalog, list, query, present],
  )

  function add(from: string) {
    const read = readTyped(from, setting, present, catalog)
    if (!read?.items) {
      if (read) actions.announce(read.problem)
      return
    }
    actions.addItems(setting, read.items)
    const [first] = read.items
    const what =
      read.items.length === 1 && typeof first === "string"
        ? first
        : counted(read.items.length, "item")
    actions.announce(`Added ${what} to ${lists[setting].title}`)
    setText("")
  }

  return (
    <div className={styles.add} data-combo-anchor>
      <Icon name="plus" />
      <ComboBox
        id={addBoxId(setting)}
        label={`Add to ${lists[setting].title}`}
        placeholder={lists[setting].placeholder}
        value={text}
        onChange={setText}
        choices={choices}
        status={typed && ("problem" in typed ? typed.problem : `Enter adds it: ${typed.says}`)}
        invalid={typed !== undefined && typed.items === undefined}
        onEnter={add}
        onFocus={() => actions.wantCatalog(list === "policy" ? "services" : "managedPolicies")}
      />
      {setting === "policy" && text === "" && <kbd>Ctrl K</kbd>}
    </div>
  )
}
