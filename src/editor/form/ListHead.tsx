import type { ReactNode } from "react"
import type { Setting } from "../../policy/index.ts"
import styles from "./form.module.css"
import { lists } from "./lists.ts"

/** A list's name, its count, what it is for and what it is called in Ruby. */
export function ListHead({
  setting,
  count,
  children,
}: {
  setting: Setting
  count: string
  children?: ReactNode
}) {
  const { title, about } = lists[setting]
  return (
    <>
      <header className={styles.head}>
        <h2 id={`title-${setting}`} tabIndex={-1} data-at={`/${setting}`}>
          {title}
        </h2>
        <span className={styles.count}>{count}</span>
        {children}
      </header>
      <p className={styles.about}>
        {about} <code>config.codebuild.iam.{setting}</code>
      </p>
    </>
  )
}
