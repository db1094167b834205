import type { ReactNode } from "react"
import styles from "./statement.module.css"

/** A line of the form: its label, what stands under the label, and the field. */
export function Part({
  label,
  aside,
  children,
}: {
  label?: string
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles.part}>
      <span className={styles.label}>
        {label}
        {aside}
      </span>
      <div className={styles.field}>{children}</div>
    </div>
  )
}
