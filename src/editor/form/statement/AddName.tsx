import { useId, useState } from "react"
import { ComboBox } from "../../../ui/ComboBox.tsx"
import type { ComboChoice } from "../../../ui/comboBoxInput.ts"
import { blankIn, fillIn } from "./blanks.ts"
import styles from "./statement.module.css"

interface AddNameProps {
  label: string
  choices: (query: string) => readonly ComboChoice[]
  taken: ReadonlySet<string>
  onAdd: (name: string) => void
}

/** A box that adds something by its name, with the names that are known. */
export function AddName({ label, choices, taken, onAdd }: AddNameProps) {
  const id = useId()
  const [text, setText] = useState("")
  const name = text.trim()
  const clash = taken.has(name)
  const add = (from: string) => {
    const added = from.trim()
    if (added === "" || taken.has(added)) return
    if (blankIn(added)) {
      fillIn(id, () => setText(added))
      return
    }
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
        choices={choices(name).filter(({ value }) => !taken.has(value))}
        status={
          clash
            ? `${name} is there already.`
            : name === ""
              ? ""
              : blankIn(name)
                ? `Fill in ${blankIn(name)}.`
                : "Enter adds it."
        }
        invalid={clash}
        onEnter={add}
        onFocus={() => {}}
      />
    </div>
  )
}
