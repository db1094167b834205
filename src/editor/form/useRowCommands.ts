import { useCallback, useLayoutEffect, useRef } from "react"
import { useEditor } from "../../store/context.tsx"
import { moveEdits } from "./moves.ts"
import type { ShownRow } from "./RowGroup.tsx"
import type { RowCommand } from "./RowMenu.tsx"
import { rowsOf } from "./rows.ts"
import type { List } from "./useList.ts"

/** The row that the focus goes to, and what in it, if not its menu's button. */
export interface FocusOn {
  readonly id: number | undefined
  readonly part?: string
}

/** What can be done to the rows of a list; the functions stay the same, so that no row is rendered for them. */
export function useRowCommands(list: List, setFocusOn: (on: FocusOn) => void) {
  const { setting, setOpenIds } = list
  const { actions, getState } = useEditor()
  const shown = useRef(list)
  useLayoutEffect(() => {
    shown.current = list
  })

  const move = useCallback(
    (row: ShownRow, target: ShownRow, name: string) => {
      const all = rowsOf(getState().draft.config, setting)
      const placeOf = (at: string) => all.findIndex((one) => one.at === at)
      const edits = moveEdits(setting, all, placeOf(row.at), placeOf(target.at))
      actions.applyFix({ title: "Move", edits })
      const { rows } = shown.current
      actions.announce(`Moved ${name} to place ${rows.indexOf(target) + 1} of ${rows.length}`)
    },
    [actions, getState, setting],
  )

  const onCommand = useCallback(
    (id: number, command: RowCommand) => {
      const { rows: all, hidden } = shown.current
      const place = all.findIndex((row) => row.id === id)
      const row = all[place]
      if (!row) return
      /** The next row on either side, rather one that is shown. */
      const beside = (by: 1 | -1) => {
        const side = by > 0 ? all.slice(place + 1) : all.slice(0, place).reverse()
        return side.find((one) => !hidden.has(one.id)) ?? side[0]
      }
      switch (command.do) {
        case "toggle":
          setOpenIds((open) => toggled(open, id))
          return
        case "leave":
          setOpenIds((open) => toggled(open, id))
          setFocusOn({ id })
          return
        case "close":
          setOpenIds((open) => new Set([...open].filter((one) => one !== id)))
          setFocusOn({ id })
          return
        case "edit":
          setOpenIds((open) => new Set(open).add(id))
          setFocusOn({ id, part: "textarea, input" })
          return
        case "narrow":
          actions.narrow(row.at)
          return
        case "type":
          actions.typeItem(row.at, command.value)
          return
        case "duplicate":
          actions.addItems(setting, [structuredClone(row.value)], row.index + 1)
          actions.announce(`Duplicated ${command.name}`)
          setFocusOn({ id })
          return
        case "move": {
          const target = beside(command.by)
          if (!target) return
          move(row, target, command.name)
          setFocusOn({ id })
          return
        }
        case "remove":
          actions.removeItem(row.at)
          actions.announce(`Removed ${command.name}`)
          setFocusOn({ id: (beside(1) ?? beside(-1))?.id })
      }
    },
    [actions, setting, setOpenIds, setFocusOn, move],
  )
  return { onCommand, move }
}

function toggled(open: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
