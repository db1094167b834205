import { type ActionAccess, type Grant, whoGrants } from "../../policy/index.ts"
import { useEditorState, useSettledDraft } from "../../store/context.tsx"
import styles from "./access.module.css"
import { GrantLink, NarrowLink } from "./GrantLink.tsx"

/** More of one service nobody reads at once; the filter finds the others. */
const shown = 200

/** The actions of a service that are allowed, each with what grants it. */
export function ActionList({
  service,
  actions,
}: {
  service: string
  actions: readonly ActionAccess[]
}) {
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  // What grants many of them is narrowed from the first.
  const granting = new Set<string>()
  const isFirstOf = ({ at }: Grant) => {
    const before = granting.size
    return granting.add(at).size > before
  }
  return (
    <ul className={styles.actions}>
      {actions.slice(0, shown).map(({ name, level, reach }) => {
        const [grant, ...others] = whoGrants(draft, `${service}:${name}`, catalog).filter(
          ({ effect }) => effect === "Allow",
        )
        return (
          <li key={name}>
            <code>
              {service}:{name}
            </code>
            {level && <span>{level}</span>}
            {grant && (
              <span>
                by <GrantLink grant={grant} />
                {others.length > 0 && ` and ${others.length} more`}
              </span>
            )}
            {grant && isFirstOf(grant) && <NarrowLink grant={grant} />}
            {reach.isConditional && <span>under a condition</span>}
            {reach.isReduced && <span>reduced by a Deny</span>}
          </li>
        )
      })}
      {actions.length > shown && (
        <li>
          <span>{actions.length - shown} more: filter for them.</span>
        </li>
      )}
    </ul>
  )
}
