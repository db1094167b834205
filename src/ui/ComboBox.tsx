import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react"
import styles from "./ComboBox.module.css"
import { lazyPart, useLazyPart } from "./lazy.ts"

export interface ComboChoice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

export interface ComboBoxProps {
  id: string
  label: string
  placeholder: string
  value: string
  onChange: (value: string) => void
  choices: readonly ComboChoice[]
  /** A line above the choices: what the text becomes, or what is wrong with it. */
  status: ReactNode
  invalid: boolean
  /** Enter on what is typed, or a choice. */
  onEnter: (value: string) => void
  onFocus: () => void
}

/** The choices' own code: warmed when the box is likely to be wanted. */
export const comboBoxPart = lazyPart(() => import("./ComboBoxList.tsx"))

/**
 * A text field with choices. Until their code has come it is a plain field of the same name; what was typed
 * there, the focus and the caret stay.
 */
export function ComboBox(props: ComboBoxProps) {
  const part = useLazyPart(comboBoxPart)
  const [composing, setComposing] = useState(false)
  const caret = useRef<{ start: number | null; end: number | null } | undefined>(undefined)
  const box = useRef<HTMLDivElement>(null)
  const full = part !== undefined && !composing

  useLayoutEffect(() => {
    const input = box.current?.querySelector("input")
    const at = caret.current
    if (!full || !input || !at) return
    input.focus()
    input.setSelectionRange(at.start, at.end)
  }, [full])

  const remember = (input: HTMLInputElement) => {
    caret.current = { start: input.selectionStart, end: input.selectionEnd }
  }
  return (
    <div ref={box} className={styles.box}>
      {full ? (
        <part.ComboBoxList {...props} />
      ) : (
        <input
          {...inputProps(props)}
          role="combobox"
          aria-expanded={false}
          aria-controls={`${props.id}-choices`}
          value={props.value}
          onChange={(event) => {
            props.onChange(event.target.value)
            remember(event.target)
          }}
          onFocus={(event) => {
            comboBoxPart.warm()
            props.onFocus()
            remember(event.currentTarget)
          }}
          onSelect={(event) => remember(event.currentTarget)}
          onBlur={() => {
            caret.current = undefined
          }}
          onPointerEnter={comboBoxPart.warm}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={onEnterKey(props)}
        />
      )}
    </div>
  )
}

/** What the plain field and the full one share. */
export function inputProps({ id, label, placeholder, invalid }: ComboBoxProps) {
  return {
    id,
    className: styles.input,
    "aria-label": label,
    "aria-invalid": invalid,
    placeholder,
    autoComplete: "off",
    autoCapitalize: "none",
    spellCheck: false,
  } as const
}

/** Enter that nothing else took: what is typed. */
export function onEnterKey({ onEnter }: ComboBoxProps) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.defaultPrevented) return
    event.preventDefault()
    onEnter(event.currentTarget.value)
  }
}
