import { Activity, useState } from "react"
import { useEditor, useEditorState } from "../store/context.tsx"
import type { EditorTab } from "../store/state.ts"
import { type Tab, Tabs } from "../ui/Tabs.tsx"
import styles from "./editor.module.css"
import { FormView } from "./form/FormView.tsx"
import { JsonView, warmMonaco } from "./json/JsonView.tsx"
import { useWarmMonaco } from "./json/useWarmMonaco.ts"

const tabs: readonly Tab<EditorTab>[] = [
  { id: "form", label: "Form" },
  { id: "json", label: "JSON" },
]

/** The ways in. */
export function EditorPane() {
  const { actions } = useEditor()
  const open = useEditorState((state) => state.editorTab)
  useWarmMonaco()
  return (
    <div className={styles.pane}>
      <Tabs
        label="Editor"
        tabs={tabs}
        selected={open}
        onSelect={actions.showEditor}
        onNear={(id) => {
          if (id === "json") warmMonaco()
        }}
        panelId="editor-panel"
      />
      <div
        id="editor-panel"
        role="tabpanel"
        aria-label={tabs.find(({ id }) => id === open)?.label}
        className={styles.panel}
      >
        <KeptForm isOpen={open === "form"} />
        {open === "json" && <JsonView />}
      </div>
    </div>
  )
}

/**
 * The form, from the first time that it is open. Behind the other tab it rests: a raw text in it that isn't
 * valid yet stays, and no key in the JSON renders it.
 */
function KeptForm({ isOpen }: { isOpen: boolean }) {
  const [wasOpen, setWasOpen] = useState(isOpen)
  if (isOpen && !wasOpen) setWasOpen(true)
  return wasOpen ? (
    <Activity mode={isOpen ? "visible" : "hidden"}>
      <div className={styles.scroll}>
        <FormView />
      </div>
    </Activity>
  ) : null
}
