import type { Issue } from "../policy/index.ts"
import { useEditor, useSettledText } from "../store/context.tsx"

/** What is wrong with the JSON that a person typed. */
export interface TextIssues {
  readonly issues: readonly Issue[]
  /** Whether it can't be read, so that all else is about the last valid settings. */
  readonly isStale: boolean
}

const none: TextIssues = { issues: [], isStale: false }

export function useTextIssues(): TextIssues {
  const { derived } = useEditor()
  const text = useSettledText()
  if (text === undefined) return none
  const { value, issues } = derived.read(text)
  return { issues, isStale: value === undefined }
}
