import { useDeferredValue, useId, useState } from "react"
import { type Role, type ServiceAccess, summarizeAccess } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { TextInput } from "../../ui/TextInput.tsx"
import { ActionList } from "./ActionList.tsx"
import styles from "./access.module.css"

/** What the role may do, service by service: the most powerful first. */
export function ServiceList({ role }: { role: Role }) {
  const catalog = useEditorState((state) => state.catalog)
  const id = useId()
  const [typed, setTyped] = useState("")
  const query = useDeferredValue(typed.trim().toLowerCase())
  const services = summarizeAccess(role, catalog)
  const shown = services.filter((service) => matches(service, query))
  return (
    <section aria-labelledby={id} className={styles.services}>
      <header>
        <h2 id={id}>By service</h2>
        <TextInput
          type="search"
          aria-label="Filter services and actions"
          placeholder="Filter"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </header>
      {shown.length === 0 && (
        <p className={styles.aside}>
          {services.length === 0 ? "This role may do nothing." : "No service or action fits."}
        </p>
      )}
      <ul>
        {shown.map((service) => (
          <Service key={service.service} service={service} query={query} />
        ))}
      </ul>
    </section>
  )
}

function matches({ service, name, actions, unknown }: ServiceAccess, query: string): boolean {
  const text = query.includes(":") ? query : undefined
  if (text) return actionsLike(actions, unknown, service, query).length > 0
  return (
    `${service} ${name}`.toLowerCase().includes(query) ||
    actionsLike(actions, unknown, service, query).length > 0
  )
}

function actionsLike(
  actions: ServiceAccess["actions"],
  unknown: ServiceAccess["unknown"],
  service: string,
  query: string,
) {
  return [...actions, ...unknown].filter((action) =>
    `${service}:${action.name}`.toLowerCase().includes(query),
  )
}

function Service({ service, query }: { service: ServiceAccess; query: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { name, service: prefix, actions, unknown } = service
  const found =
    query === "" || `${prefix} ${name}`.toLowerCase().includes(query)
      ? [...actions, ...unknown]
      : actionsLike(actions, unknown, prefix, query)
  return (
    <li className={styles.service}>
      <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name={open ? "down" : "right"} />
        <b>{name}</b>
        <code>{prefix}</code>
        <Levels service={service} />
        <span className={styles.where}>{whereOf(service)}</span>
      </button>
      <div id={id} hidden={!open}>
        {open && <ActionList service={prefix} actions={found} />}
      </div>
    </li>
  )
}

function Levels({ service: { levels, allowed, total, isKnown } }: { service: ServiceAccess }) {
  if (!isKnown) return <span className={styles.levels}>not in AWS's list</span>
  if (allowed === total)
    return <span className={styles.levels}>all {total.toLocaleString("en")} actions</span>
  return (
    <span className={styles.levels}>
      {levels
        .filter((level) => level.allowed > 0)
        .map(({ level, allowed: count, total: of }) => (
          <i key={level} data-power={level === "Permissions management" || undefined}>
            {level === "Permissions management" ? "Permissions" : level} {count} of {of}
          </i>
        ))}
    </span>
  )
}

/** On what, and under which limits, in a few words. */
function whereOf(service: ServiceAccess): string {
  const { allowed, everywhere, resources, resourceCount, conditional, reduced, denied } = service
  const [first] = resources
  const more = resourceCount - 1
  const limits = [
    ...(everywhere === allowed
      ? []
      : [
          everywhere === 0 && first !== undefined
            ? `on ${first}${more > 0 ? ` and ${more} more` : ""}`
            : `${allowed - everywhere} of them on some resources only`,
        ]),
    ...(conditional > 0
      ? [conditional === allowed ? "under conditions" : `${conditional} under conditions`]
      : []),
    ...(reduced > 0 ? [`${reduced} reduced by a Deny`] : []),
    ...(denied > 0 ? [`${denied} denied`] : []),
  ]
  return limits.join(", ")
}
