import { useLayoutEffect, useRef, useState } from "react"
import styles from "./ComboBox.module.css"
import { type ComboBoxProps, inputProps, onEnterKey } from "./comboBoxInput.ts"
import { lazyPart, useLazyPart } from "./lazy.ts"

/** The choices' own code: warmed when the box is likely to be wanted. */
export const comboBoxPart = lazyPart(() => import("./ComboBoxList.tsx"))

/**
 * A text field with choices. Until their code has come it is a plain field of the same name; what was typed
 * there, the focus and the caret stay.
 */
export function ComboBox(props: ComboBoxProps) {
  const part = useLazyPart(comboBoxPart)
  const [composing, setComposing] = useState(false)
  const [focused, setFocused] = useState(false)
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
        <part.ComboBoxList {...props} startsOpen={focused && props.value !== ""} />
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
            setFocused(true)
            remember(event.currentTarget)
          }}
          onSelect={(event) => remember(event.currentTarget)}
          onBlur={() => {
            setFocused(false)
            caret.current = undefined
          }}
          onPointerEnter={comboBoxPart.warm}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          onKeyDown={(event) => {
            // Who closes what hasn't opened yet doesn't want it.
            if (event.key === "Escape") setFocused(false)
            onEnterKey(props)(event)
          }}
        />
      )}
    </div>
  )
}
