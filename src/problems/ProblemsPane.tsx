import { useRef } from "react"
import { type Severity, severities } from "../policy/index.ts"
import { useDiagnostics } from "../store/context.tsx"
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
  const diagnostics = useDiagnostics()
  const text = useTextIssues()
  const all = [
    ...text.issues.map(({ severity }) => severity ?? "error"),
    ...diagnostics.map(({ severity }) => severity),
  ]
  const heading = useRef<HTMLHeadingElement>(null)
  const keptFocus = useKeptFocus(() => heading.current)
  return (
    <div className={styles.pane} {...keptFocus}>
      <header className={styles.bar}>
        <h2 ref={heading} tabIndex={-1}>
          Problems
        </h2>
        {severities.map((severity) => {
          const count = all.filter((found) => found === severity).length
          const [one, many] = nouns[severity]
          return count === 0 ? null : (
            <span key={severity} className={styles.count} data-severity={severity}>
              <Icon name={severity} />
              <span>
                {count} <span className={styles.noun}>{count === 1 ? one : many}</span>
              </span>
            </span>
          )
        })}
        <SizeMeter />
      </header>
      <ProblemList diagnostics={diagnostics} text={text} />
    </div>
  )
}
