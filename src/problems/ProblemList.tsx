import { useEffect, useRef } from "react"
import type { Diagnostic, Fix } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { Hidden } from "../ui/Hidden.tsx"
import { FixButton } from "./FixButton.tsx"
import { IssueRow } from "./IssueRow.tsx"
import { placeName } from "./place.ts"
import styles from "./problems.module.css"
import { Row } from "./Row.tsx"
import type { TextIssues } from "./textIssues.ts"

const none = "No problems. Jets has what a deploy needs."
const noneNew = "No new problems: what the base had isn't listed here."

interface ProblemListProps {
  diagnostics: readonly Diagnostic[]
  text: TextIssues
}

/** The rows of the problems; each leads to its place and offers its fixes. */
export function ProblemList({ diagnostics, text }: ProblemListProps) {
  const { actions } = useEditor()
  const list = useRef<HTMLUListElement>(null)
  const focused = useEditorState((state) => state.focused)
  const isReview = useEditorState((state) => state.readOnly && state.base !== undefined)
  useEffect(() => {
    if (focused?.on !== "problem") return
    if (list.current) focusNext(list.current)
    else actions.announce("No problems")
  }, [focused, actions])

  if (diagnostics.length + text.issues.length === 0)
    return <p className={styles.none}>{isReview ? noneNew : none}</p>
  return (
    <ul ref={list} className={styles.list}>
      {text.issues.map((issue) => (
        <IssueRow key={`${issue.code} ${issue.range?.line} ${issue.range?.column}`} issue={issue} />
      ))}
      {text.isStale && diagnostics.length > 0 && (
        <li className={styles.stale}>
          The rest is about the last valid settings, which the output shows.
        </li>
      )}
      {offeredOnce(diagnostics).map(({ diagnostic, fixes }) => (
        <ProblemRow
          key={`${diagnostic.code} ${diagnostic.at} ${diagnostic.subject ?? ""}`}
          diagnostic={diagnostic}
          fixes={fixes}
        />
      ))}
    </ul>
  )
}

/** The rows' fixes; one that mends several problems at once is offered with the first of them only. */
function offeredOnce(diagnostics: readonly Diagnostic[]) {
  const offered = new Set<string>()
  return diagnostics.map((diagnostic) => ({
    diagnostic,
    fixes: (diagnostic.fixes ?? []).filter((fix) => {
      const before = offered.size
      return offered.add(JSON.stringify(fix)).size > before
    }),
  }))
}

function ProblemRow({ diagnostic, fixes }: { diagnostic: Diagnostic; fixes: readonly Fix[] }) {
  const { actions } = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  const { severity, message, at, subject, help } = diagnostic
  return (
    <Row severity={severity} message={message} at={at}>
      {(messageId) => (
        <>
          {help && (
            <a href={help} target="_blank" rel="noreferrer" aria-describedby={messageId}>
              Documentation
            </a>
          )}
          {fixes.map((fix) => (
            <FixButton key={fix.title} fix={fix} subject={subject} describedBy={messageId} />
          ))}
          {at !== "" && readOnly && <span className={styles.place}>{placeName(at)}</span>}
          {at !== "" && !readOnly && (
            <button
              type="button"
              className={styles.place}
              data-problem
              aria-describedby={messageId}
              onClick={() => actions.reveal(at, subject)}
            >
              <Hidden>Go to {subject && `${subject} in `}</Hidden>
              {placeName(at)}
            </button>
          )}
        </>
      )}
    </Row>
  )
}

/** From the problem that has the focus to the next, from the last to the first. */
function focusNext(list: HTMLElement) {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-problem]")]
  const at = rows.findIndex((row) => row.matches(":focus"))
  rows[(at + 1) % rows.length]?.focus()
}
