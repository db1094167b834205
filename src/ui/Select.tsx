import { Icon } from "./Icon.tsx"
import styles from "./Select.module.css"

interface SelectProps<Value extends string> {
  /** The name; `shown` is what stands before the value, if it is shorter. */
  label: string
  shown?: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** The browser's own list to choose from, in a box that names itself. */
export function Select<Value extends string>({
  label,
  shown = label,
  value,
  options,
  onChange,
}: SelectProps<Value>) {
  return (
    <span className={styles.box}>
      <span aria-hidden="true" className={styles.label}>
        {shown}
      </span>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  )
}
