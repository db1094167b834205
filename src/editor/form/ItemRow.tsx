import { memo, useId, useState } from "react"
import type { Catalog, JsonValue, Pointer, Severity } from "../../policy/index.ts"
import { toPolicyItem } from "../../policy/index.ts"
import { Hidden } from "../../ui/Hidden.tsx"
import { Icon } from "../../ui/Icon.tsx"
import { MenuButton } from "../../ui/MenuButton.tsx"
import { EditText } from "./EditText.tsx"
import styles from "./form.module.css"
import { RawItem } from "./RawItem.tsx"
import { describeItem, describeManaged, type Words } from "./words.ts"

/** What a person does to one row; `name` is what the row is called. */
export type RowCommand =
  | { readonly do: "toggle" | "edit" | "leave" }
  | { readonly do: "type"; readonly value: JsonValue }
  | { readonly do: "duplicate" | "remove"; readonly name: string }
  | { readonly do: "move"; readonly by: 1 | -1; readonly name: string }

interface ItemRowProps {
  id: number
  at: Pointer
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
    // biome-ignore lint/a11y/useSemanticElements: an li needs its ul right above, and the rows stand in groups
    <div
      role="listitem"
      className={styles.row}
      data-row={id}
      data-at={at}
      data-open={open || undefined}
    >
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
            <Name text={name} />
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
        <MenuButton
          label={`Actions for ${name}`}
          icon="more"
          keepFocus
          items={() => [
            { id: "edit", label: "Edit", onSelect: () => onCommand(id, { do: "edit" }) },
            {
              id: "duplicate",
              label: "Duplicate",
              onSelect: () => onCommand(id, { do: "duplicate", name }),
            },
            {
              id: "up",
              label: "Move up",
              disabled: first,
              onSelect: () => onCommand(id, { do: "move", by: -1, name }),
            },
            {
              id: "down",
              label: "Move down",
              disabled: last,
              onSelect: () => onCommand(id, { do: "move", by: 1, name }),
            },
            {
              id: "remove",
              label: "Remove",
              onSelect: () => onCommand(id, { do: "remove", name }),
            },
          ]}
        />
      </div>
      {!text && (
        <div id={bodyId} className={styles.body} hidden={!open}>
          {opened && <RawItem name={name} value={value} onChange={say} />}
        </div>
      )}
    </div>
  )
})

/** Names up to so many characters fit into every row. */
const shortName = 24

function Name({ text }: { text: string }) {
  return (
    <b title={text} data-long={text.length > shortName || undefined}>
      {text}
    </b>
  )
}

function wordsOf(value: JsonValue, managed: boolean, catalog: Catalog): Words {
  if (managed)
    return typeof value === "string"
      ? describeManaged(value)
      : {
          name: JSON.stringify(value),
          says: "Not a managed policy's name: Jets can't use it",
          facts: [],
        }
  const item = toPolicyItem(value, "")
  return item
    ? describeItem(item, catalog)
    : { name: JSON.stringify(value), says: "Not a policy item: the role leaves it out", facts: [] }
}
