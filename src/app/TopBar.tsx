import { useSyncExternalStore } from "react"
import { type Command, type CommandId, commands } from "../commands/commands.ts"
import { useCommand, useMac } from "../commands/context.tsx"
import { keysOf } from "../commands/shortcut.ts"
import { linkPart } from "../output/linkPart.ts"
import { type BaselineName, baselineNames } from "../policy/index.ts"
import { useEditor, useEditorState } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { Icon, type IconName } from "../ui/Icon.tsx"
import { MenuButton } from "../ui/MenuButton.tsx"
import type { MenuItem } from "../ui/menuItem.ts"
import { Select } from "../ui/Select.tsx"
import styles from "./app.module.css"
import { applyTheme, currentTheme, onTheme, type Theme, themes } from "./theme.ts"
import { versionNames } from "./versions.ts"

const versions = baselineNames.map((value) => ({ value, label: versionNames[value] }))

const themeIcons: Readonly<Record<Theme, IconName>> = {
  system: "system",
  light: "sun",
  dark: "moon",
}

/** The bar above all: what is edited, and what concerns the whole of it. */
export function TopBar() {
  const { actions } = useEditor()
  const baseline = useEditorState((state) => state.draft.baseline)
  const importing = useCommand("import")
  const reset = useCommand("reset")
  const share = useCommand("share")
  const drafts = useCommand("drafts")
  const settingsFile = useCommand("downloadSettings")
  const shortcuts = useCommand("shortcuts")
  // The prerendered page knows of no choice.
  const theme = useSyncExternalStore(onTheme, currentTheme, (): Theme => "system")

  const chooseTheme = (chosen: Theme) => {
    applyTheme(chosen)
    actions.announce(`Theme: ${themes.find(({ value }) => value === chosen)?.label}`)
  }
  const setBaseline = (name: BaselineName) => {
    actions.setBaseline(name)
    actions.announce(`Jets version: ${versionNames[name]}`)
  }
  const themeItems = (): readonly MenuItem[] =>
    themes.map(({ value, label }) => ({
      id: value,
      label,
      group: "Theme",
      chosen: value === theme,
      onSelect: () => chooseTheme(value),
    }))
  return (
    <header className={styles.bar}>
      <h1>
        <Icon name="mark" />
        <span>Jets IAM Policy Editor</span>
      </h1>
      <span className={styles.wide}>
        <Select
          label="Jets version"
          shown="Jets"
          value={baseline}
          options={versions}
          onChange={setBaseline}
        />
      </span>
      <span className={styles.gap} />
      <CommandButton id="undo" icon="undo" />
      <CommandButton id="redo" icon="redo" />
      <span className={styles.wide}>
        <span className={styles.separator} />
        <Button onClick={importing.run}>{importing.label}</Button>
        <Button onClick={reset.run}>{reset.label}</Button>
        <CommandButton id="drafts" icon="history" />
        <CommandButton id="shortcuts" icon="keyboard" />
        <MenuButton label="Theme" icon={themeIcons[theme]} items={themeItems} />
      </span>
      <Button
        look="primary"
        onClick={share.run}
        onPointerEnter={linkPart.warm}
        onFocus={linkPart.warm}
      >
        {share.label}
      </Button>
      <span className={styles.narrow}>
        <MenuButton
          label="More"
          icon="more"
          items={() => [
            { id: "import", label: importing.label, onSelect: importing.run },
            { id: "reset", label: reset.label, onSelect: reset.run },
            { id: "drafts", label: drafts.label, onSelect: drafts.run },
            { id: "settings", label: settingsFile.label, onSelect: settingsFile.run },
            { id: "shortcuts", label: shortcuts.label, onSelect: shortcuts.run },
            ...versions.map(({ value, label }) => ({
              id: value,
              label,
              group: "Jets version",
              chosen: value === baseline,
              onSelect: () => setBaseline(value),
            })),
            ...themeItems(),
          ]}
        />
      </span>
    </header>
  )
}

function CommandButton({ id, icon }: { id: CommandId; icon: IconName }) {
  const { label, enabled, run } = useCommand(id)
  const { shortcut }: Command = commands[id]
  const mac = useMac()
  const keys = shortcut && ` (${keysOf(shortcut, mac)})`
  return (
    <Button
      icon={icon}
      aria-label={label}
      title={`${label}${keys ?? ""}`}
      aria-disabled={!enabled}
      data-command={id}
      onClick={run}
    />
  )
}
