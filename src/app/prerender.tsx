import type { ReactNode } from "react"
import { prerender } from "react-dom/static"
import { fullEditing } from "../store/fullEditing.ts"
import { createEditorStore } from "../store/store.ts"
import styles from "./app.module.css"
import { catalogSource } from "./catalogSource.ts"
import { Editor } from "./EditorPage.tsx"
import { Layout } from "./Layout.tsx"
import { PreviewFrame } from "./preview/PreviewFrame.tsx"
import { StorePage } from "./StorePage.tsx"
import { TopBar } from "./TopBar.tsx"

/**
 * What index.html shows before React runs; the build puts it there (.ci/firstScreen.ts) and boot.ts chooses. The
 * editor is just what React renders for a new start, so that React takes it over as it stands.
 */
export async function prerenderPages() {
  return {
    editor: await htmlOf(<Editor />),
    editorShell: await htmlOf(
      <div className={styles.page}>
        <TopBar />
        <main className={styles.main}>
          <Layout settings={null} output={null} problems={null} />
        </main>
      </div>,
    ),
    previewShell: await htmlOf(<PreviewFrame settings={null} output={null} problems={null} />),
  }
}

async function htmlOf(page: ReactNode): Promise<string> {
  const store = createEditorStore({
    editing: fullEditing,
    now: () => 0,
    catalog: catalogSource,
    afterPaint: () => () => {},
  })
  const { prelude } = await prerender(<StorePage store={store}>{page}</StorePage>, {
    // All of it in its place: what is said later is put there by scripts.
    progressiveChunkSize: Number.POSITIVE_INFINITY,
  })
  return new Response(prelude).text()
}
