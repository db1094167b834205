import { useEffect, useMemo, useState } from "react"
import type { OutputFormat, OutputPart } from "../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../store/context.tsx"
import { lazyPart, useLazyPart } from "../ui/lazy.ts"
import { whenIdle } from "../ui/schedule.ts"
import type { Block } from "./blocks.ts"
import type { BlockMarks } from "./marks.ts"

const marksPart = lazyPart(() => import("./marks.ts"))

const none: BlockMarks = new Map()

/** The last marks, until there are others. */
function createLast() {
  let last = none
  return (marks: BlockMarks | undefined) => {
    if (marks) last = marks
    return last
  }
}

/**
 * The marks of the lines that differ from the base's, by block. They follow a key and never hold one up: until
 * the draft is painted, each block keeps those that it had.
 */
export function useMarks(
  format: OutputFormat,
  parts: readonly OutputPart[],
  blocks: readonly Block[],
): BlockMarks {
  const { derived } = useEditor()
  const draft = useEditorState((state) => state.draft)
  const base = useEditorState((state) => state.base)
  const scope = useEditorState((state) => state.scope)
  const isSettled = useSettledDraft() === draft
  const mayDiffer = base !== undefined || Object.keys(draft.config).length > 0
  useEffect(() => (mayDiffer ? whenIdle(marksPart.warm) : undefined), [mayDiffer])
  const code = useLazyPart(marksPart)
  const [lastOf] = useState(createLast)
  const { baseline } = draft
  const marks = useMemo(
    () =>
      code && isSettled
        ? code.marksOf(derived.baseParts(base, baseline, scope, format), parts)
        : undefined,
    [code, isSettled, derived, base, baseline, scope, format, parts],
  )
  const cut = useMemo(() => code && marks && code.cutToBlocks(marks, blocks), [code, marks, blocks])
  return lastOf(code && cut && code.keepSame(lastOf(undefined), cut))
}
