import { type RefObject, useEffect, useId, useLayoutEffect, useRef } from "react"
import { useEditor, useEditorState, useSettledText } from "../../store/context.tsx"
import { Marked } from "../../ui/Marked.tsx"
import { changeBetween } from "./changeBetween.ts"
import styles from "./json.module.css"
import { placesIn } from "./places.ts"
import { offsetsOf } from "./textRange.ts"

interface JsonTextProps {
  field: RefObject<HTMLTextAreaElement | null>
  /** Whether what is wrong with the text is said below it. */
  withIssues: boolean
}

/** The settings' text in a plain field: on touch screens, and until Monaco has come. */
export function JsonText({ field, withIssues }: JsonTextProps) {
  const { actions, derived } = useEditor()
  const typed = useEditorState((state) => state.text)
  const config = useEditorState((state) => state.draft.config)
  const revealed = useEditorState((state) => state.revealed)
  const text = typed ?? derived.written(config)
  const issuesId = useId()
  useCaretAtChange(field, text)
  // Only what is asked for anew is gone to.
  useEffect(() => {
    if (!revealed || !field.current) return
    const { at, range } = revealed
    const span = range ? offsetsOf(text, range) : placesIn(text)(at).value
    select(field.current, span.start, span.end)
  }, [revealed])
  return (
    <div className={styles.plain}>
      <textarea
        ref={field}
        className={styles.text}
        aria-label="Settings as JSON"
        aria-describedby={withIssues ? issuesId : undefined}
        data-committed=""
        value={text}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        autoComplete="off"
        style={withIssues ? undefined : { paddingLeft: besideNumbers(text) }}
        onChange={(event) => actions.typeJson(event.target.value)}
      />
      {withIssues && <Issues id={issuesId} />}
    </div>
  )
}

function Issues({ id }: { id: string }) {
  const { derived } = useEditor()
  const text = useSettledText()
  const issues = text === undefined ? [] : derived.read(text).issues
  return (
    <ul id={id} className={styles.issues} aria-label="Problems of the text">
      {issues.map(({ code, severity = "error", message, range }) => (
        <li key={`${code} ${range?.line} ${range?.column}`} data-severity={severity}>
          {range && `Line ${range.line}: `}
          <Marked text={message} />
        </li>
      ))}
    </ul>
  )
}

/** Undo writes the text anew: the caret goes to where it changed. */
function useCaretAtChange(field: RefObject<HTMLTextAreaElement | null>, text: string) {
  const before = useRef(text)
  useLayoutEffect(() => {
    const change = changeBetween(before.current, text)
    before.current = text
    const input = field.current
    if (!change || !input || input !== document.activeElement) return
    if (input.selectionStart !== text.length) return
    const end = change.start + change.text.length
    input.setSelectionRange(end, end)
  }, [field, text])
}

/** Where the text begins in Monaco: its line numbers stand before it. */
function besideNumbers(text: string): string {
  const lines = String(text.split("\n").length)
  return `calc(${Math.max(4, lines.length)}ch + 26px)`
}

function select(field: HTMLTextAreaElement, start: number, end: number) {
  const line = field.value.slice(0, start).split("\n").length - 1
  field.focus()
  field.setSelectionRange(start, end)
  field.scrollTop = line * Number.parseFloat(getComputedStyle(field).lineHeight) - 60
}
