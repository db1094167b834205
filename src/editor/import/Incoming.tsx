import { useState } from "react"
import {
  type IamConfig,
  type ImportChoice,
  type ImportPlan,
  isPolicySetting,
  listEntries,
  settings,
  toPolicyItem,
} from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Choice } from "../../ui/Choice.tsx"
import { lists } from "../form/lists.ts"
import { counted, describeItem, describeManaged } from "../form/words.ts"
import styles from "./import.module.css"
import { LeftOut } from "./LeftOut.tsx"

const ways = ["Add to the settings", "Replace the settings"] as const

interface IncomingProps {
  plan: ImportPlan
  isReading: boolean
  onDone: () => void
}

/** What comes in, by list; which role, if there are several; whether it is added or replaces. */
export function Incoming({ plan: { choices }, isReading, onDone }: IncomingProps) {
  const { actions } = useEditor()
  const isEmpty = useEditorState((state) => Object.keys(state.draft.config).length === 0)
  const [index, setIndex] = useState(0)
  const [way, setWay] = useState<(typeof ways)[number]>(isEmpty ? ways[1] : ways[0])
  const choice = choices[index]
  if (!choice) return null
  const next = way === ways[0] ? choice.added : choice.replaced
  const count = countItems(choice.config)
  return (
    <>
      {choices.length > 1 && (
        <fieldset className={styles.roles} aria-label="Which role">
          {choices.map(({ name, config }, place) => (
            <label key={`${name} ${place}`}>
              <input
                type="radio"
                name="role"
                checked={place === index}
                onChange={() => setIndex(place)}
              />
              <b>{name ?? `Role ${place + 1}`}</b>{" "}
              <span>{counted(countItems(config), "item")}</span>
            </label>
          ))}
        </fieldset>
      )}
      <LeftOut issues={choice.issues} />
      <Items choice={choice} />
      <footer className={styles.foot}>
        <Choice label="How it comes in" value={way} options={ways} onChange={setWay} />
        <Button
          look="primary"
          disabled={isReading}
          onClick={() => {
            actions.importConfig(next, `Imported ${counted(count, "item")}.`)
            actions.announce(`Imported ${counted(count, "item")}`)
            onDone()
          }}
        >
          Import
        </Button>
      </footer>
    </>
  )
}

/** More of a list nobody reads here. */
const shown = 30

function Items({ choice: { config } }: { choice: ImportChoice }) {
  const catalog = useEditorState((state) => state.catalog)
  const present = settings.filter((setting) => config[setting] !== undefined)
  if (present.length === 0)
    return <p className={styles.kind}>It sets none of the five lists: Jets' defaults hold.</p>
  return (
    <div className={styles.items}>
      {present.map((setting) => {
        const entries = listEntries(config, setting)
        return (
          <section key={setting} aria-label={lists[setting].title}>
            <h3>
              {lists[setting].title} <span>{counted(entries.length, "item")}</span>
            </h3>
            <ul>
              {entries.slice(0, shown).map(({ at, value }) => {
                const item = isPolicySetting(setting) ? toPolicyItem(value, at) : undefined
                const words = item
                  ? describeItem(item, catalog)
                  : describeManaged(typeof value === "string" ? value : JSON.stringify(value))
                return (
                  <li key={at}>
                    <b>{words.name}</b> <span>{words.says}</span>
                  </li>
                )
              })}
              {entries.length > shown && <li>{entries.length - shown} more</li>}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function countItems(config: IamConfig): number {
  return settings.reduce(
    (sum, setting) =>
      sum + (config[setting] === undefined ? 0 : listEntries(config, setting).length),
    0,
  )
}
