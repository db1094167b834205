import type { Issue } from "../policy/index.ts"
import { useEditor } from "../store/context.tsx"
import { Hidden } from "../ui/Hidden.tsx"
import styles from "./problems.module.css"
import { Row } from "./Row.tsx"

/** A problem of the JSON text itself; it leads to its line. */
export function IssueRow({ issue }: { issue: Issue }) {
  const { actions } = useEditor()
  const { severity = "error", message, range } = issue
  return (
    <Row severity={severity} message={message}>
      {(messageId) =>
        range && (
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
        )
      }
    </Row>
  )
}
