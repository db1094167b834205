import { useState } from "react"
import { useCommand } from "../commands/context.tsx"
import { useEditor, useEditorState } from "../store/context.tsx"
import type { Saving } from "../store/state.ts"
import { Button } from "../ui/Button.tsx"
import { Icon } from "../ui/Icon.tsx"
import { useKeptFocus } from "../ui/keepFocus.ts"
import styles from "./app.module.css"

const notSaved: Readonly<Record<Exclude<Saving, "saved">, string>> = {
  full: "This browser's storage is full, so changes aren't saved. Download the settings before you close the tab.",
  blocked:
    "This browser blocks storage for this page, so changes aren't saved. Download the settings before you close the tab.",
}

/** What replaced much, with Undo beside it; and whether changes are saved. */
export function NoticeBar() {
  const { actions } = useEditor()
  const notice = useEditorState((state) => state.notice)
  const saving = useEditorState((state) => state.saving)
  const [seen, setSeen] = useState<Saving>("saved")
  const undo = useCommand("undo")
  const keptFocus = useKeptFocus(() => document.querySelector<HTMLElement>("[data-command]"))
  const settings = useCommand("downloadSettings")
  return (
    <div className={styles.notices} role="status" {...keptFocus}>
      {saving !== "saved" && saving !== seen && (
        <p className={styles.notice} data-warn>
          <Icon name="warning" />
          <span>{notSaved[saving]}</span>
          <Button look="link" onClick={settings.run}>
            {settings.label}
          </Button>
          <Button icon="close" aria-label="Dismiss" onClick={() => setSeen(saving)} />
        </p>
      )}
      {notice && (
        <p className={styles.notice}>
          <span>{notice.text}</span>
          {notice.undo && (
            <Button look="link" aria-label={`Undo: ${notice.text}`} onClick={undo.run}>
              Undo
            </Button>
          )}
          <Button icon="close" aria-label="Dismiss" onClick={actions.dismissNotice} />
        </p>
      )}
    </div>
  )
}
