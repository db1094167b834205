import { lists } from "../../editor/form/lists.ts"
import { describeItem, describeManaged } from "../../editor/form/words.ts"
import {
  type Catalog,
  type Draft,
  differences,
  isPolicySetting,
  type JsonValue,
  type ListDifference,
  type Setting,
  toPolicyItem,
} from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import styles from "./preview.module.css"

/** What settings add to Jets' defaults and take from them, in words. */
export function Differences({ draft }: { draft: Draft }) {
  const catalog = useEditorState((state) => state.catalog)
  return differences(draft).map((list) => (
    <DifferencesOfList key={list.setting} list={list} catalog={catalog} />
  ))
}

function DifferencesOfList({
  list: { setting, added, removed },
  catalog,
}: {
  list: ListDifference
  catalog: Catalog
}) {
  const title = `differences-${setting}`
  return (
    <>
      <h2 id={title}>{lists[setting].title}</h2>
      <ul aria-labelledby={title} className={styles.differences}>
        {removed.map((item) => (
          <li key={item} data-change="removed">
            <b>{item}</b>
            <span>Removed from Jets' defaults</span>
          </li>
        ))}
        {added.map(({ at, value }) => {
          const { name, says } = wordsOf(setting, value, catalog)
          return (
            <li key={at} data-change="added">
              <b>{name}</b>
              <span>{says}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function wordsOf(setting: Setting, value: JsonValue, catalog: Catalog) {
  const item = isPolicySetting(setting) ? toPolicyItem(value, "") : undefined
  if (item) return describeItem(item, catalog)
  if (!isPolicySetting(setting) && typeof value === "string") return describeManaged(value)
  return { name: JSON.stringify(value), says: "Nothing that Jets can use: the role leaves it out" }
}
