import { Activity, useEffect, useMemo, useState } from "react"
import { isObject, isWithin, type JsonValue, type Pointer } from "../../policy/index.ts"
import { useDiagnostics, useEditor, useEditorState } from "../../store/context.tsx"
import { Choice } from "../../ui/Choice.tsx"
import { lazyPart, useLazyPart } from "../../ui/lazy.ts"
import styles from "./form.module.css"
import { JsonField, readItem } from "./JsonField.tsx"
import { useJsonText } from "./useJsonText.ts"

/** The fields' own code: warmed once the page rests. */
export const itemFormPart = lazyPart(() => import("./statement/ItemForm.tsx"))

interface ItemBodyProps {
  /** The item's place in the settings, while it is open. */
  at: Pointer | undefined
  name: string
  value: JsonValue
  onChange: (value: JsonValue) => void
}

const ways = ["Form", "JSON"] as const

/**
 * An open item: in fields, or as JSON. Both are of the same value, and neither drops what the other holds or
 * what is typed there and doesn't count yet.
 */
export function ItemBody({ at, name, value, onChange }: ItemBodyProps) {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const { text, problem, type } = useJsonText(value, readItem, onChange)
  const [asked, setWay] = useState<(typeof ways)[number]>(problem === undefined ? "Form" : "JSON")
  const part = useLazyPart(itemFormPart)
  const diagnostics = useDiagnostics()
  const problems = useMemo(
    () =>
      diagnostics.filter(
        (one) =>
          at !== undefined &&
          (one.severity === "error" || one.severity === "warning") &&
          isWithin(one.at, at),
      ),
    [diagnostics, at],
  )
  useEffect(itemFormPart.warm, [])
  const way = isObject(value) ? asked : "JSON"
  return (
    <>
      {isObject(value) && (
        <div className={styles.ways}>
          <Choice
            label={`Edit ${name} as`}
            small
            value={way}
            options={ways}
            held={problem === undefined ? undefined : "The JSON isn't valid yet"}
            onChange={setWay}
          />
        </div>
      )}
      {isObject(value) && part && (
        <Activity mode={way === "Form" ? "visible" : "hidden"}>
          <part.ItemForm
            at={at ?? ""}
            value={value}
            catalog={catalog}
            problems={problems}
            onChange={onChange}
            onNames={() => actions.wantCatalog("services", "actionNames", "keysAndArns")}
          />
        </Activity>
      )}
      {way === "JSON" && <JsonField name={name} text={text} problem={problem} onType={type} />}
    </>
  )
}
