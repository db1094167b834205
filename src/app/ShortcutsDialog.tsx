import { shortcuts } from "../commands/commands.ts"
import { useMac } from "../commands/context.tsx"
import { keysOf } from "../commands/shortcut.ts"
import { useAsked } from "../store/context.tsx"
import { Dialog } from "../ui/Dialog.tsx"
import styles from "./shortcuts.module.css"

/** The keys of all commands. */
export function ShortcutsDialog() {
  const mac = useMac()
  return (
    <Dialog asked={useAsked("shortcuts")} title="Keyboard shortcuts">
      {() => (
        <dl className={styles.keys}>
          {shortcuts.map(({ id, command, shortcut }) => (
            <div key={id}>
              <dt>{command.label}</dt>
              <dd>
                <kbd>{keysOf(shortcut, mac)}</kbd>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  )
}
