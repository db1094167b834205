import { Suspense, useEffect } from "react"
import { useShortcuts } from "../commands/context.tsx"
import { EditorPane } from "../editor/EditorPane.tsx"
import { OutputPane } from "../output/OutputPane.tsx"
import { ShareDialog } from "../output/ShareDialog.tsx"
import { useEditor } from "../store/context.tsx"
import { comboBoxPart } from "../ui/ComboBox.tsx"
import { menuPart } from "../ui/MenuButton.tsx"
import { popupsId } from "../ui/popups.ts"
import { whenIdle } from "../ui/schedule.ts"
import { Announcer } from "./Announcer.tsx"
import styles from "./app.module.css"
import { DraftsDialog } from "./DraftsDialog.tsx"
import { Layout } from "./Layout.tsx"
import { useLight } from "./light/useLight.ts"
import { NoticeBar } from "./NoticeBar.tsx"
import { Problems } from "./Problems.ts"
import { ShortcutsDialog } from "./ShortcutsDialog.tsx"
import { StorePage } from "./StorePage.tsx"
import { theEditor } from "./start.ts"
import { TopBar } from "./TopBar.tsx"

/** The editor: one's own draft. */
export function EditorPage() {
  return (
    <StorePage store={theEditor()}>
      <Editor />
    </StorePage>
  )
}

/** The editor of the store around it. */
export function Editor() {
  const { actions } = useEditor()
  useShortcuts()
  useLight()
  useEffect(
    () =>
      whenIdle(() => {
        actions.wantCatalog("services")
        comboBoxPart.warm()
        menuPart.warm()
      }),
    [actions],
  )
  return (
    <div className={styles.page}>
      <TopBar />
      <main className={styles.main}>
        <Layout
          settings={<EditorPane />}
          output={<OutputPane />}
          problems={
            <Suspense>
              <Problems />
            </Suspense>
          }
        />
        <div id={popupsId} />
      </main>
      <NoticeBar />
      <ShortcutsDialog />
      <ShareDialog />
      <DraftsDialog />
      <Announcer />
    </div>
  )
}
