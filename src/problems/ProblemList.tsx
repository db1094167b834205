import { type ReactNode, useEffect, useRef } from "react"
import type { Diagnostic, Fix, Severity } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import type { Judged } from "../store/derived.ts"
import { AcceptedList } from "./AcceptedList.tsx"
import { groupsOf } from "./groups.ts"
import { IssueRow } from "./IssueRow.tsx"
import { ProblemGroup } from "./ProblemGroup.tsx"
import styles from "./problems.module.css"
import type { TextIssues } from "./textIssues.ts"

const none = "No problems. Jets has what a deploy needs."
const noneNew = "No new problems: what the base had isn't listed here."

interface ProblemListProps {
  judged: Judged
  text: TextIssues
  /** The kind that alone is listed. */
  kind: Severity | undefined
  /** What stands behind them. */
  children: ReactNode
}

/** The rows of the problems; each leads to its place and offers its fixes. */
export function ProblemList({
  judged: { open, accepted },
  text,
  kind,
  children,
}: ProblemListProps) {
  const { actions } = useEditor()
  const list = useRef<HTMLUListElement>(null)
  const focused = useEditorState((state) => state.focused)
  const isReview = useEditorState((state) => state.readOnly && state.base !== undefined)
  useEffect(() => {
    if (focused?.on !== "problem") return
    if (list.current) focusNext(list.current)
    else actions.announce("No problems")
  }, [focused, actions])

  const issues = text.issues.filter(({ severity = "error" }) => !kind || severity === kind)
  const groups = groupsOf(open, kind)
  const fixesOf = offeredOnce(open)
  return (
    <div className={styles.scroll}>
      {issues.length + groups.length === 0 ? (
        <p className={styles.none}>{isReview ? noneNew : none}</p>
      ) : (
        <ul ref={list} className={styles.list}>
          {issues.map((issue) => (
            <IssueRow
              key={`${issue.code} ${issue.range?.line} ${issue.range?.column}`}
              issue={issue}
            />
          ))}
          {text.isStale && groups.length > 0 && (
            <li className={styles.stale}>
              The rest is about the last valid settings, which the output shows.
            </li>
          )}
          {groups.map((group) => (
            <ProblemGroup
              key={`${group.first.severity} ${group.first.code}`}
              group={group}
              fixesOf={fixesOf}
            />
          ))}
        </ul>
      )}
      {children}
      {accepted.length > 0 && <AcceptedList accepted={accepted} />}
    </div>
  )
}

/** The fixes of each problem; one that mends several at once is offered with the first of them only. */
function offeredOnce(diagnostics: readonly Diagnostic[]): (one: Diagnostic) => readonly Fix[] {
  const offered = new Set<string>()
  const fixes = new Map(
    diagnostics.map((diagnostic) => [
      diagnostic,
      (diagnostic.fixes ?? []).filter((fix) => {
        const before = offered.size
        return offered.add(JSON.stringify(fix)).size > before
      }),
    ]),
  )
  return (diagnostic) => fixes.get(diagnostic) ?? []
}

/** From the problem that has the focus to the next, from the last to the first. */
function focusNext(list: HTMLElement) {
  const rows = [...list.querySelectorAll<HTMLElement>("[data-problem]")]
  const at = rows.findIndex((row) => row.matches(":focus"))
  rows[(at + 1) % rows.length]?.focus()
}
