import {
  attachedPolicies,
  type Decision,
  evaluateAccess,
  type Grant,
  isWithin,
  needsNoPermission,
  type Pointer,
  parent,
  type Role,
  traceRole,
  whoGrants,
} from "../../policy/index.ts"
import { useEditorState, useSettledDraft } from "../../store/context.tsx"
import { Button } from "../../ui/Button.tsx"
import { Marked } from "../../ui/Marked.tsx"
import styles from "./access.module.css"
import { GrantLink, NarrowLink } from "./GrantLink.tsx"

interface AnswerProps {
  role: Role
  action: string
  resource: string
  context: Readonly<Record<string, readonly string[]>>
  /** A condition key whose value would decide. */
  onKey: (key: string) => void
}

const words: Readonly<Record<Decision, { says: string; why: string }>> = {
  Allowed: { says: "Yes, allowed", why: "" },
  ExplicitlyDenied: { says: "No, denied", why: " by a Deny, which beats every Allow" },
  ImplicitlyDenied: { says: "No, nothing allows it", why: "" },
}

/** The decision, the items that make it, and what else speaks of the action. */
export function Answer({ role, action, resource, context, onKey }: AnswerProps) {
  const draft = useSettledDraft()
  const catalog = useEditorState((state) => state.catalog)
  if (!/^[^\s:]+:[^\s:]+$/.test(action))
    return (
      <p className={styles.aside} role="status">
        Type an action, such as <code>iam:PassRole</code>: you see whether the role may do it, and
        which items decide.
      </p>
    )
  if (needsNoPermission(action))
    return (
      <div className={styles.answer} data-decision="Allowed" role="status">
        <p>
          <b>Yes, always.</b> AWS asks no permission for it, so not even a Deny takes it away.
        </p>
      </div>
    )
  const { policies, unknown } = attachedPolicies(role, catalog)
  const { decision, matched, missingContext } = evaluateAccess(policies, {
    action,
    resource,
    context,
  })
  const trace = traceRole(draft.config, { baseline: draft.baseline })
  const places = matched.map((at) => placesOf(at, role, trace))
  const grants = whoGrants(draft, action, catalog)
  const decides = ({ at, policy }: Grant) =>
    places.some((of, index) =>
      of === undefined
        ? policyNameAt(policies, matched[index]) === policy
        : policy === undefined && of.some((place) => isWithin(at, place)),
    )
  const deciding = grants.filter(decides)
  const others = grants.filter((grant) => !decides(grant))
  const { says, why } = words[decision]
  return (
    <div className={styles.answer} data-decision={decision} role="status">
      <p>
        <b>{says}</b>
        {why}
        {resource !== "*" && (
          <>
            {" "}
            on <code>{resource}</code>
          </>
        )}
        .
      </p>
      <GrantList name="What decides" grants={deciding} />
      <GrantList name={decision === "Allowed" ? "Also" : "What comes near"} grants={others} />
      {missingContext.length > 0 && (
        <p>
          It depends on the request's{" "}
          {missingContext.map((key, index) => (
            <span key={key}>
              {index > 0 && ", "}
              <Button look="link" title="Give it a value" onClick={() => onKey(key)}>
                {key}
              </Button>
            </span>
          ))}
          .
        </p>
      )}
      {unknown.length > 0 && decision !== "ExplicitlyDenied" && (
        <p className={styles.aside}>
          {unknown.length === 1
            ? "One managed policy isn't"
            : `${unknown.length} managed policies aren't`}{" "}
          known here and may say otherwise.
        </p>
      )}
    </div>
  )
}

function GrantList({ name, grants }: { name: string; grants: readonly Grant[] }) {
  if (grants.length === 0) return null
  return (
    <ul aria-label={name}>
      {grants.slice(0, 20).map((grant) => (
        <li key={`${grant.at} ${grant.policy ?? ""} ${grant.inPolicy ?? ""}`}>
          <GrantLink grant={grant} /> <span>{limitsOf(grant)}</span> <NarrowLink grant={grant} />
        </li>
      ))}
      {grants.length > 20 && <li>{grants.length - 20} more</li>}
    </ul>
  )
}

function limitsOf({ effect, extent, limits, resources, isNotResource }: Grant): React.ReactNode {
  if (effect === "Unknown") return "a managed policy whose document isn't known here"
  const verb = effect === "Allow" ? "allows" : "denies"
  if (extent === "wholly") return `${verb} it on every resource`
  const [first] = resources
  const more = resources.length - 1
  const on =
    limits.includes("resources") && first !== undefined
      ? ` on ${isNotResource ? "all but " : ""}\`${first}\`${more > 0 ? ` and ${more} more` : ""}`
      : ""
  const when = limits.includes("condition") ? " under a condition" : ""
  const part = limits.includes("actions") ? " a part of it" : " it"
  return <Marked text={`${verb}${part}${on}${when}`} />
}

/** Where a statement of the role's own policies, or what it is made of, stands in the settings. */
function placesOf(
  at: Pointer,
  role: Role,
  trace: ReadonlyMap<Pointer, Pointer>,
): readonly Pointer[] | undefined {
  if (Number(at.split("/")[1]) >= role.Policies.length) return undefined
  const statement: Pointer = `/Policies${at}`
  for (let place: Pointer = statement; place !== ""; place = parent(place)) {
    const found = trace.get(place)
    if (found !== undefined) return [joined(found, statement.slice(place.length))]
  }
  return [...trace].flatMap(([place, from]) => (isWithin(place, statement) ? [from] : []))
}

/** A place below another, by the rest of its text. */
function joined(base: Pointer, rest: string): Pointer {
  return base === "" ? "" : `/${base.slice(1)}${rest}`
}

function policyNameAt(
  policies: readonly { readonly PolicyName: unknown }[],
  at: Pointer | undefined,
): unknown {
  return policies[Number(at?.split("/")[1])]?.PolicyName
}
