import { useCommand } from "../commands/context.tsx"
import { outputFormats, type Scope } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { Select } from "../ui/Select.tsx"
import { Tabs } from "../ui/Tabs.tsx"
import { OutputText } from "./OutputText.tsx"
import styles from "./output.module.css"

const scopes: readonly { value: Scope; label: string }[] = [
  { value: "whole", label: "Whole role" },
  { value: "custom", label: "Custom only" },
]

/** What comes out, and the ways to take it along. */
export function OutputPane() {
  const { actions } = useEditor()
  const scope = useEditorState((state) => state.scope)
  const copy = useCommand("copy")
  const download = useCommand("download")
  const settings = useCommand("downloadSettings")
  const { label } = outputFormats.yaml
  return (
    <div className={styles.pane}>
      <Tabs
        label="Output format"
        tabs={[{ id: "yaml", label }]}
        selected="yaml"
        onSelect={() => {}}
        panelId="output-panel"
      />
      <div className={styles.tools}>
        <Select
          label="Scope"
          value={scope}
          options={scopes}
          onChange={(chosen) => actions.setScope(chosen)}
        />
        <span className={styles.gap} />
        <span className={styles.wide}>
          <Button title="Download the settings as jets-iam.json" onClick={settings.run}>
            {settings.label}
          </Button>
        </span>
        <Button title="Download this output (Ctrl S)" onClick={download.run}>
          Download
        </Button>
        <Button look="line" icon="copy" title="Copy this output (Ctrl Enter)" onClick={copy.run}>
          Copy {label}
        </Button>
      </div>
      <div
        id="output-panel"
        role="tabpanel"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={styles.scroll}
      >
        <OutputText />
      </div>
    </div>
  )
}
