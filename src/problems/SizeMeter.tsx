import { useState } from "react"
import { measureRole } from "../policy/index.ts"
import { useEditor, useSettledDraft } from "../store/context.tsx"
import styles from "./problems.module.css"
import { SizeShares } from "./SizeShares.tsx"

/** How much of IAM's quotas the role takes: seen before they are hit. */
export function SizeMeter() {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const [asked, ask] = useState<object | undefined>()
  const { inlineCharacters, inlineQuota, managedPolicies, managedQuota } = derived.size(
    measureRole,
    draft,
  )
  return (
    <div className={styles.sizes}>
      <span className={styles.size} data-over={managedPolicies > managedQuota || undefined}>
        Managed policies{" "}
        <span>
          {managedPolicies} of {managedQuota}
        </span>
      </span>
      <button
        type="button"
        className={styles.size}
        data-over={inlineCharacters > inlineQuota || undefined}
        title="What each item takes of it"
        onClick={() => ask({})}
      >
        Inline policies
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${Math.min(100, (100 * inlineCharacters) / inlineQuota)}%` }} />
        </span>
        <span>
          {number(inlineCharacters)} of {number(inlineQuota)}
          <span className={styles.unit}> characters</span>
        </span>
      </button>
      <SizeShares asked={asked} />
    </div>
  )
}

const number = (value: number) => value.toLocaleString("en")
