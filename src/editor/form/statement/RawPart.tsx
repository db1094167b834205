import { useId, useState } from "react"
import { type JsonValue, parseItem } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { Marked } from "../../../ui/Marked.tsx"
import styles from "./statement.module.css"

interface RawPartProps {
  label: string
  /** Why this is no field of the form. */
  says: string
  value: JsonValue
  onChange: (value: JsonValue) => void
  onRemove: () => void
}

/** A part that the form has no field for, as JSON in its place: it stays as it is until it is changed. */
export function RawPart({ label, says, value, onChange, onRemove }: RawPartProps) {
  const [text, setText] = useState(() => written(value))
  const [known, setKnown] = useState(value)
  const id = useId()
  if (value !== known) {
    setKnown(value)
    setText(written(value))
  }
  const read = readPart(text)
  return (
    <div className={styles.part}>
      <span className={styles.label}>{label}</span>
      <div className={styles.raw}>
        <textarea
          aria-label={`${label} as JSON`}
          aria-describedby={id}
          aria-invalid={read.problem !== undefined}
          value={text}
          rows={Math.min(12, text.split("\n").length)}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            const next = readPart(event.target.value)
            if (next.value === undefined) return
            setKnown(next.value)
            onChange(next.value)
          }}
        />
        <p id={id} className={styles.hint} data-wrong={read.problem !== undefined || undefined}>
          <Marked text={read.problem ?? says} />
        </p>
      </div>
      <Button title={`Remove ${label}`} look="plain" onClick={onRemove}>
        Remove
      </Button>
    </div>
  )
}

const written = (value: JsonValue) => JSON.stringify(value, null, 2)

type Read =
  | { readonly value: JsonValue; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string }

/** Reads any JSON value by the rules of parseItem. */
function readPart(text: string): Read {
  const { value, issues } = parseItem(`{"part":${text}\n}`)
  const [issue] = issues
  if (issue) return { problem: issue.message }
  const part = value?.part
  return part === undefined || Object.keys(value ?? {}).length !== 1
    ? { problem: "This isn't one JSON value." }
    : { value: part }
}
