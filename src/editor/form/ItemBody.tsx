import { useEffect, useState } from "react"
import { isObject, type JsonValue } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { lazyPart, useLazyPart } from "../../ui/lazy.ts"
import { JsonField, waitingText } from "./JsonField.tsx"
import styles from "./ways.module.css"

/** The fields' own code: warmed once the page rests. */
export const itemFormPart = lazyPart(() => import("./statement/ItemForm.tsx"))

interface ItemBodyProps {
  name: string
  value: JsonValue
  onChange: (value: JsonValue) => void
}

const ways = ["Form", "JSON"] as const

/** An open item: in fields, or as JSON. Both are of the same value, and neither drops what the other holds. */
export function ItemBody({ name, value, onChange }: ItemBodyProps) {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const [asked, setWay] = useState<(typeof ways)[number]>(() =>
    waitingText(value) === undefined ? "Form" : "JSON",
  )
  const [jsonIsValid, setValid] = useState(() => waitingText(value) === undefined)
  const [wasJson, setWasJson] = useState(false)
  const part = useLazyPart(itemFormPart)
  useEffect(itemFormPart.warm, [])
  const way = isObject(value) ? asked : "JSON"
  if (way === "JSON" && !wasJson) setWasJson(true)
  return (
    <>
      {isObject(value) && (
        <div role="radiogroup" aria-label={`Edit ${name} as`} className={styles.ways}>
          {ways.map((one) => (
            <label key={one} title={jsonIsValid ? undefined : "The JSON isn't valid yet"}>
              <input
                type="radio"
                checked={way === one}
                disabled={!jsonIsValid && one !== way}
                onChange={() => setWay(one)}
              />
              {one}
            </label>
          ))}
        </div>
      )}
      {way === "Form" && isObject(value) && part && (
        <part.ItemForm
          value={value}
          catalog={catalog}
          onChange={onChange}
          onNames={() => actions.wantCatalog("services")}
        />
      )}
      {wasJson && (
        <div hidden={way !== "JSON"}>
          <JsonField name={name} value={value} onChange={onChange} onValid={setValid} />
        </div>
      )}
    </>
  )
}
