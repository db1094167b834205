import { Tabs } from "../ui/Tabs.tsx"
import styles from "./editor.module.css"
import { FormView } from "./form/FormView.tsx"

/** The ways in. */
export function EditorPane() {
  return (
    <div className={styles.pane}>
      <Tabs
        label="Editor"
        tabs={[{ id: "form", label: "Form" }]}
        selected="form"
        onSelect={() => {}}
        panelId="editor-panel"
      />
      <div id="editor-panel" role="tabpanel" aria-label="Form" className={styles.scroll}>
        <FormView />
      </div>
    </div>
  )
}
