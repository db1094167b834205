import { useId, useState } from "react"
import { ComboBox } from "../../../ui/ComboBox.tsx"
import styles from "./statement.module.css"

interface AddNameProps {
  label: string
  suggestions: readonly string[]
  taken: ReadonlySet<string>
  onAdd: (name: string) => void
}

/** A box that adds something by its name, with the names that are known. */
export function AddName({ label, suggestions, taken, onAdd }: AddNameProps) {
  const id = useId()
  const [text, setText] = useState("")
  const name = text.trim()
  const query = name.toLowerCase()
  const choices = suggestions
    .filter((known) => !taken.has(known) && known.toLowerCase().includes(query))
    .map((known) => ({ value: known, label: known }))
  const clash = taken.has(name)
  const add = (from: string) => {
    const added = from.trim()
    if (added === "" || taken.has(added)) return
    onAdd(added)
    setText("")
  }
  return (
    <div className={styles.addName} data-combo-anchor>
      <ComboBox
        id={id}
        label={label}
        placeholder={label}
        value={text}
        onChange={setText}
        choices={choices}
        status={clash ? `${name} is there already.` : name === "" ? "" : "Enter adds it."}
        invalid={clash}
        onEnter={add}
        onFocus={() => {}}
      />
    </div>
  )
}
