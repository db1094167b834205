import { useState } from "react"
import { buildRole, summarizeDraft, toYaml } from "../policy/index.ts"
import { useAsked, useEditor, useEditorState } from "../store/context.tsx"
import { listDrafts, type SavedDraft } from "../store/persistence.ts"
import { Button } from "../ui/Button.tsx"
import { Dialog } from "../ui/Dialog.tsx"
import styles from "./drafts.module.css"
import { storages } from "./start.ts"

/** The drafts of this browser, to look at and to take back. */
export function DraftsDialog() {
  return (
    <Dialog asked={useAsked("drafts")} title="Earlier drafts" wide>
      {(close) => <Drafts onDone={close} />}
    </Dialog>
  )
}

function Drafts({ onDone }: { onDone: () => void }) {
  const { actions } = useEditor()
  const now = useEditorState((state) => state.draft)
  const [drafts] = useState(() => listDrafts(storages))
  const others = drafts.filter(
    ({ state }) => JSON.stringify(state.draft) !== JSON.stringify(now) || state.text !== undefined,
  )
  if (others.length === 0)
    return (
      <p>
        No other drafts yet. Each tab keeps its own draft in this browser, and what Reset or "Open
        in editor" replaces is kept here too.
      </p>
    )
  const takeBack = ({ savedAt, state }: SavedDraft) => {
    actions.replaceAll(state, `Took back the draft of ${timeOf(savedAt)}.`)
    onDone()
  }
  return (
    <ol className={styles.drafts}>
      {others.map((draft) => (
        <li key={draft.id}>
          <details>
            <summary>
              <time dateTime={new Date(draft.savedAt).toISOString()}>{timeOf(draft.savedAt)}</time>
              <span>{summaryOf(draft)}</span>
            </summary>
            <Look draft={draft} />
          </details>
          <Button
            look="line"
            aria-label={`Take back the draft of ${timeOf(draft.savedAt)}`}
            onClick={() => takeBack(draft)}
          >
            Take back
          </Button>
        </li>
      ))}
    </ol>
  )
}

function Look({ draft: { state } }: { draft: SavedDraft }) {
  const { config, baseline } = state.draft
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <pre tabIndex={0}>
      {state.text ?? toYaml(buildRole(config, { baseline, scope: state.scope }))}
    </pre>
  )
}

function summaryOf({ state }: SavedDraft): string {
  const summary = summarizeDraft(state.draft)
  return state.text === undefined ? summary : `${summary}; JSON as typed`
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" })
}
