import type { Shared } from "../../link/shared.ts"
import {
  type Draft,
  describeRole,
  differences,
  type Issue,
  summarizeDraft,
} from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { Marked } from "../../ui/Marked.tsx"
import { Warning } from "../../ui/Warning.tsx"
import { Differences } from "./Differences.tsx"
import styles from "./preview.module.css"

/** What somebody's settings are, in a sentence and item by item. */
export function PreviewSettings({ shared, issues }: { shared: Shared; issues: readonly Issue[] }) {
  const { base } = shared
  const catalog = useEditorState((state) => state.catalog)
  return (
    <>
      {issues.map(({ message }) => (
        <Warning key={message}>
          <Marked text={message} />
        </Warning>
      ))}
      <p className={styles.sentence}>
        <Marked text={describeRole(shared, catalog, "others")} />
      </p>
      <p className={styles.summary}>{base ? reviewOf(shared, base) : summaryOf(shared)}</p>
      <Differences draft={shared} base={base} />
    </>
  )
}

function summaryOf(shared: Shared): string {
  return differences(shared).length === 0
    ? "Jets' defaults, with nothing added and nothing removed."
    : `Jets' defaults, with ${summarizeDraft(shared)}.`
}

function reviewOf(shared: Shared, base: Draft): string {
  return differences(shared, base).length === 0
    ? `A proposal that changes no item of its base (${summarizeDraft(base)}).`
    : `A proposal. Here is what it changes in its base (${summarizeDraft(base)}), and which problems are new.`
}
