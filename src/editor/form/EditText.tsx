import { useId, useState } from "react"
import type { Catalog, JsonValue } from "../../policy/index.ts"
import styles from "./form.module.css"
import { readTyped } from "./typed.ts"

interface EditTextProps {
  value: string
  managed: boolean
  catalog: Catalog
  /** What the text became; undefined: nothing is changed. `byKey`: the focus has to go somewhere. */
  onDone: (value: JsonValue | undefined, byKey: boolean) => void
}

const nothing: ReadonlySet<JsonValue> = new Set()

/** A name or an action, edited in its row: Enter keeps the change, Escape doesn't; a wrong text stays. */
export function EditText({ value, managed, catalog, onDone }: EditTextProps) {
  const [text, setText] = useState(value)
  const saysId = useId()
  const typed = readTyped(text, managed ? "managed_policy" : "policy", nothing, catalog)
  const [item, ...more] = typed?.items ?? []
  const says = !typed
    ? "Enter leaves it as it was."
    : "problem" in typed
      ? typed.problem
      : more.length > 0
        ? "This row is one item. Add the others in the box below."
        : typed.says
  const wrong = typed !== undefined && (item === undefined || more.length > 0)

  const keep = (byKey: boolean) => {
    if (!wrong) onDone(item, byKey)
  }
  return (
    <div className={styles.what} data-edit>
      <input
        // biome-ignore lint/a11y/noAutofocus: the field opens because a person asked to edit this row
        autoFocus
        aria-label={`Edit ${value}`}
        aria-invalid={wrong}
        aria-describedby={saysId}
        className={styles.edit}
        value={text}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => keep(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || !["Enter", "Escape"].includes(event.key)) return
          // Else the button that gets the focus takes the key too.
          event.preventDefault()
          if (event.key === "Enter") keep(true)
          else onDone(undefined, true)
        }}
      />
      <span id={saysId} data-wrong={wrong || undefined}>
        {says}
      </span>
    </div>
  )
}
