import { useState } from "react"
import type { AllowedAction } from "../../policy/index.ts"
import { TextInput } from "../../ui/TextInput.tsx"
import styles from "./narrow.module.css"

interface ChosenActionsProps {
  allowed: readonly AllowedAction[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}

/** More at once nobody reads: the filter finds them. */
const shown = 100

/** The actions of an item, of which some are kept. */
export function ChosenActions({ allowed, chosen, onChange }: ChosenActionsProps) {
  const [typed, setTyped] = useState("")
  const query = typed.trim().toLowerCase()
  const held = new Set(chosen)
  const fitting = allowed.filter(({ action }) => action.toLowerCase().includes(query))
  return (
    <fieldset aria-label="Chosen actions" className={styles.chosen}>
      <TextInput
        type="search"
        aria-label="Filter the actions"
        placeholder="Filter"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul>
        {fitting.slice(0, shown).map(({ action, level }) => (
          <li key={action}>
            <label>
              <input
                type="checkbox"
                checked={held.has(action)}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...chosen, action]
                      : chosen.filter((one) => one !== action),
                  )
                }
              />
              <code>{action}</code> <span>{level}</span>
            </label>
          </li>
        ))}
      </ul>
      {fitting.length > shown && (
        <p className={styles.aside}>{fitting.length - shown} more: filter for them.</p>
      )}
    </fieldset>
  )
}
