import { lists } from "../../editor/form/lists.ts"
import { describeItem, describeManaged, type Words } from "../../editor/form/words.ts"
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
import { Hidden } from "../../ui/Hidden.tsx"
import styles from "./preview.module.css"

/** What settings add to Jets' defaults, or to a base, and take from them, in words. */
export function Differences({ draft, base }: { draft: Draft; base: Draft | undefined }) {
  const catalog = useEditorState((state) => state.catalog)
  return differences(draft, base).map((list) => (
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
        {removed.map((value) => (
          <Changed
            key={JSON.stringify(value)}
            change="removed"
            words={wordsOf(setting, value, catalog)}
          />
        ))}
        {added.map(({ at, value }) => (
          <Changed key={at} change="added" words={wordsOf(setting, value, catalog)} />
        ))}
      </ul>
    </>
  )
}

function Changed({ change, words }: { change: "added" | "removed"; words: Words }) {
  return (
    <li data-change={change}>
      <Hidden>{change}: </Hidden>
      <b>{words.name}</b>
      <span>{words.says}</span>
    </li>
  )
}

function wordsOf(setting: Setting, value: JsonValue, catalog: Catalog): Words {
  const item = isPolicySetting(setting) ? toPolicyItem(value, "") : undefined
  if (item) return describeItem(item, catalog)
  if (!isPolicySetting(setting) && typeof value === "string") return describeManaged(value)
  return {
    name: JSON.stringify(value),
    says: "Nothing that Jets can use: the role leaves it out",
    facts: [],
  }
}
