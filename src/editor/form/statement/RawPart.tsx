import { useId } from "react"
import { type JsonValue, parseItem } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { Marked } from "../../../ui/Marked.tsx"
import { type Read, useJsonText } from "../useJsonText.ts"
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
  const { text, problem, type } = useJsonText(value, readPart, onChange)
  const id = useId()
  return (
    <div className={styles.part}>
      <span className={styles.label}>{label}</span>
      <div className={styles.raw}>
        <textarea
          aria-label={`${label} as JSON`}
          aria-describedby={id}
          aria-invalid={problem !== undefined}
          value={text}
          rows={Math.min(12, text.split("\n").length)}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
        />
        <p id={id} className={styles.hint} data-wrong={problem !== undefined || undefined}>
          <Marked text={problem ?? says} />
        </p>
      </div>
      <Button title={`Remove ${label}`} look="plain" onClick={onRemove}>
        Remove
      </Button>
    </div>
  )
}

/** Reads any JSON value by the rules of parseItem. */
function readPart(text: string): Read<JsonValue> {
  const { value, issues } = parseItem(`{"part":${text}\n}`)
  const [issue] = issues
  if (issue) return { problem: issue.message }
  const part = value?.part
  return part === undefined || Object.keys(value ?? {}).length !== 1
    ? { problem: "This isn't one JSON value." }
    : { value: part }
}
