import type { ReactNode } from "react"
import { Icon } from "./Icon.tsx"
import styles from "./Warning.module.css"

/** A few words that must not be overlooked. */
export function Warning({ children }: { children: ReactNode }) {
  return (
    <div className={styles.warning}>
      <Icon name="warning" />
      <span>{children}</span>
    </div>
  )
}
