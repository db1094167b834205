import { useEffect, useMemo, useState } from "react"
import { isPolicySetting, isWithin, type JsonValue, type Setting } from "../../policy/index.ts"
import { useEditorState } from "../../store/context.tsx"
import { createIds } from "../../ui/carryIds.ts"
import { afterPaint } from "../../ui/schedule.ts"
import { createHidden } from "./filter.ts"
import type { ShownRow } from "./RowGroup.tsx"
import type { Row } from "./rows.ts"

/** A list's rows, and which of them are open and shown. */
export interface List {
  readonly setting: Setting
  readonly rows: readonly ShownRow[]
  readonly openIds: ReadonlySet<number>
  readonly setOpenIds: (change: (open: ReadonlySet<number>) => ReadonlySet<number>) => void
  /** What is typed into the filter. */
  readonly query: string
  readonly setQuery: (query: string) => void
  /** The rows that the filter hides. */
  readonly hidden: ReadonlySet<number>
  readonly countShown: number
}

export function useList(setting: Setting, from: readonly Row[]): List {
  const catalog = useEditorState((state) => state.catalog)
  const revealed = useEditorState((state) => state.revealed)
  const [idsOf] = useState(createIds<JsonValue>)
  const rows = useMemo(() => {
    const ids = idsOf(from.map((row) => row.value))
    return from.map((row, index) => ({ ...row, id: ids[index] ?? 0 }))
  }, [idsOf, from])
  const [openIds, setOpenIds] = useState<ReadonlySet<number>>(new Set())
  const [query, setQuery] = useState("")
  const [applied, setApplied] = useState("")
  const [hiddenOf] = useState(() => createHidden(!isPolicySetting(setting)))
  const hidden = hiddenOf(applied, rows, catalog)
  useEffect(() => {
    // The key itself is painted first: thousands of rows may come or go with it.
    if (query !== applied) return afterPaint(() => setApplied(query))
  }, [query, applied])
  const [seen, setSeen] = useState(revealed)
  if (revealed !== seen) {
    setSeen(revealed)
    const row = revealed && rows.find(({ at }) => isWithin(revealed.at, at))
    if (row && hidden.has(row.id)) {
      setQuery("")
      setApplied("")
    }
    // What lies inside of an item is only seen when it is open.
    if (row && revealed.at !== row.at) setOpenIds((open) => new Set(open).add(row.id))
  }
  const countShown = useMemo(
    () => (hidden.size === 0 ? rows.length : rows.filter(({ id }) => !hidden.has(id)).length),
    [rows, hidden],
  )
  return { setting, rows, openIds, setOpenIds, query, setQuery, hidden, countShown }
}
