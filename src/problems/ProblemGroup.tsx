import { useState } from "react"
import { type Diagnostic, type Fix, fixAll } from "../policy/index.ts"
import { useEditorState, useSettledDraft } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { FixButton } from "./FixButton.tsx"
import type { Group } from "./groups.ts"
import { ProblemRow } from "./ProblemRow.tsx"
import styles from "./problems.module.css"

interface ProblemGroupProps {
  group: Group
  /** The fixes that a problem is offered with. */
  fixesOf: (diagnostic: Diagnostic) => readonly Fix[]
}

/** The problems of one kind; many stand behind "more", and those that can be are mended together. */
export function ProblemGroup({ group, fixesOf }: ProblemGroupProps) {
  const { first, all, shown, more } = group
  const [isOpen, setIsOpen] = useState(false)
  const { config } = useSettledDraft()
  const readOnly = useEditorState((state) => state.readOnly)
  const together = readOnly ? undefined : fixAll(config, all, first.code)
  return (
    <>
      {(isOpen ? [...shown, ...more] : shown).map((diagnostic) => (
        <ProblemRow
          key={`${diagnostic.at} ${diagnostic.subject ?? ""}`}
          diagnostic={diagnostic}
          fixes={fixesOf(diagnostic)}
        />
      ))}
      {(more.length > 0 || together) && (
        <li className={styles.kind} data-severity={first.severity}>
          {more.length > 0 && (
            <Button look="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? "Show fewer of this kind" : `Show ${more.length} more of this kind`}
            </Button>
          )}
          {isOpen && all.length > shown.length + more.length && (
            <span>
              {(all.length - shown.length - more.length).toLocaleString("en")} more are not listed.
            </span>
          )}
          {together && <FixButton fix={together} subject={undefined} />}
        </li>
      )}
    </>
  )
}
