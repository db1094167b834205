import { useId, useLayoutEffect, useRef } from "react"
import { type JsonObject, parseItem } from "../../policy/index.ts"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./form.module.css"
import type { Read } from "./useJsonText.ts"

interface JsonFieldProps {
  name: string
  text: string
  /** Why the text doesn't count. */
  problem: string | undefined
  onType: (text: string) => void
}

/** An item as JSON, edited in its place. */
export function JsonField({ name, text, problem, onType }: JsonFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const before = useRef(text)
  const problemId = useId()
  useLayoutEffect(() => {
    const change = before.current
    before.current = text
    if (change === text || field.current !== document.activeElement) return
    // Undo wrote the text anew: the caret goes to where it changed.
    const end = changedUntil(change, text)
    if (field.current?.selectionStart === text.length) field.current.setSelectionRange(end, end)
  }, [text])
  return (
    <>
      <textarea
        ref={field}
        className={styles.raw}
        aria-label={`${name} as JSON`}
        aria-invalid={problem !== undefined}
        aria-describedby={problemId}
        data-committed={problem === undefined ? "" : undefined}
        value={text}
        rows={Math.min(24, text.split("\n").length)}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
      />
      <p id={problemId} className={styles.issue}>
        {problem !== undefined && (
          <>
            <Marked text={problem} /> <span>The output still shows the last valid version.</span>
          </>
        )}
      </p>
    </>
  )
}

/** Reads an item's text. Any issue keeps it from counting: all of them mean that something would be lost. */
export function readItem(text: string): Read<JsonObject> {
  const { value, issues } = parseItem(text)
  const [issue] = issues
  if (!issue && value) return { value }
  const line = issue?.range ? `Line ${issue.range.line}: ` : ""
  return { problem: `${line}${issue?.message ?? ""}` }
}

/** How far the new text differs from the old one. */
function changedUntil(old: string, text: string): number {
  const most = Math.min(old.length, text.length)
  let same = 0
  while (same < most && old.at(-1 - same) === text.at(-1 - same)) same++
  return text.length - same
}
