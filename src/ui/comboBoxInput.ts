import type { ClipboardEvent, KeyboardEvent, ReactNode } from "react"
import styles from "./ComboBox.module.css"

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
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
}

/** What the plain field and the full one share. */
export function inputProps({ id, label, placeholder, invalid, onPaste }: ComboBoxProps) {
  return {
    id,
    className: styles.input,
    "aria-label": label,
    "aria-invalid": invalid,
    "aria-describedby": `${id}-status`,
    placeholder,
    autoComplete: "off",
    autoCapitalize: "none",
    spellCheck: false,
    ...(onPaste && { onPaste }),
  } as const
}

/** Enter that nothing else took: what is typed. */
export function onEnterKey({ onEnter }: ComboBoxProps) {
  return (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key !== "Enter" || event.nativeEvent.isComposing || event.defaultPrevented) return
    event.preventDefault()
    onEnter(event.currentTarget.value)
  }
}
