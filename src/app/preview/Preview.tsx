import { useEffect } from "react"
import { useShortcuts } from "../../commands/context.tsx"
import type { Shared } from "../../link/link.ts"
import { OutputPane } from "../../output/OutputPane.tsx"
import { type Draft, differences, type Issue, summarizeDraft } from "../../policy/index.ts"
import { ProblemsPane } from "../../problems/ProblemsPane.tsx"
import { useEditor } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { Marked } from "../../ui/Marked.tsx"
import { whenIdle } from "../../ui/schedule.ts"
import { Announcer } from "../Announcer.tsx"
import page from "../app.module.css"
import { NoticeBar } from "../NoticeBar.tsx"
import { versionNames } from "../versions.ts"
import { Differences } from "./Differences.tsx"
import styles from "./preview.module.css"

/** Somebody's settings: what differs, what comes out, what is wrong; to copy or to take along. */
export function Preview({ shared, issues }: { shared: Shared; issues: readonly Issue[] }) {
  const { actions } = useEditor()
  useShortcuts()
  useEffect(() => {
    const { title } = document
    document.title = `Preview – ${title}`
    return () => {
      document.title = title
    }
  }, [])
  useEffect(
    () =>
      whenIdle(() => {
        actions.wantCatalog("services")
      }),
    [actions],
  )
  const { base, baseline } = shared
  return (
    <div className={page.page}>
      <header className={page.bar} data-preview>
        <h1>
          <Icon name="mark" />
          <span>Preview</span>
        </h1>
        <span className={page.wide}>
          {base ? "A review, read only" : "Read only"}, Jets {versionNames[baseline]}
        </span>
        <span className={page.gap} />
        <a className={styles.quietLink} href="#/">
          Your own draft
        </a>
        <Button look="primary" onClick={() => openInEditor(shared)}>
          Open in editor
        </Button>
      </header>
      <main className={styles.preview}>
        <section aria-label="Settings" className={styles.previewSettings}>
          {issues.map(({ message }) => (
            <p key={message} data-warn>
              <Icon name="warning" />
              <span>
                <Marked text={message} />
              </span>
            </p>
          ))}
          <p className={styles.summary}>{base ? reviewOf(shared, base) : summaryOf(shared)}</p>
          <Differences draft={shared} base={base} />
        </section>
        <section aria-label="Output" className={styles.previewOutput}>
          <OutputPane />
        </section>
        <section aria-label="Problems" className={styles.previewProblems}>
          <ProblemsPane />
        </section>
      </main>
      <NoticeBar />
      <Announcer />
    </div>
  )
}

function summaryOf(shared: Shared): string {
  const summary = summarizeDraft(shared)
  return summary === "Jets' defaults"
    ? "Jets' defaults, with nothing added and nothing removed."
    : `Jets' defaults, with ${summary}.`
}

function reviewOf(shared: Shared, base: Draft): string {
  return differences(shared, base).length === 0
    ? `A proposal that changes no item of its base (${summarizeDraft(base)}).`
    : `A proposal: what it changes since its base (${summarizeDraft(base)}), and which problems are new.`
}

/** Takes the settings into the tab's own editor: a step that Undo takes back. */
async function openInEditor({ config, baseline, scope, base }: Shared) {
  const { theEditor } = await import("../start.ts")
  theEditor().actions.replaceAll(
    { draft: { config, baseline }, base, scope: scope ?? "whole" },
    "The link's settings are in your editor now.",
  )
  location.hash = "#/"
}
