import { useEffect, useRef } from "react"
import { shortcuts } from "../commands/commands.ts"
import { keysOf } from "../commands/shortcut.ts"
import { useEditorState } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import styles from "./app.module.css"

/** The keys of all commands. */
export function ShortcutsDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const focused = useEditorState((state) => state.focused)
  useEffect(() => {
    if (focused?.on === "shortcuts") dialog.current?.showModal()
  }, [focused])
  const mac = /Mac|iP/.test(navigator.platform)
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="shortcuts-title" closedby="any">
      <header>
        <h2 id="shortcuts-title">Keyboard shortcuts</h2>
        <Button icon="close" aria-label="Close" onClick={() => dialog.current?.close()} />
      </header>
      <dl>
        {shortcuts.map(({ id, command, shortcut }) => (
          <div key={id}>
            <dt>{command.label}</dt>
            <dd>
              <kbd>{keysOf(shortcut, mac)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
