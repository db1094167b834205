import { memo, useId, useState } from "react"
import type { Catalog, JsonValue, Pointer, Severity } from "../../policy/index.ts"
import { Hidden } from "../../ui/Hidden.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { EditText } from "./EditText.tsx"
import styles from "./form.module.css"
import { ItemBody } from "./ItemBody.tsx"
import { type RowCommand, RowMenu } from "./RowMenu.tsx"
import { wordsOf } from "./rowWords.ts"
import sort from "./sort.module.css"

interface ItemRowProps {
  id: number
  /** Its place, while it is open. */
  at: Pointer | undefined
  value: JsonValue
  first: boolean
  last: boolean
  managed: boolean
  open: boolean
  severity: Severity | undefined
  catalog: Catalog
  onCommand: (id: number, command: RowCommand) => void
}

/** One item: what it grants in words, and what can be done to it. Renders again only when it changes. */
export const ItemRow = memo(function ItemRow({
  id,
  at,
  value,
  first,
  last,
  managed,
  open,
  severity,
  catalog,
  onCommand,
}: ItemRowProps) {
  const bodyId = useId()
  const { name, says, facts } = wordsOf(value, managed, catalog)
  const text = typeof value === "string"
  // Once opened it stays, hidden: a text that isn't valid yet must not be lost by closing the row.
  const [opened, setOpened] = useState(open)
  if (open && !opened) setOpened(true)
  const toggle = () => onCommand(id, { do: "toggle" })
  const say = (next: JsonValue) => onCommand(id, { do: "type", value: next })
  return (
    <>
      <button
        type="button"
        className={sort.handle}
        aria-label={`Move ${name}`}
        title="Drag it, or press Space and then the arrow keys"
        data-handle
      />
      {text && open ? (
        <EditText
          value={value}
          managed={managed}
          catalog={catalog}
          onDone={(next, byKey) => {
            if (next !== undefined && next !== value) say(next)
            onCommand(id, { do: byKey ? "leave" : "toggle" })
          }}
        />
      ) : (
        <div className={styles.what}>
          {text ? (
            <Name text={name} severity={severity} />
          ) : (
            <button
              type="button"
              className={styles.opener}
              aria-expanded={open}
              aria-controls={bodyId}
              onClick={toggle}
            >
              <Icon name={open ? "down" : "right"} />
              <Name text={name} />
            </button>
          )}
          <span title={says}>{says}</span>
        </div>
      )}
      <div className={styles.tail}>
        <div className={styles.facts}>
          {facts.map((fact) => (
            <i key={fact.text} data-power={fact.power || undefined}>
              {fact.text}
            </i>
          ))}
        </div>
        <span className={styles.severity} data-severity={severity}>
          {severity && (
            <>
              <Icon name={severity} />
              <Hidden>{severity}</Hidden>
            </>
          )}
        </span>
        <RowMenu
          id={id}
          name={name}
          value={managed ? undefined : value}
          first={first}
          last={last}
          onCommand={onCommand}
        />
      </div>
      {!text && (
        <div id={bodyId} className={styles.body} hidden={!open}>
          {opened && <ItemBody at={at} name={name} value={value} onChange={say} />}
        </div>
      )}
    </>
  )
})

/** Names up to so many characters fit into every row. */
const shortName = 24

function Name({ text, severity }: { text: string; severity?: Severity | undefined }) {
  return (
    <b
      title={text}
      data-long={text.length > shortName || undefined}
      data-wrong={severity === "error" || severity === "warning" || undefined}
    >
      {text}
    </b>
  )
}
