import { useId, useLayoutEffect, useMemo, useRef, useState } from "react"
import { type Issue, type JsonValue, parseItem } from "../../policy/index.ts"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./form.module.css"

interface JsonFieldProps {
  name: string
  value: JsonValue
  onChange: (value: JsonValue) => void
  /** Whether what stands in the field counts. */
  onValid: (valid: boolean) => void
}

/** Texts that don't count yet, by the item that they were typed for: a row that is moved may be made anew. */
const waiting = new WeakMap<object, string>()

/** The text that waits in an item's field until it is valid. */
export function waitingText(value: JsonValue): string | undefined {
  return typeof value === "object" && value !== null ? waiting.get(value) : undefined
}

function keepWaiting(value: JsonValue, text: string | undefined) {
  if (typeof value !== "object" || value === null) return
  if (text === undefined) waiting.delete(value)
  else waiting.set(value, text)
}

/**
 * An item as JSON, edited in its place. What is valid counts at once; what is not stays in the field, and the
 * settings keep the last valid state.
 */
export function JsonField({ name, value, onChange, onValid }: JsonFieldProps) {
  const [text, setText] = useState(() => waitingText(value) ?? written(value))
  const [known, setKnown] = useState(value)
  const field = useRef<HTMLTextAreaElement>(null)
  const before = useRef(text)
  const issueId = useId()
  const issue = useMemo(() => firstIssue(text), [text])

  if (value !== known) {
    setKnown(value)
    setText(written(value))
    keepWaiting(value, undefined)
    onValid(true)
  }
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
        aria-invalid={issue !== undefined}
        aria-describedby={issueId}
        data-committed={issue ? undefined : ""}
        value={text}
        rows={Math.min(24, text.split("\n").length)}
        spellCheck={false}
        autoCapitalize="none"
        autoComplete="off"
        onChange={(event) => {
          const next = event.target.value
          setText(next)
          const read = parseItem(next)
          const valid = read.value !== undefined && read.issues.length === 0
          onValid(valid)
          keepWaiting(value, valid ? undefined : next)
          if (!read.value || !valid) return
          setKnown(read.value)
          onChange(read.value)
        }}
      />
      <p id={issueId} className={styles.issue}>
        {issue && (
          <>
            {issue.range && `Line ${issue.range.line}: `}
            <Marked text={issue.message} />{" "}
            <span>The output still shows the last valid version.</span>
          </>
        )}
      </p>
    </>
  )
}

const written = (value: JsonValue) => JSON.stringify(value, null, 2)

/** What keeps a text from counting: any issue, since all of them mean that something would be lost. */
function firstIssue(text: string): Issue | undefined {
  return parseItem(text).issues[0]
}

/** How far the new text differs from the old one. */
function changedUntil(old: string, text: string): number {
  const most = Math.min(old.length, text.length)
  let same = 0
  while (same < most && old.at(-1 - same) === text.at(-1 - same)) same++
  return text.length - same
}
