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
      {policy === undefined && effect === "Allow" && /[*?]/.test(actionOf(text)) && (
        <>
          {" "}
          <Button look="link" aria-label={`Narrow ${text}`} onClick={() => actions.narrow(at)}>
            Narrow…
          </Button>
        </>
      )}
    </>
  )
}
