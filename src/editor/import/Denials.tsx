import { useEffect, useMemo } from "react"
import { type AccessDenied, judgeDenied, parseAccessDenied } from "../../policy/index.ts"
import { useEditor, useEditorState, useSettledDraft } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./import.module.css"

/** Each is judged against the whole draft. */
const shown = 50

/** Each denial of a log, why it was, and what would allow it. */
export function Denials({ text }: { text: string }) {
  const { actions } = useEditor()
  const denials = useMemo(() => parseAccessDenied(text), [text])
  const services = [
    ...new Set(denials.flatMap(({ action }) => action?.split(":")[0]?.toLowerCase() ?? [])),
  ].join(" ")
  useEffect(() => {
    actions.wantCatalog("services", "actionNames")
    if (services !== "") actions.wantServices(services.split(" "))
  }, [actions, services])
  return (
    <ul className={styles.denials} aria-label="Denials">
      {denials.slice(0, shown).map((denied, index) => (
        <Denial key={`${denied.action} ${denied.resource} ${index}`} denied={denied} />
      ))}
      {denials.length > shown && <li>{denials.length - shown} more: paste them apart.</li>}
    </ul>
  )
}

function Denial({ denied }: { denied: AccessDenied }) {
  const { actions } = useEditor()
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  const { cause, message, fixes } = judgeDenied(denied, draft, catalog)
  return (
    <li data-cause={cause}>
      <p>
        <b>{denied.action ?? "An action that the text doesn't name"}</b>
        {denied.resource && (
          <>
            {" "}
            on <code>{denied.resource}</code>
          </>
        )}
      </p>
      <p>
        <Marked text={message} />
      </p>
      {fixes.length > 0 && (
        <p className={styles.fixes}>
          {fixes.map((fix) => (
            <Button
              key={fix.title}
              look="link"
              onClick={() => {
                actions.applyFix(fix)
                actions.announce(`Done: ${fix.title.replaceAll("`", "")}`)
              }}
            >
              {fix.title.replaceAll("`", "")}
            </Button>
          ))}
        </p>
      )}
    </li>
  )
}
