import { useEffect, useId, useMemo } from "react"
import {
  baselines,
  type DefaultSetting,
  type DefaultState,
  defaultStates,
  isKept,
  isPolicySetting,
  restoreEdits,
} from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { lazyPart, useLazyPart } from "../../ui/lazy.ts"
import { Switch } from "../../ui/Switch.tsx"
import { AddItem } from "./AddItem.tsx"
import styles from "./form.module.css"
import { ItemRows } from "./ItemRows.tsx"
import { ListHead } from "./ListHead.tsx"
import { ListTools, shownOf } from "./ListTools.tsx"
import { defaultId, lists } from "./lists.ts"
import { NewItem } from "./NewItem.tsx"
import { rowsOf } from "./rows.ts"
import { useList } from "./useList.ts"

/** What Jets uses its defaults for: wanted once a list is overridden. */
const removedPart = lazyPart(() => import("./RemovedDefaults.tsx"))

/** A list of Jets' defaults: quiet while Jets' own holds, each with a tick once it is overridden. */
export function DefaultList({ setting }: { setting: DefaultSetting }) {
  const { actions } = useEditor()
  const baseline = useEditorState((state) => state.draft.baseline)
  const overridden = useEditorState((state) => Object.hasOwn(state.draft.config, setting))
  const items = useEditorState((state) => state.draft.config[setting])
  const config = useMemo(
    () => (overridden && items !== undefined ? { [setting]: items } : {}),
    [overridden, items, setting],
  )
  const part = useLazyPart(removedPart)
  useEffect(() => {
    if (overridden) removedPart.warm()
  }, [overridden])
  const states = defaultStates(config, setting, baseline)
  const removed = states.filter((state) => !isKept(state)).map((state) => state.item)
  const rows = useMemo(() => {
    const ticked = new Set(
      defaultStates(config, setting, baseline).flatMap((state) => state.at.slice(0, 1)),
    )
    return rowsOf(config, setting).filter((row) => !ticked.has(row.at))
  }, [config, setting, baseline])
  const list = useList(setting, rows)
  const { title } = lists[setting]
  const total = baselines[baseline][setting].length
  const kept = total - removed.length
  const own = rows.length > 0 ? ` and ${rows.length} of your own` : ""
  const shown = shownOf(list)
  const count = `${kept} of Jets' ${total}${own}${shown ? `, ${shown}` : ""}`

  const restore = (items: readonly string[]) => {
    document.getElementById(defaultId(setting, items[0] ?? ""))?.focus()
    actions.applyFix({ title: "Restore", edits: restoreEdits(config, setting, baseline, items) })
    actions.announce(`Restored ${items.length === 1 ? items[0] : `${items.length} defaults`}`)
  }
  return (
    <fieldset className={styles.list} aria-labelledby={`title-${setting}`}>
      <ListHead setting={setting} count={overridden ? count : `Jets' ${total}`}>
        <ListTools list={list} />
        <Switch
          label={`Override Jets' ${title.replace("Default", "default")}`}
          shown="Override"
          on={overridden}
          onChange={(on) =>
            on
              ? actions.overrideSetting(setting)
              : actions.resetSetting(setting, `${title} is Jets' own again.`)
          }
        />
      </ListHead>
      {total > 0 && (
        <ul
          className={styles.chips}
          data-long={setting === "default_managed_policy" || undefined}
          aria-label={`Jets' ${total} defaults`}
        >
          {states.map((state) => (
            <DefaultChip
              key={state.item}
              state={state}
              id={defaultId(setting, state.item)}
              overridden={overridden}
              onKeep={(keep) => {
                if (keep) return restore([state.item])
                const edits = state.at.map((at) => ({ edit: "remove", at }) as const).reverse()
                actions.applyFix({ title: "Remove", edits })
                actions.announce(`Removed Jets' default ${state.item}`)
              }}
            />
          ))}
        </ul>
      )}
      {removed.length > 0 && part && (
        <part.RemovedDefaults
          setting={setting}
          removed={removed}
          total={total}
          onRestore={restore}
        />
      )}
      {overridden && (
        <div className={styles.items}>
          <ItemRows list={list} />
          <AddItem setting={setting} />
        </div>
      )}
      {overridden && isPolicySetting(setting) && <NewItem setting={setting} />}
    </fieldset>
  )
}

interface ChipProps {
  state: DefaultState
  id: string
  overridden: boolean
  onKeep: (keep: boolean) => void
}

function DefaultChip({ state, id, overridden, onKeep }: ChipProps) {
  const coveredId = useId()
  const { item, at, coveredBy } = state
  if (!overridden)
    return (
      <li className={styles.chip} data-at={at[0]} data-quiet title={item}>
        <span>{item}</span>
      </li>
    )
  const covered = at.length === 0 && coveredBy !== undefined
  return (
    <li
      className={styles.chip}
      data-at={at[0]}
      data-removed={!isKept(state) || undefined}
      title={item}
    >
      <label>
        <input
          id={id}
          type="checkbox"
          checked={isKept(state)}
          disabled={covered}
          aria-describedby={covered ? coveredId : undefined}
          onChange={(event) => onKeep(event.target.checked)}
        />
        <span>{item}</span>
      </label>
      {covered && <small id={coveredId}>by {coveredBy}</small>}
    </li>
  )
}
