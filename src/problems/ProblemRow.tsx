import { useState } from "react"
import type { Diagnostic, Fix } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { Hidden } from "../ui/Hidden.tsx"
import { AcceptForm } from "./AcceptForm.tsx"
import { FixButton } from "./FixButton.tsx"
import { placeName } from "./place.ts"
import styles from "./problems.module.css"
import { Row } from "./Row.tsx"

interface ProblemRowProps {
  diagnostic: Diagnostic
  fixes: readonly Fix[]
}

/** One finding: it leads to its place, offers its fixes, and can be accepted where it is no error. */
export function ProblemRow({ diagnostic, fixes }: ProblemRowProps) {
  const readOnly = useEditorState((state) => state.readOnly)
  const [isAccepting, setIsAccepting] = useState(false)
  const { severity, message, at, subject, help } = diagnostic
  return (
    <Row
      severity={severity}
      message={message}
      at={at}
      below={
        isAccepting && <AcceptForm diagnostic={diagnostic} onClose={() => setIsAccepting(false)} />
      }
    >
      {(messageId) => (
        <>
          {help && (
            <a href={help} target="_blank" rel="noreferrer" aria-describedby={messageId}>
              Documentation
            </a>
          )}
          {!readOnly && severity !== "error" && (
            <button
              type="button"
              className={styles.quiet}
              aria-describedby={messageId}
              aria-expanded={isAccepting}
              onClick={() => setIsAccepting(!isAccepting)}
            >
              Accept
            </button>
          )}
          {fixes.map((fix) => (
            <FixButton key={fix.title} fix={fix} subject={subject} describedBy={messageId} />
          ))}
          <PlaceLink diagnostic={diagnostic} describedBy={messageId} />
        </>
      )}
    </Row>
  )
}

/** A longer subject is no name to be read out. */
const longest = 100

/** Where the finding is; it leads there where the settings can be seen. */
export function PlaceLink({
  diagnostic: { at, subject },
  describedBy,
}: {
  diagnostic: Diagnostic
  describedBy: string
}) {
  const { actions } = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  if (at === "") return null
  if (readOnly) return <span className={styles.place}>{placeName(at)}</span>
  return (
    <button
      type="button"
      className={styles.place}
      data-problem
      aria-describedby={describedBy}
      onClick={() => actions.reveal(at, subject)}
    >
      <Hidden>Go to {subject && subject.length < longest && `${subject} in `}</Hidden>
      {placeName(at)}
    </button>
  )
}
