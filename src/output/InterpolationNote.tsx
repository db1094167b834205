import { useMemo } from "react"
import { interpolatedIn, interpolationWords } from "../commands/interpolation.ts"
import { useEditorState, useSettledDraft } from "../store/context.tsx"
import { Warning } from "../ui/Warning.tsx"
import styles from "./interpolation.module.css"

/** What of the output AWS wouldn't understand as it stands. It follows a key, and never holds one up. */
export function InterpolationNote() {
  const draft = useSettledDraft()
  const scope = useEditorState((state) => state.scope)
  const count = useMemo(() => interpolatedIn(draft, scope), [draft, scope])
  if (count === 0) return null
  const [they, them] = count === 1 ? ["it stands", "it"] : ["they stand", "them"]
  return (
    <div role="note" className={styles.note}>
      <Warning>
        {interpolationWords(count)}: AWS takes {them} as {they}. Replace {them} before you use this
        text outside Jets.
      </Warning>
    </div>
  )
}
