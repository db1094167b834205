import type { JsonValue, Pointer } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { Part } from "./Part.tsx"
import { RawPart } from "./RawPart.tsx"
import styles from "./statement.module.css"

interface TextPartProps {
  label: string
  at: Pointer
  value: JsonValue
  onChange: (value: JsonValue) => void
  onRemove: () => void
}

/** An element that is one text: what is typed counts at once. Anything else is shown as it is. */
export function TextPart({ label, at, value, onChange, onRemove }: TextPartProps) {
  if (typeof value !== "string")
    return (
      <RawPart
        label={label}
        says="A text belongs here, and this is something else."
        value={value}
        onChange={onChange}
        onRemove={onRemove}
      />
    )
  return (
    <Part label={label} at={at}>
      <span className={styles.line}>
        <input
          className={styles.text}
          aria-label={label}
          value={value}
          spellCheck={false}
          autoCapitalize="none"
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
        <Button icon="close" aria-label={`Remove ${label}`} onClick={onRemove} />
      </span>
    </Part>
  )
}
