import { useId } from "react"
import styles from "./Choice.module.css"

interface ChoiceProps<Value extends string> {
  label: string
  small?: boolean
  value: Value | undefined
  options: readonly Value[]
  /** Why nothing else can be chosen now. */
  held?: string | undefined
  onChange: (value: Value) => void
}

/** A few words side by side, one of which holds. */
export function Choice<Value extends string>({
  label,
  small = false,
  value,
  options,
  held,
  onChange,
}: ChoiceProps<Value>) {
  const name = useId()
  return (
    <span
      role="radiogroup"
      aria-label={label}
      className={styles.choice}
      data-small={small || undefined}
    >
      {options.map((option) => (
        <label key={option} title={held}>
          <input
            type="radio"
            name={name}
            checked={value === option}
            disabled={held !== undefined && option !== value}
            onChange={() => onChange(option)}
          />
          {option}
        </label>
      ))}
    </span>
  )
}
