import { useEffect, useMemo, useRef, useState } from "react"
import { isPolicySetting } from "../../policy/index.ts"
import { useDiagnostics, useEditorState } from "../../store/context.tsx"
import { useKeptFocus } from "../../ui/keepFocus.ts"
import { NothingFound } from "./ListTools.tsx"
import { addBoxId } from "./lists.ts"
import { createSections, RowSection } from "./RowGroup.tsx"
import { createSeverities } from "./rows.ts"
import { wordsOf } from "./rowWords.ts"
import type { List } from "./useList.ts"
import { type FocusOn, useRowCommands } from "./useRowCommands.ts"
import { useSorting } from "./useSorting.ts"

/** The rows of a list, or of a part of it. */
export function ItemRows({ list }: { list: List }) {
  const { setting, rows, openIds, hidden, countShown } = list
  const catalog = useEditorState((state) => state.catalog)
  const diagnostics = useDiagnostics()
  const [severitiesOf] = useState(createSeverities)
  const severities = useMemo(() => severitiesOf(diagnostics), [severitiesOf, diagnostics])
  const [sectionsOf] = useState(createSections)
  const sections = useMemo(() => sectionsOf(rows), [sectionsOf, rows])
  const [focusOn, setFocusOn] = useState<FocusOn | undefined>(undefined)
  const element = useRef<HTMLDivElement>(null)
  const keptFocus = useKeptFocus(() => document.getElementById(addBoxId(setting)))
  const managed = !isPolicySetting(setting)

  useEffect(() => {
    if (!focusOn) return
    const { id, part = "button[aria-haspopup]" } = focusOn
    const control = element.current
      ?.querySelector(`[data-row="${id}"]`)
      ?.querySelector<HTMLElement>(part)
    ;(control ?? document.getElementById(addBoxId(setting)))?.focus()
  }, [focusOn, setting])

  const { onCommand, move } = useRowCommands(list, setFocusOn)
  const sorting = useSorting({
    list,
    element,
    nameOf: ({ value }) => wordsOf(value, managed, catalog).name,
    onMove(row, target, name) {
      move(row, target, name)
      setFocusOn({ id: row.id, part: "[data-handle]" })
    },
  })

  if (rows.length === 0) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the rows stand in groups, which a ul can't hold */}
      <div
        ref={element}
        role="list"
        {...sorting}
        onFocus={(event) => {
          keptFocus.onFocus()
          sorting.onFocus(event)
        }}
        onBlur={(event) => {
          keptFocus.onBlur()
          sorting.onBlur(event)
        }}
      >
        {sections.map(({ key, items }, index) => (
          <RowSection
            key={key}
            groups={items}
            first={index === 0}
            last={index === sections.length - 1}
            managed={managed}
            openIds={openIds}
            hidden={hidden}
            severities={severities}
            catalog={catalog}
            onCommand={onCommand}
          />
        ))}
      </div>
      {countShown === 0 && <NothingFound list={list} />}
    </>
  )
}
