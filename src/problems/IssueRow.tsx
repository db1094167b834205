import { useId } from "react"
import type { Issue } from "../policy/index.ts"
import { useEditor } from "../store/context.tsx"
import { Hidden } from "../ui/Hidden.tsx"
import { Icon } from "../ui/Icon.tsx"
import { Marked } from "../ui/Marked.tsx"
import styles from "./problems.module.css"

/** A problem of the JSON text itself; it leads to its line. */
export function IssueRow({ issue }: { issue: Issue }) {
  const { actions } = useEditor()
  const messageId = useId()
  const { severity = "error", message, range } = issue
  return (
    <li className={styles.row} data-severity={severity}>
      <Icon name={severity} />
      <p id={messageId}>
        <Hidden>{severity}: </Hidden>
        <Marked text={message} />
      </p>
      <span className={styles.ends}>
        {range && (
          <button
            type="button"
            className={styles.place}
            data-problem
            aria-describedby={messageId}
            onClick={() => actions.revealText(range)}
          >
            <Hidden>Go to </Hidden>
            Line {range.line}
          </button>
        )}
      </span>
    </li>
  )
}
