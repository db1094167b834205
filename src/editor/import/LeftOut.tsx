import type { Issue } from "../../policy/index.ts"
import { Icon } from "../../ui/Icon.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./import.module.css"

/** More of them nobody reads. */
const shown = 50

/** What of a text stays out or comes in changed, by line. */
export function LeftOut({ issues }: { issues: readonly Issue[] }) {
  if (issues.length === 0) return null
  return (
    <section className={styles.left} aria-label="What stays out or changes">
      <ul>
        {issues.slice(0, shown).map(({ code, message, severity, range }, index) => (
          <li key={`${code} ${range?.line} ${index}`} data-severity={severity ?? "error"}>
            <Icon name={severity ?? "error"} />
            <span>
              {range && <b>Line {range.line}: </b>}
              <Marked text={message} />
            </span>
          </li>
        ))}
        {issues.length > shown && <li>{issues.length - shown} more</li>}
      </ul>
    </section>
  )
}
