import styles from "./Switch.module.css"

interface SwitchProps {
  label: string
  shown: string
  on: boolean
  onChange: (on: boolean) => void
}

/** On or off, at once. `shown` is the short word beside it, `label` its whole name. */
export function Switch({ label, shown, on, onChange }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <span aria-hidden="true">{shown}</span>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        checked={on}
        aria-checked={on}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
