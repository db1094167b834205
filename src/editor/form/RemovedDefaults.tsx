import { type DefaultSetting, jetsUse } from "../../policy/index.ts"
import { Button } from "../../ui/Button.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./form.module.css"

interface RemovedDefaultsProps {
  setting: DefaultSetting
  removed: readonly string[]
  total: number
  onRestore: (items: readonly string[]) => void
}

/** What breaks without the defaults that are removed, and the way back. */
export function RemovedDefaults({ setting, removed, total, onRestore }: RemovedDefaultsProps) {
  const all = removed.length === total
  return (
    <div className={styles.note}>
      <header>
        <Icon name="warning" />
        <b>
          {all && total > 1
            ? `${total === 2 ? "Both" : `All ${total}`} of Jets' defaults are removed.`
            : `${removed.length} of Jets' ${total} defaults ${removed.length === 1 ? "is" : "are"} removed.`}
        </b>
        {removed.length > 1 && (
          <Button look="link" onClick={() => onRestore(removed)}>
            Restore all {removed.length}
          </Button>
        )}
      </header>
      <ul>
        {removed.map((item) => {
          const use = jetsUse(setting, item)
          return (
            <li key={item}>
              <p>
                <Marked
                  text={`Without \`${item}\` ${use ? whatBreaks(use) : "Jets lacks a default."}`}
                />
              </p>
              <Button look="link" aria-label={`Restore ${item}`} onClick={() => onRestore([item])}>
                Restore
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function whatBreaks({ breaks, when }: { breaks: string; when: string }): string {
  return when === "always" ? `${breaks}.` : `${breaks}, ${when}.`
}
