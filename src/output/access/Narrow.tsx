import { useState } from "react"
import {
  type AccessLevel,
  accessLevels,
  applyFix,
  buildRole,
  compareAccess,
  describeChange,
  type NarrowChoice,
  narrowItem,
  narrowOffer,
  type Pointer,
} from "../../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Choice } from "../../ui/Choice.tsx"
import { Marked } from "../../ui/Marked.tsx"
import { ChosenActions } from "./ChosenActions.tsx"
import styles from "./narrow.module.css"
import { useAccessCatalog } from "./useAccessCatalog.ts"

const ways = ["By access level", "What Jets uses", "Chosen actions"] as const

/** What of an item is kept, what goes, and the change itself. */
export function Narrow({ at, onDone }: { at: Pointer; onDone: () => void }) {
  const { actions } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  const before = buildRole(draft.config, { baseline: draft.baseline })
  const isLoading = useAccessCatalog(before)
  const { written, allowed, jets } = narrowOffer(draft, at, catalog)
  const [way, setWay] = useState<(typeof ways)[number]>("By access level")
  const [levels, setLevels] = useState<readonly AccessLevel[]>(["List", "Read"])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [resources, setResources] = useState("")
  if (isLoading) return <p>Loading AWS's names…</p>
  const onlyOn = resources.split(/\s+/).filter((text) => text !== "")
  const kept: NarrowChoice =
    way === "By access level"
      ? { narrow: "levels", levels }
      : way === "What Jets uses"
        ? { narrow: "jets" }
        : { narrow: "actions", actions: chosen }
  const fix = narrowItem(
    draft,
    at,
    onlyOn.length > 0 ? { ...kept, resources: onlyOn } : kept,
    catalog,
  )
  const keepsAny =
    way === "What Jets uses" ||
    (way === "By access level"
      ? allowed.some(({ level }) => level !== undefined && levels.includes(level))
      : chosen.length > 0)
  const after = buildRole(applyFix(draft.config, fix), { baseline: draft.baseline })
  const { lost } = compareAccess(before, after, catalog)
  return (
    <div className={styles.narrow}>
      <p>
        <code>{written}</code> allows {allowed.length.toLocaleString("en")} actions. Keep:
      </p>
      <Choice
        label="What is kept"
        value={way}
        options={jets.length > 0 ? ways : ways.filter((one) => one !== "What Jets uses")}
        onChange={setWay}
      />
      {way === "By access level" && (
        <fieldset aria-label="Access levels" className={styles.levels}>
          {accessLevels.map((level) => {
            const count = allowed.filter((action) => action.level === level).length
            return (
              <label key={level}>
                <input
                  type="checkbox"
                  checked={levels.includes(level) && count > 0}
                  disabled={count === 0}
                  onChange={(event) =>
                    setLevels(
                      event.target.checked
                        ? [...levels, level]
                        : levels.filter((one) => one !== level),
                    )
                  }
                />
                {level} <span>{count}</span>
              </label>
            )
          })}
        </fieldset>
      )}
      {way === "What Jets uses" && (
        <p className={styles.aside}>
          What a deploy of Jets calls, as its source at 6.0.5 has it: {jets.length} actions. Your
          app's own stacks may need others.
        </p>
      )}
      {way === "Chosen actions" && (
        <ChosenActions allowed={allowed} chosen={chosen} onChange={setChosen} />
      )}
      <label className={styles.resources}>
        Only on these resources, one a line (empty: as before)
        <textarea
          rows={2}
          value={resources}
          spellCheck={false}
          autoCapitalize="none"
          onChange={(event) => setResources(event.target.value)}
        />
      </label>
      <section aria-label="What is lost" className={styles.lost}>
        <h3>What is lost</h3>
        {lost.length === 0 ? (
          <p className={styles.aside}>Nothing: the role may do the same as before.</p>
        ) : (
          <ul>
            {lost.slice(0, 12).map((change) => (
              <li key={change.kind === "service" ? change.service : change.policy}>
                <Marked text={describeChange(change)} />
              </li>
            ))}
            {lost.length > 12 && <li>{lost.length - 12} more services</li>}
          </ul>
        )}
      </section>
      <p className={styles.aside}>
        <Marked text={fix.title} />
      </p>
      <footer>
        <Button
          look="primary"
          disabled={fix.edits.length === 0}
          onClick={() => {
            actions.applyFix(fix)
            actions.announce(`Done: ${fix.title.replaceAll("`", "")}`)
            onDone()
          }}
        >
          {keepsAny ? "Narrow it" : `Remove ${written}`}
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </footer>
    </div>
  )
}
