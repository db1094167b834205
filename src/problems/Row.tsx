import { type ReactNode, useId } from "react"
import type { Pointer, Severity } from "../policy/index.ts"
import { Hidden } from "../ui/Hidden.tsx"
import { Icon } from "../ui/Icon.tsx"
import { Marked } from "../ui/Marked.tsx"
import styles from "./problems.module.css"

interface RowProps {
  severity: Severity
  message: string
  /** The place in the settings that it is about. */
  at?: Pointer
  /** What can be done about it, each described by the message, whose id is given. */
  children: (messageId: string) => ReactNode
  /** What stands under it. */
  below?: ReactNode
}

/** One problem: how bad, what, and at its end what to do. */
export function Row({ severity, message, at, children, below }: RowProps) {
  const messageId = useId()
  return (
    <li className={styles.row} data-severity={severity} data-about={at}>
      <Icon name={severity} />
      <p id={messageId}>
        <Hidden>{severity}: </Hidden>
        <Marked text={message} />
      </p>
      <span className={styles.ends}>{children(messageId)}</span>
      {below && <div className={styles.below}>{below}</div>}
    </li>
  )
}
