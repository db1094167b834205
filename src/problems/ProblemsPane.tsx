import { useRef, useState } from "react"
import { type Severity, severities } from "../policy/index.ts"
import { useCatalogForChecks, useEditor, useEditorState, useJudged } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { useIsHydrated } from "../ui/hydrated.ts"
import { Icon } from "../ui/Icon.tsx"
import { useKeptFocus } from "../ui/keepFocus.ts"
import { ProblemList } from "./ProblemList.tsx"
import styles from "./problems.module.css"
import { SizeMeter } from "./SizeMeter.tsx"
import { useTextIssues } from "./textIssues.ts"

const nouns: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ["error", "errors"],
  security: ["security finding", "security findings"],
  warning: ["warning", "warnings"],
  info: ["note", "notes"],
}

/** What is wrong with the text, what the checks say, the worst first, and how large the role is. */
export function ProblemsPane() {
  const judged = useJudged()
  const text = useTextIssues()
  const all = [
    ...text.issues.map(({ severity }) => severity ?? "error"),
    ...judged.open.map(({ severity }) => severity),
  ]
  const [chosen, setChosen] = useState<Severity>()
  const kind = chosen && all.includes(chosen) ? chosen : undefined
  const heading = useRef<HTMLHeadingElement>(null)
  const isHydrated = useIsHydrated()
  const keptFocus = useKeptFocus(() => heading.current)
  return (
    <div className={styles.pane} inert={!isHydrated} {...keptFocus}>
      <header className={styles.bar}>
        <h2 ref={heading} tabIndex={-1}>
          Problems
        </h2>
        {severities.map((severity) => {
          const count = all.filter((found) => found === severity).length
          const [one, many] = nouns[severity]
          return count === 0 ? null : (
            <button
              key={severity}
              type="button"
              className={styles.count}
              data-severity={severity}
              aria-pressed={severity === kind}
              title={severity === kind ? "Show all kinds" : `Show only the ${many}`}
              onClick={() => setChosen(severity === kind ? undefined : severity)}
            >
              <Icon name={severity} />
              <span>
                {count} <span className={styles.noun}>{count === 1 ? one : many}</span>
              </span>
            </button>
          )
        })}
        <SizeMeter />
      </header>
      <ProblemList judged={judged} text={text} kind={kind}>
        <CatalogState />
      </ProblemList>
    </div>
  )
}

/** Says when the checks don't have all of AWS's catalog yet, or can't get it. */
function CatalogState() {
  const { actions } = useEditor()
  const isChecking = useCatalogForChecks()
  const failed = useEditorState((state) => state.catalogFailed)
  if (failed)
    return (
      <p className={styles.none}>
        AWS's names couldn't be loaded, so they aren't checked.{" "}
        <Button look="link" onClick={() => actions.retryCatalog()}>
          Try again
        </Button>
      </p>
    )
  return isChecking && <p className={styles.none}>Checking AWS's names…</p>
}
