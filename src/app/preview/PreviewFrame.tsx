import { type ReactNode, Suspense } from "react"
import { Button } from "../../ui/Button.tsx"
import { Icon } from "../../ui/Icon.tsx"
import page from "../app.module.css"
import styles from "./preview.module.css"

interface PreviewFrameProps {
  /** What is looked at; absent while that isn't known. */
  kind?: string
  onOpen?: () => void
  settings: ReactNode
  output: ReactNode
  problems: ReactNode
}

/** A preview's bar and areas; what their code is still missing for comes by itself. */
export function PreviewFrame({ kind, onOpen, settings, output, problems }: PreviewFrameProps) {
  return (
    <div className={page.page}>
      <header className={page.bar} data-preview>
        <h1>
          <Icon name="mark" />
          <span>Preview</span>
        </h1>
        <span className={page.wide}>{kind}</span>
        <span className={page.gap} />
        <a className={styles.quietLink} href="#/">
          Your own draft
        </a>
        <Button look="primary" onClick={onOpen}>
          Open in editor
        </Button>
      </header>
      <main className={styles.preview}>
        <section aria-label="Settings" className={styles.previewSettings}>
          <Suspense>{settings}</Suspense>
        </section>
        <section aria-label="Output" className={styles.previewOutput}>
          <Suspense>{output}</Suspense>
        </section>
        <section aria-label="Problems" className={styles.previewProblems}>
          <Suspense>{problems}</Suspense>
        </section>
      </main>
    </div>
  )
}
