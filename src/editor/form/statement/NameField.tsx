import { useId, useState } from "react"
import styles from "./statement.module.css"

interface NameFieldProps {
  label: string
  value: string
  /** What the names beside it are: none may stand twice. */
  taken?: ReadonlySet<string>
  suggestions?: readonly string[]
  onChange: (value: string) => void
}

const none: ReadonlySet<string> = new Set()

/** The name of something among others: it counts with Enter or when it is left, if no other has it. */
export function NameField({
  label,
  value,
  taken = none,
  suggestions = [],
  onChange,
}: NameFieldProps) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  const id = useId()
  if (value !== known) {
    setKnown(value)
    setText(value)
  }
  const clash = text !== value && taken.has(text)
  const keep = () => {
    if (text !== value && !clash && text !== "") onChange(text)
    else if (text === "") setText(value)
  }
  return (
    <span className={styles.name}>
      <input
        className={styles.text}
        aria-label={label}
        aria-invalid={clash}
        aria-describedby={`${id}-says`}
        list={suggestions.length > 0 ? id : undefined}
        value={text}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === "Enter") keep()
          if (event.key === "Escape") setText(value)
        }}
      />
      {suggestions.length > 0 && (
        <datalist id={id}>
          {suggestions.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <span id={`${id}-says`} className={styles.hint} data-wrong>
        {clash && `${text} is there already.`}
      </span>
    </span>
  )
}
