import type { ReactNode } from "react"
import type { Pointer } from "../../../policy/index.ts"
import { useProblemsIn } from "./itemProblems.ts"
import { Said } from "./Said.tsx"
import styles from "./statement.module.css"

/** A line of the form: its label, what stands under the label, and the field. */
export function Part({
  label,
  at,
  aside,
  children,
}: {
  label?: string
  /** The place of what the line is for; what is wrong there is told under it. */
  at?: Pointer
  aside?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={styles.part}>
      <span className={styles.label}>
        {label}
        {aside}
      </span>
      <div className={styles.field} data-place={at}>
        {children}
        {at && <PartProblems at={at} />}
      </div>
    </div>
  )
}

function PartProblems({ at }: { at: Pointer }) {
  return <Said problems={useProblemsIn(at)} />
}
