import { measureItems, measureRole, type Pointer } from "../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../store/context.tsx"
import { Dialog } from "../ui/Dialog.tsx"
import { placeName } from "./place.ts"
import styles from "./shares.module.css"

/** The items that take most: what would have to become shorter. */
const shown = 20

/** How much of the inline policies each item takes, in a dialog. A new object opens it. */
export function SizeShares({ asked }: { asked: object | undefined }) {
  return (
    <Dialog asked={asked} title="What the inline policies are made of">
      {(close) => <Shares onLeave={close} />}
    </Dialog>
  )
}

function Shares({ onLeave }: { onLeave: () => void }) {
  const { actions, derived } = useEditor()
  const draft = useSettledDraft()
  const readOnly = useEditorState((state) => state.readOnly)
  const { inlineCharacters: all } = derived.size(measureRole, draft)
  const items = measureItems(draft.config, { baseline: draft.baseline })
  const sum = items.reduce((total, { characters }) => total + characters, 0)
  const rest = items.slice(shown).reduce((total, { characters }) => total + characters, 0)
  const go = (at: Pointer) => {
    onLeave()
    actions.reveal(at)
  }
  return (
    <>
      <p>
        IAM counts {number(all)} characters, white space aside. Names, versions and brackets around
        the items are {number(all - sum)} of them.
      </p>
      <ol className={styles.shares}>
        {items.slice(0, shown).map(({ at, characters }) => (
          <li key={at}>
            {readOnly ? (
              <code>{placeName(at)}</code>
            ) : (
              <button type="button" onClick={() => go(at)}>
                <code>{placeName(at)}</code>
              </button>
            )}
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(100 * characters) / Math.max(1, all)}%` }} />
            </span>
            <span>
              {number(characters)} ({Math.round((100 * characters) / Math.max(1, all))} %)
            </span>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <p>
          {items.length - shown} more items: {number(rest)} characters
        </p>
      )}
    </>
  )
}

const number = (value: number) => value.toLocaleString("en")
