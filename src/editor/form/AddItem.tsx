import {
  type ClipboardEvent,
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from "react"
import { isPolicySetting, type JsonValue, type Setting } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { ComboBox } from "../../ui/ComboBox.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { lazyPart, useLazyPart } from "../../ui/lazy.ts"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./form.module.css"
import { addBoxId, lists } from "./lists.ts"
import { rowsOf } from "./rows.ts"
import { readTyped, type Typed } from "./typed.ts"
import { counted } from "./words.ts"

function saysOf(typed: Typed): string {
  if (!typed.items) return typed.problem
  if (typed.doubt) return `${typed.doubt} that is known here. Enter adds it all the same.`
  return `Enter adds ${typed.items.length > 1 ? "them" : "it"}: ${typed.says}`
}

/** What knows AWS's names: warmed when the box is likely to be wanted. */
const namesPart = lazyPart(() => import("./names.ts"))

/**
 * The box that a list's new items are typed or pasted into. It asks for what the list holds when it needs it,
 * so that a key typed in a row doesn't render it again.
 */
export const AddItem = memo(function AddItem({ setting }: { setting: Setting }) {
  const { actions, getState } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const [text, setText] = useState("")
  const focused = useEditorState((state) => state.focused)
  useEffect(() => {
    if (focused?.on === "add" && setting === "policy")
      document.getElementById(addBoxId(setting))?.focus()
  }, [focused, setting])
  const present = useCallback(
    () => new Set(rowsOf(getState().draft.config, setting).map((row): JsonValue => row.value)),
    [getState, setting],
  )
  const names = useLazyPart(namesPart)
  const meaning = (name: string) => names?.actionsMeant(name, catalog)
  const typed = text === "" ? undefined : readTyped(text, setting, present(), catalog, meaning)
  const list = isPolicySetting(setting) ? "policy" : "managed_policy"
  const query = useDeferredValue(text.trim())
  // What AWS's policies grant is only asked for by an action.
  const wantsDocuments = list === "managed_policy" && query.includes(":")
  const { managedPolicies } = catalog
  useEffect(() => {
    if (wantsDocuments && managedPolicies) actions.wantDocuments([...managedPolicies.keys()])
  }, [actions, wantsDocuments, managedPolicies])
  const choices = useMemo(() => {
    if (!names || (/[,{[]/.test(query) && list === "policy")) return []
    const held = present()
    return names.choicesFor(catalog, list, query).filter((choice) => !held.has(choice.value))
  }, [names, catalog, list, query, present])

  function add(from: string) {
    const read = readTyped(from, setting, present(), catalog, meaning)
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

  /** What can't be an item but is known otherwise is opened in Import, its lines as they are. */
  function paste(event: ClipboardEvent<HTMLInputElement>) {
    const pasted = event.clipboardData.getData("text/plain")
    const read = readTyped(pasted, setting, present(), catalog, meaning)
    if (!pasted.includes("\n") || read?.items || !names?.isForImport(pasted)) return
    event.preventDefault()
    actions.openImport(pasted)
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
        status={typed && <Marked text={saysOf(typed)} />}
        invalid={typed !== undefined && typed.items === undefined}
        onEnter={add}
        onPaste={paste}
        onFocus={() => {
          namesPart.warm()
          if (list === "policy") actions.wantCatalog("services", "actionNames")
          else actions.wantCatalog("managedPolicies")
        }}
      />
      {setting === "policy" && text === "" && <kbd>Ctrl K</kbd>}
    </div>
  )
})
