import { actionOf, isObject, type JsonValue } from "../../policy/index.ts"
import { MenuButton } from "../../ui/MenuButton.tsx"
import { statementFor, stringFor } from "./statement/edits.ts"

/** What a person does to one row; `name` is what the row is called. */
export type RowCommand =
  | { readonly do: "toggle" | "edit" | "leave" | "close" | "narrow" }
  | { readonly do: "type"; readonly value: JsonValue }
  | { readonly do: "duplicate" | "remove"; readonly name: string }
  | { readonly do: "move"; readonly by: 1 | -1; readonly name: string }

interface RowMenuProps {
  id: number
  name: string
  /** The item of a policy list; it may be written in another way that means the same. */
  value: JsonValue | undefined
  first: boolean
  last: boolean
  onCommand: (id: number, command: RowCommand) => void
}

/** What can be done to a row, in a menu at its end. */
export function RowMenu({ id, name, value, first, last, onCommand }: RowMenuProps) {
  return (
    <MenuButton
      label={`Actions for ${name}`}
      icon="more"
      keepFocus
      items={() => [
        { id: "edit", label: "Edit", onSelect: () => onCommand(id, { do: "edit" }) },
        ...otherWays(value).map((way) => ({
          id: way.label,
          label: way.label,
          onSelect: () => {
            onCommand(id, { do: "type", value: way.value })
            onCommand(id, { do: isObject(way.value) ? "edit" : "close" })
          },
        })),
        ...(typeof value === "string" && isBroad(value)
          ? [{ id: "narrow", label: "Narrow…", onSelect: () => onCommand(id, { do: "narrow" }) }]
          : []),
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
        { id: "remove", label: "Remove", onSelect: () => onCommand(id, { do: "remove", name }) },
      ]}
    />
  )
}

/** Whether a string item allows several actions. */
const isBroad = (item: string) => /[*?]/.test(actionOf(item))

/** The other ways to write an item that give the same role. */
function otherWays(value: JsonValue | undefined): readonly { label: string; value: JsonValue }[] {
  if (typeof value === "string")
    return [{ label: "Turn into a statement", value: statementFor(actionOf(value)) }]
  const text = isObject(value) ? stringFor(value) : undefined
  return text === undefined ? [] : [{ label: `Turn into ${text}`, value: text }]
}
