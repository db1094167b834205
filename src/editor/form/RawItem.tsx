import { useId, useState } from "react"
import { type Issue, type JsonValue, parseItem } from "../../policy/index.ts"
import styles from "./form.module.css"

interface RawItemProps {
  name: string
  value: JsonValue
  onChange: (value: JsonValue) => void
}

/**
 * An item as JSON, edited in its place. What is valid counts at once; what is not stays in the field, and the
 * settings keep the last valid state.
 */
export function RawItem({ name, value, onChange }: RawItemProps) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2))
  const [known, setKnown] = useState(value)
  const issueId = useId()
  const issue = firstIssue(text)

  if (value !== known) {
    setKnown(value)
    setText(JSON.stringify(value, null, 2))
  }
  return (
    <>
      <textarea
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
          if (read.value === undefined || firstIssue(next)) return
          setKnown(read.value)
          onChange(read.value)
        }}
      />
      <p id={issueId} className={styles.issue}>
        {issue && (
          <>
            {issue.range && `Line ${issue.range.line}: `}
            {issue.message} <span>The role keeps the last valid state.</span>
          </>
        )}
      </p>
    </>
  )
}

/** What keeps a text from counting: any issue, since all of them mean that something would be lost. */
function firstIssue(text: string): Issue | undefined {
  return parseItem(text).issues[0]
}
