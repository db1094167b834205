import { useState } from "react"
import styles from "./form.module.css"

/** A name or an action, edited in its row: Enter keeps the change, Escape and an empty field don't. */
export function EditText({
  value,
  onDone,
}: {
  value: string
  onDone: (value: string | undefined) => void
}) {
  const [text, setText] = useState(value)
  const keep = () => onDone(text.trim() === "" ? undefined : text.trim())
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field opens because a person asked to edit this row
      autoFocus
      aria-label={`Edit ${value}`}
      className={styles.edit}
      value={text}
      spellCheck={false}
      autoCapitalize="none"
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.nativeEvent.isComposing) keep()
        if (event.key === "Escape") onDone(undefined)
      }}
    />
  )
}
