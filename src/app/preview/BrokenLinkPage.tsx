import type { Issue } from "../../policy/index.ts"
import { Icon } from "../../ui/Icon.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "../app.module.css"

/** A link that can't be opened: what happened, what to ask the sender for, and the way to one's own work. */
export function BrokenLinkPage({ issues }: { issues: readonly Issue[] }) {
  return (
    <main className={styles.failed}>
      <h1>
        <Icon name="warning" /> This link can't be opened
      </h1>
      {issues.map(({ code, message }) => (
        <p key={code}>
          <Marked text={message} />
        </p>
      ))}
      <p>Your own drafts are untouched: opening a link changes nothing in this browser.</p>
      <p>
        <a href="#/">Go to your own draft</a>
      </p>
    </main>
  )
}
