import { lazy, type ReactNode, Suspense, useEffect, useState } from "react"
import { useStore } from "zustand"
import { useShortcuts } from "../commands/context.tsx"
import { EditorPane } from "../editor/EditorPane.tsx"
import { OutputPane } from "../output/OutputPane.tsx"
import { checks } from "../store/checks.ts"
import { useEditor } from "../store/context.tsx"
import { comboBoxPart } from "../ui/ComboBox.tsx"
import { menuPart } from "../ui/MenuButton.tsx"
import { popupsId } from "../ui/popups.ts"
import { whenIdle } from "../ui/schedule.ts"
import { Announcer } from "./Announcer.tsx"
import styles from "./app.module.css"
import { Layout } from "./Layout.tsx"
import { useLight } from "./light/useLight.ts"
import { NoticeBar } from "./NoticeBar.tsx"
import { Problems } from "./Problems.ts"
import { StorePage } from "./StorePage.tsx"
import { theEditor } from "./start.ts"
import { TopBar } from "./TopBar.tsx"
import { useFileDrop } from "./useFileDrop.ts"

const Dialogs = lazy(async () => ({ default: (await import("./Dialogs.tsx")).Dialogs }))

/** What nobody has asked for yet: its code comes once the page stands. */
function Later({ children }: { children: ReactNode }) {
  const [stands, setStands] = useState(false)
  useEffect(() => whenIdle(() => setStands(true)), [])
  return stands && <Suspense>{children}</Suspense>
}

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
  const { actions, getState } = useEditor()
  useShortcuts()
  useLight()
  useFileDrop()
  useEffect(() => whenIdle(() => actions.wantCatalog("services")), [actions])
  const isJudging = useStore(checks, ({ code }) => code !== undefined)
  useEffect(() => {
    // On a slow line the problems come first; who opens JSON at once waits for Monaco, not for these.
    if (!isJudging) return
    return whenIdle(() => {
      if (getState().editorTab !== "form") return
      comboBoxPart.warm()
      menuPart.warm()
    })
  }, [isJudging, getState])
  // A dialog that was open when the page was left doesn't open again with it.
  useEffect(() => () => actions.focus(undefined), [actions])
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
      <Later>
        <Dialogs />
      </Later>
      <Announcer />
    </div>
  )
}
