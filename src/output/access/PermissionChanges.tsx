import { useId } from "react"
import { type AccessChange, compareAccess, describeChange } from "../../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../../store/context.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./changes.module.css"
import { useAccessCatalog } from "./useAccessCatalog.ts"

/** The permissions that the role gains and loses against Jets' defaults or a base, in words. */
export function PermissionChanges() {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const base = useEditorState((state) => state.base)
  const catalog = useEditorState((state) => state.catalog)
  const before = derived.baseRole(base, draft.baseline)
  const after = derived.role(draft)
  const isLoading = useAccessCatalog(before, after)
  if (isLoading) return <p className={styles.aside}>Loading what the actions are…</p>
  const { gained, lost } = compareAccess(before, after, catalog)
  if (gained.length + lost.length === 0)
    return <p className={styles.aside}>No permission is gained or lost.</p>
  return (
    <>
      <Side name="Lost" changes={lost} />
      <Side name="Gained" changes={gained} />
    </>
  )
}

/** More of one side nobody reads. */
const shown = 40

function Side({ name, changes }: { name: "Lost" | "Gained"; changes: readonly AccessChange[] }) {
  const id = useId()
  if (changes.length === 0) return null
  return (
    <section className={styles.side} data-side={name} aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <ul>
        {changes.slice(0, shown).map((change) => (
          <li key={change.kind === "service" ? change.service : change.policy}>
            <Marked text={describeChange(change)} />
          </li>
        ))}
      </ul>
      {changes.length > shown && (
        <p className={styles.aside}>{changes.length - shown} more services.</p>
      )}
    </section>
  )
}
