import { useEffect, useId, useRef } from "react"
import { useStore } from "zustand"
import type { Diagnostic } from "../policy/index.ts"
import { checks } from "../store/checks.ts"
import { useEditor } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { TextInput } from "../ui/TextInput.tsx"
import styles from "./accepted.module.css"

interface AcceptFormProps {
  diagnostic: Diagnostic
  onClose: () => void
}

/** Asks why a finding is fine. */
export function AcceptForm({ diagnostic, onClose }: AcceptFormProps) {
  const { actions, settled } = useEditor()
  const code = useStore(checks, (state) => state.code)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  function accept() {
    const reason = field.current?.value.trim() ?? ""
    const [identity] = code?.identities(settled.getState().draft.config, [diagnostic]) ?? []
    if (identity === undefined) return
    onClose()
    actions.accept(identity, reason)
    actions.announce("Accepted. It is listed at the end, under Accepted.")
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        accept()
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose()
      }}
    >
      <label htmlFor={id}>Why is this fine?</label>
      <TextInput ref={field} id={id} maxLength={300} spellCheck autoCapitalize="sentences" />
      <Button type="submit" look="line">
        Accept it
      </Button>
      <Button onClick={onClose}>Cancel</Button>
      <p>Kept with your draft in this browser. No link and no file holds it.</p>
    </form>
  )
}
