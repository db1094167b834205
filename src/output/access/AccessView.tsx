import { describeRole, unknownAccess } from "../../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../../store/context.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./access.module.css"
import { CanIt } from "./CanIt.tsx"
import { ServiceList } from "./ServiceList.tsx"
import { useAccessCatalog } from "./useAccessCatalog.ts"

/** What the role may do, in a sentence and by service, and whether it may do something. */
export function AccessView() {
  const { derived } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  const role = derived.role(draft)
  const isLoading = useAccessCatalog(role)
  const { policies } = unknownAccess(role, catalog)
  return (
    <div className={styles.access}>
      <p className={styles.sentence}>
        <Marked text={describeRole(draft, catalog)} />
      </p>
      {isLoading ? (
        <p className={styles.aside}>Loading AWS's names and managed policies…</p>
      ) : (
        policies.length > 0 && (
          <p className={styles.aside}>
            Not counted, because what they hold isn't known here:{" "}
            {policies.map((arn, index) => (
              <span key={arn}>
                {index > 0 && ", "}
                <code>{arn}</code>
              </span>
            ))}
          </p>
        )
      )}
      <CanIt role={role} />
      <ServiceList role={role} />
    </div>
  )
}
