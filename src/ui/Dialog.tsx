import { type ReactNode, useEffect, useId, useRef, useState } from "react"
import { Button } from "./Button.tsx"
import styles from "./Dialog.module.css"

interface DialogProps {
  /** A new object opens it. */
  asked: object | undefined
  title: string
  wide?: boolean
  /** Rendered while it is open. */
  children: (close: () => void) => ReactNode
}

/** A dialog of the browser's own: Escape, a click beside it or Close close it, and the focus goes back. */
export function Dialog({ asked, title, wide = false, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [open, setOpen] = useState(false)
  useEffect(() => {
    if (asked) setOpen(true)
  }, [asked])
  useEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  if (!open) return null
  const close = () => dialog.current?.close()
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={wide || undefined}
      aria-labelledby={titleId}
      closedby="any"
      onClose={() => setOpen(false)}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <Button icon="close" aria-label="Close" onClick={close} />
      </header>
      {children(close)}
    </dialog>
  )
}
