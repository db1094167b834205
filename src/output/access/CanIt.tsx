import { useDeferredValue, useId, useState } from "react"
import { searchCatalog } from "../../catalog/search.ts"
import { searchConditionKeys } from "../../catalog/searchKeys.ts"
import { searchResources } from "../../catalog/searchResources.ts"
import type { Role } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { ComboBox } from "../../ui/ComboBox.tsx"
import { TextInput } from "../../ui/TextInput.tsx"
import { Answer } from "./Answer.tsx"
import styles from "./access.module.css"

/** A condition key of the request and its values, parted by commas. */
interface ContextRow {
  readonly key: string
  readonly values: string
}

/** Asks whether the role may do something, and says what decides. */
export function CanIt({ role }: { role: Role }) {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const id = useId()
  const [action, setAction] = useState("")
  const [resource, setResource] = useState("")
  const [context, setContext] = useState<readonly ContextRow[]>([])
  const query = useDeferredValue(action.trim())
  const service = action.includes(":") ? action.slice(0, action.indexOf(":")).toLowerCase() : ""
  const detail = () => {
    if (service !== "") actions.wantServices([service])
  }
  const setRow = (index: number, row: ContextRow) => setContext(context.with(index, row))
  return (
    <section className={styles.canIt} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Can it …?</h2>
      <form onSubmit={(event) => event.preventDefault()}>
        <label htmlFor={`${id}-action`}>Action</label>
        <div className={styles.field} data-combo-anchor>
          <ComboBox
            id={`${id}-action`}
            label="Action"
            placeholder="iam:PassRole"
            value={action}
            onChange={setAction}
            choices={searchCatalog(catalog, "policy", query).map((choice) =>
              choice.value.includes(":")
                ? choice
                : { ...choice, value: `${choice.value}:`, label: `${choice.value}:` },
            )}
            status=""
            invalid={false}
            onEnter={setAction}
            onFocus={() => actions.wantCatalog("services", "actionNames")}
          />
        </div>
        <label htmlFor={`${id}-resource`}>Resource</label>
        <div className={styles.field} data-combo-anchor>
          <ComboBox
            id={`${id}-resource`}
            label="Resource"
            placeholder="* (any)"
            value={resource}
            onChange={setResource}
            choices={searchResources(catalog, [action], resource)}
            status=""
            invalid={false}
            onEnter={setResource}
            onFocus={detail}
          />
        </div>
        {context.map((row, index) => (
          <div key={index} className={styles.context}>
            <div>
              <TextInput
                aria-label={`Context key ${index + 1}`}
                placeholder="aws:RequestedRegion"
                list={`${id}-keys`}
                value={row.key}
                onChange={(event) => setRow(index, { ...row, key: event.target.value })}
              />
              <TextInput
                aria-label={`Context value ${index + 1}`}
                placeholder="us-east-1"
                value={row.values}
                onChange={(event) => setRow(index, { ...row, values: event.target.value })}
              />
              <Button
                icon="close"
                aria-label={`Remove context key ${index + 1}`}
                onClick={() => setContext(context.toSpliced(index, 1))}
              />
            </div>
          </div>
        ))}
        <div className={styles.context}>
          <span>
            <Button
              look="link"
              onClick={() => {
                detail()
                setContext([...context, { key: "", values: "" }])
              }}
            >
              Add a context key
            </Button>
          </span>
        </div>
        <datalist id={`${id}-keys`}>
          {context.length > 0 &&
            searchConditionKeys(catalog, [action], "").map(({ value }) => (
              <option key={value} value={value} />
            ))}
        </datalist>
      </form>
      <Answer
        role={role}
        action={query}
        resource={resource.trim() === "" ? "*" : resource.trim()}
        context={contextOf(context)}
        onKey={(key) => setContext([...context, { key, values: "" }])}
      />
    </section>
  )
}

function contextOf(rows: readonly ContextRow[]): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    rows
      .filter(({ key, values }) => key.trim() !== "" && values.trim() !== "")
      .map(({ key, values }) => [key.trim(), values.split(",").map((value) => value.trim())]),
  )
}
