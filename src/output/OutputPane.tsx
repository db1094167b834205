import { lazy, Suspense, useEffect } from "react"
import { formatOf } from "../commands/commands.ts"
import { useCommand } from "../commands/context.tsx"
import { isOutputFormat, outputFormats, type Scope } from "../policy/index.ts"
import { useEditor, useEditorState, useIsStale } from "../store/context.tsx"
import { type OutputTab, outputTabs } from "../store/state.ts"
import { loadWriters } from "../store/writers.ts"
import { Button } from "../ui/Button.tsx"
import { Select } from "../ui/Select.tsx"
import { Tabs } from "../ui/Tabs.tsx"
import { InterpolationNote } from "./InterpolationNote.tsx"
import { OutputText } from "./OutputText.tsx"
import styles from "./output.module.css"
import waysOut from "./waysOut.module.css"

const ChangesView = lazy(async () => ({
  default: (await import("./ChangesView.tsx")).ChangesView,
}))

const AccessView = lazy(async () => ({
  default: (await import("./access/AccessView.tsx")).AccessView,
}))

const scopes: readonly { value: Scope; label: string }[] = [
  { value: "whole", label: "Whole role" },
  { value: "custom", label: "Custom only" },
]

const views = { changes: "Changes", access: "Access" } as const
const labelOf = (tab: OutputTab) => (isOutputFormat(tab) ? outputFormats[tab].label : views[tab])
const tabs = outputTabs.map((id) => ({ id, label: labelOf(id) }))

/** What comes out, and the ways to take it along. */
export function OutputPane() {
  const { actions } = useEditor()
  const scope = useEditorState((state) => state.scope)
  const download = useCommand("download")
  const settings = useCommand("downloadSettings")
  const tab = useEditorState((state) => state.outputTab)
  const stale = useIsStale()
  // So that a tab shows its output at once.
  useEffect(() => {
    loadWriters("json").catch(() => {})
  }, [])
  return (
    <div className={styles.pane}>
      <Tabs
        label="Output format"
        tabs={tabs}
        selected={tab}
        onSelect={actions.showOutput}
        panelId="output-panel"
      />
      <div className={`${styles.tools} ${waysOut.tools}`}>
        <Select
          label="Scope"
          value={scope}
          options={scopes}
          onChange={(chosen) => actions.setScope(chosen)}
        />
        <span className={styles.waysOut}>
          <Button title="Download the settings as jets-iam.json" onClick={settings.run}>
            <span>
              Settings<span className={waysOut.file}> file</span>
            </span>
          </Button>
          <Button title="Download this output (Ctrl S)" onClick={download.run}>
            Download
          </Button>
          <CopyButton />
        </span>
      </div>
      {isOutputFormat(tab) && tab !== "ruby" && <InterpolationNote />}
      <div
        id="output-panel"
        role="tabpanel"
        aria-label={labelOf(tab)}
        data-stale={stale || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={styles.scroll}
      >
        {isOutputFormat(tab) ? (
          <OutputText format={tab} />
        ) : (
          <Suspense>{tab === "changes" ? <ChangesView /> : <AccessView />}</Suspense>
        )}
      </div>
      {stale && <p className={styles.stale}>Preview shows the last valid settings</p>}
    </div>
  )
}

/** Its tick stands as long as the clipboard has what the output shows. */
function CopyButton() {
  const { derived } = useEditor()
  const draft = useEditorState((state) => state.draft)
  const scope = useEditorState((state) => state.scope)
  const format = useEditorState((state) => formatOf(state.outputTab))
  const copied = useEditorState((state) => state.copied)
  const copy = useCommand("copy")
  const isCopied = copied !== undefined && copied === derived.outputParts(draft, scope, format)
  return (
    <Button
      look="line"
      icon={isCopied ? "check" : "copy"}
      title={isCopied ? "Copied: the clipboard has this output" : "Copy this output (Ctrl Enter)"}
      onClick={copy.run}
    >
      <span>
        Copy <span className={waysOut.format}>{outputFormats[format].label}</span>
      </span>
    </Button>
  )
}
