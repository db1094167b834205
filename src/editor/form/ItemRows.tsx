import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { isPolicySetting, type JsonValue, type Setting } from "../../policy/index.ts"
import { useDiagnostics, useEditor, useEditorState } from "../../store/context.tsx"
import { createIds } from "../../ui/carryIds.ts"
import { useKeptFocus } from "../../ui/keepFocus.ts"
import type { RowCommand } from "./ItemRow.tsx"
import { addBoxId } from "./lists.ts"
import { createSections, RowSection } from "./RowGroup.tsx"
import { createSeverities, type Row } from "./rows.ts"

/** The rows of a list, or of a part of it. */
export function ItemRows({ setting, rows }: { setting: Setting; rows: readonly Row[] }) {
  const { actions } = useEditor()
  const catalog = useEditorState((state) => state.catalog)
  const diagnostics = useDiagnostics()
  const [severitiesOf] = useState(createSeverities)
  const severities = useMemo(() => severitiesOf(diagnostics), [severitiesOf, diagnostics])
  const [idsOf] = useState(createIds<JsonValue>)
  const ids = useMemo(() => idsOf(rows.map((row) => row.value)), [idsOf, rows])
  const [sectionsOf] = useState(createSections)
  const sections = useMemo(
    () => sectionsOf(rows.map((row, index) => ({ ...row, id: ids[index] ?? 0 }))),
    [sectionsOf, rows, ids],
  )
  const [openIds, setOpenIds] = useState<ReadonlySet<number>>(new Set())
  const [focusOn, setFocusOn] = useState<FocusOn | undefined>(undefined)
  const list = useRef<HTMLDivElement>(null)
  const keptFocus = useKeptFocus(() => document.getElementById(addBoxId(setting)))
  const shown = useRef({ rows, ids })

  useLayoutEffect(() => {
    shown.current = { rows, ids }
  })

  useEffect(() => {
    if (!focusOn) return
    const { id, part = "button[aria-haspopup]" } = focusOn
    const control = list.current
      ?.querySelector(`[data-row="${id}"]`)
      ?.querySelector<HTMLElement>(part)
    ;(control ?? document.getElementById(addBoxId(setting)))?.focus()
  }, [focusOn, setting])

  const onCommand = useCallback(
    (id: number, command: RowCommand) => {
      const { rows: all, ids: allIds } = shown.current
      const place = allIds.indexOf(id)
      const row = all[place]
      if (!row) return
      switch (command.do) {
        case "toggle":
          setOpenIds((open) => toggled(open, id))
          return
        case "leave":
          setOpenIds((open) => toggled(open, id))
          setFocusOn({ id })
          return
        case "edit":
          setOpenIds((open) => new Set(open).add(id))
          setFocusOn({ id, part: "textarea, input" })
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
          const to = all[place + command.by]
          if (!to) return
          actions.moveItem(row.at, to.index)
          actions.announce(
            `Moved ${command.name} to place ${place + command.by + 1} of ${all.length}`,
          )
          setFocusOn({ id })
          return
        }
        case "remove":
          actions.removeItem(row.at)
          actions.announce(`Removed ${command.name}`)
          setFocusOn({ id: allIds[place + 1] ?? allIds[place - 1] })
      }
    },
    [actions, setting],
  )

  if (rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows stand in groups, which a ul can't hold
    <div ref={list} role="list" {...keptFocus}>
      {sections.map(({ key, items }, index) => (
        <RowSection
          key={key}
          groups={items}
          first={index === 0}
          last={index === sections.length - 1}
          managed={!isPolicySetting(setting)}
          openIds={openIds}
          severities={severities}
          catalog={catalog}
          onCommand={onCommand}
        />
      ))}
    </div>
  )
}

/** The row that the focus goes to, and what in it, if not its menu's button. */
interface FocusOn {
  readonly id: number | undefined
  readonly part?: string
}

function toggled(open: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(open)
  if (!next.delete(id)) next.add(id)
  return next
}
