import { Component, type ReactNode } from "react"
import { browserPage } from "../commands/page.ts"
import { formatConfig } from "../policy/index.ts"
import type { EditorStore } from "../store/store.ts"
import { Button } from "../ui/Button.tsx"
import styles from "./app.module.css"

interface Props {
  store: EditorStore
  children: ReactNode
}

/** When the editor itself fails: the settings are not lost, and the page says how to go on. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    const { history, getState } = this.props.store
    return (
      <main className={styles.failed}>
        <h1>The editor failed to show this.</h1>
        <p>
          That is our fault, not yours. Your settings are saved in this browser. Take back the last
          change, or download the settings and reload the page.
        </p>
        <p>
          <code>{error.message}</code>
        </p>
        <p className={styles.actions}>
          <Button
            look="primary"
            onClick={() => {
              history.undo()
              this.setState({ error: undefined })
            }}
          >
            Undo the last change
          </Button>
          <Button
            look="line"
            onClick={() =>
              browserPage.download(
                "jets-iam.json",
                "application/json",
                formatConfig(getState().draft.config),
              )
            }
          >
            Download the settings
          </Button>
        </p>
      </main>
    )
  }
}
