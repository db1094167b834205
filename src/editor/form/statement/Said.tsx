import type { Diagnostic } from "../../../policy/index.ts"
import { useEditor } from "../../../store/context.tsx"
import { Button } from "../../../ui/Button.tsx"
import { Hidden } from "../../../ui/Hidden.tsx"
import { Icon } from "../../../ui/Icon.tsx"
import { Marked } from "../../../ui/Marked.tsx"
import styles from "./said.module.css"

/** So many problems are told under one field. */
const shown = 4

/** What is wrong with a field, under it, with what mends it. */
export function Said({ problems }: { problems: readonly Diagnostic[] }) {
  const { actions } = useEditor()
  if (problems.length === 0) return null
  return (
    <ul className={styles.said}>
      {problems.slice(0, shown).map(({ code, at, subject, severity, message, fixes }) => (
        <li key={`${code} ${at} ${subject ?? ""}`} data-severity={severity}>
          <Icon name={severity} />
          <p>
            <Hidden>{severity}: </Hidden>
            <Marked text={message} />{" "}
            {fixes?.map((fix) => (
              <Button
                key={fix.title}
                look="link"
                onClick={() => {
                  actions.applyFix(fix)
                  actions.announce(`Done: ${fix.title}`)
                }}
              >
                {fix.title}
              </Button>
            ))}
          </p>
        </li>
      ))}
      {problems.length > shown && <li>{problems.length - shown} more in Problems.</li>}
    </ul>
  )
}
