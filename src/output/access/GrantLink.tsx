import { actionOf, type Grant } from "../../policy/index.ts"
import { useEditor, useEditorState } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import styles from "./access.module.css"

/** An item that allows or denies; it leads there where the settings can be seen. */
export function GrantLink({
  grant: { at, text, effect, isJetsDefault, policy },
}: {
  grant: Grant
}) {
  const { actions } = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  const name = policy === undefined ? text : policy.slice(policy.lastIndexOf("/") + 1)
  const whose = isJetsDefault ? " (Jets' default)" : ""
  if (readOnly)
    return (
      <>
        <code>{name}</code>
        {whose}
      </>
    )
  return (
    <>
      <button
        type="button"
        className={styles.grant}
        data-effect={effect}
        title="Go to it in the settings"
        onClick={() => actions.reveal(at, isJetsDefault ? text : undefined)}
      >
        {name}
      </button>
      {whose}
    </>
  )
}

/** Opens what narrows the item, where it is a pattern that a person may change. */
export function NarrowLink({ grant: { at, text, effect, policy } }: { grant: Grant }) {
  const { actions } = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  if (readOnly || policy !== undefined || effect !== "Allow" || !/[*?]/.test(actionOf(text)))
    return null
  return (
    <Button look="link" aria-label={`Narrow ${text}`} onClick={() => actions.narrow(at)}>
      Narrow…
    </Button>
  )
}
