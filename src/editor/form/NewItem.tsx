import { documentVersion, type JsonObject, type Setting } from "../../policy/index.ts"
import { useEditor } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { itemFormPart } from "./ItemBody.tsx"
import { lists } from "./lists.ts"
import styles from "./newItem.module.css"
import { rowsOf } from "./rows.ts"

const kinds: readonly { name: string; item: JsonObject; first: string }[] = [
  { name: "New statement", item: { Effect: "Allow" }, first: "Action" },
  {
    name: "New inline policy",
    item: {
      PolicyName: "MyPolicy",
      PolicyDocument: { Version: documentVersion, Statement: [{ Effect: "Allow" }] },
    },
    first: "PolicyName",
  },
]

/** Begins an item that is filled in by its form: it opens at once. */
export function NewItem({ setting }: { setting: Setting }) {
  const { actions, getState } = useEditor()
  const begin = (item: JsonObject, first: string) => {
    actions.addItems(setting, [structuredClone(item)])
    const at = rowsOf(getState().draft.config, setting).at(-1)?.at
    if (at) actions.reveal(`${at}/${first}`)
    actions.announce(`Added an item to ${lists[setting].title}`)
  }
  return (
    <div className={styles.new}>
      <span>or</span>
      {kinds.map(({ name, item, first }) => (
        <Button
          key={name}
          look="link"
          title={`Add an empty one to ${lists[setting].title}`}
          onPointerEnter={itemFormPart.warm}
          onClick={() => begin(item, first)}
        >
          {name}
        </Button>
      ))}
    </div>
  )
}
