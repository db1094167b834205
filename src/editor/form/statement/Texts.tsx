import { useContext, useId, useRef, useState } from "react"
import type { Pointer } from "../../../policy/index.ts"
import { Button } from "../../../ui/Button.tsx"
import { ComboBox } from "../../../ui/ComboBox.tsx"
import type { ComboChoice } from "../../../ui/comboBoxInput.ts"
import { Icon } from "../../../ui/Icon.tsx"
import { blankIn, fillIn } from "./blanks.ts"
import { ItemProblems } from "./itemProblems.ts"
import styles from "./statement.module.css"

interface TextsProps {
  /** What they are together ("Action"), and one of them ("action"). */
  name: string
  one: string
  texts: readonly string[]
  /** The place of one of them in the settings. */
  placeOf: (index: number) => Pointer
  onChange: (texts: readonly string[]) => void
  choices?: (query: string) => readonly ComboChoice[]
  onFocus?: () => void
  /** Whether blanks and commas part what is typed, as between actions. */
  parted?: boolean
  placeholder?: string
}

const noChoices = (): readonly ComboChoice[] => []

/** A list of short texts: each can be changed in its place and removed, more are typed or pasted behind them. */
export function Texts({
  name,
  one,
  texts,
  placeOf,
  onChange,
  choices = noChoices,
  onFocus = () => {},
  parted = false,
  placeholder = "",
}: TextsProps) {
  const id = useId()
  const problems = useContext(ItemProblems)
  const list = useRef<HTMLUListElement>(null)
  const [typed, setTyped] = useState("")
  const [edited, setEdited] = useState<number | undefined>()

  const focusOn = (index: number) =>
    requestAnimationFrame(() => {
      const rows = list.current?.querySelectorAll<HTMLElement>("[data-text]")
      const control = rows?.[Math.min(index, rows.length - 1)] ?? document.getElementById(id)
      control?.focus()
    })
  const add = (from: string) => {
    const added = parted ? from.split(/[\s,]+/).filter((text) => text !== "") : [from]
    if (added.length === 0 || from === "") return
    if (blankIn(from)) {
      fillIn(id, () => setTyped(from))
      return
    }
    onChange([...texts, ...added])
    setTyped("")
  }
  const remove = (index: number) => {
    onChange(texts.toSpliced(index, 1))
    focusOn(index)
  }
  return (
    <div className={styles.texts} data-combo-anchor>
      <ul ref={list} aria-label={name}>
        {texts.map((text, index) => {
          const at = placeOf(index)
          const problem = problems.find((one) => one.at === at)
          return (
            <li key={index} data-place={at} data-severity={problem?.severity}>
              {edited === index ? (
                <EditOne
                  text={text}
                  one={one}
                  onDone={(next, byKey) => {
                    if (next !== undefined && next !== text) onChange(texts.with(index, next))
                    setEdited(undefined)
                    if (byKey) focusOn(index)
                  }}
                />
              ) : (
                <>
                  <button
                    type="button"
                    data-text
                    className={styles.one}
                    title={problem?.message ?? `Change ${text}`}
                    onClick={() => setEdited(index)}
                    onKeyDown={(event) => {
                      if (event.key === "Delete" || event.key === "Backspace") remove(index)
                    }}
                  >
                    {text === "" ? '""' : text}
                  </button>
                  <button
                    type="button"
                    className={styles.removeOne}
                    aria-label={`Remove ${text}`}
                    onClick={() => remove(index)}
                  >
                    <Icon name="close" />
                  </button>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <div className={styles.more}>
        <ComboBox
          id={id}
          label={`Add ${/^[aeio]/.test(one) ? "an" : "a"} ${one}`}
          placeholder={placeholder}
          value={typed}
          onChange={setTyped}
          choices={choices(typed.trim())}
          status={
            typed.trim() === ""
              ? ""
              : blankIn(typed)
                ? `Fill in ${blankIn(typed)}.`
                : `Enter adds it to ${name}.`
          }
          invalid={false}
          onEnter={add}
          onFocus={onFocus}
        />
        {typed.trim() !== "" && (
          <Button look="link" onClick={() => add(typed)}>
            Add
          </Button>
        )}
      </div>
    </div>
  )
}

/** One text while it is changed: Enter or leaving it keeps the change, Escape doesn't. */
function EditOne({
  text,
  one,
  onDone,
}: {
  text: string
  one: string
  onDone: (text: string | undefined, byKey: boolean) => void
}) {
  const [value, setValue] = useState(text)
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the field opens because a person asked to change this text
      autoFocus
      className={styles.edited}
      aria-label={`Change ${one} ${text}`}
      value={value}
      size={Math.max(8, value.length + 1)}
      spellCheck={false}
      autoCapitalize="none"
      autoComplete="off"
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => onDone(value, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !["Enter", "Escape"].includes(event.key)) return
        event.preventDefault()
        event.stopPropagation()
        onDone(event.key === "Enter" ? value : undefined, true)
      }}
    />
  )
}
