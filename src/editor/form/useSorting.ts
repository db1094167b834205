import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
} from "react"
import { useEditor } from "../../store/context.tsx"
import { rowDragPart, whenDragLoaded } from "../../ui/rowDragPart.ts"
import { type Carried, carryTo, createLabel, createMarks } from "./carry.ts"
import { placeByKey } from "./moves.ts"
import type { ShownRow } from "./RowGroup.tsx"
import type { List } from "./useList.ts"

interface Sorting {
  list: List
  element: RefObject<HTMLElement | null>
  nameOf: (row: ShownRow) => string
  /** Puts a row into the place of another. */
  onMove: (row: ShownRow, target: ShownRow, name: string) => void
}

/** What makes a list's rows sortable by their handles: the handlers for the element around them. */
export function useSorting({ list, element, nameOf, onMove }: Sorting) {
  const { actions } = useEditor()
  const held = useRef<Held | undefined>(undefined)
  useEffect(() => {
    // The places are other ones now.
    if (held.current?.all !== list.rows || held.current.hidden !== list.hidden) letGo()
  })

  function pickUp(handle: Element): Held | undefined {
    letGo()
    const id = Number(handle.closest<HTMLElement>("[data-row]")?.dataset.row)
    const { rows: all, hidden } = list
    const rows = all.filter((row) => !hidden.has(row.id))
    const from = rows.findIndex((row) => row.id === id)
    const row = rows[from]
    if (!row || !element.current) return undefined
    const carried = { row, name: nameOf(row), rows, from, to: from }
    held.current = { all, hidden, carried, marks: createMarks(element.current, carried) }
    return held.current
  }
  function letGo() {
    held.current?.marks.clear()
    held.current = undefined
  }
  function drop({ carried: { row, name, rows, to } }: Held) {
    letGo()
    const target = rows[to]
    if (!target) return
    if (target === row) actions.announce(`${name} stays where it was`)
    else onMove(row, target, name)
  }
  function cancel({ carried: { name } }: Held) {
    letGo()
    actions.announce(`${name} stays where it was`)
  }
  const placeOf = ({ carried: { to, rows } }: Held) => `place ${to + 1} of ${rows.length}`

  function drag(down: PointerEvent<HTMLElement>, handle: HTMLElement) {
    let now: Held | undefined
    let label: ReturnType<typeof createLabel> | undefined
    let pane: Element = document.documentElement
    const isHeld = () => now !== undefined && now === held.current
    whenDragLoaded(down.nativeEvent, ({ followPointer }, moved) =>
      followPointer(
        down.nativeEvent,
        handle,
        {
          onStart(scrolls) {
            pane = scrolls
            now = pickUp(handle)
            if (now) label = createLabel(now.carried.name)
          },
          onMove(x, y) {
            if (!now || !element.current || !isHeld()) return
            carryTo(element.current, pane, now.carried, y)
            now.marks.show()
            label?.put(x, y)
          },
          onEnd(canceled) {
            label?.remove()
            if (!now || !isHeld()) return
            if (canceled) cancel(now)
            else drop(now)
          },
        },
        moved,
      ),
    )
  }

  return {
    onPointerOver: (event: PointerEvent<HTMLElement>) => {
      if (handleIn(event)) rowDragPart.warm()
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (handleIn(event)) rowDragPart.warm()
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const handle = handleIn(event)
      // What isn't trusted is the same press, told again once the code has come.
      if (handle && event.isPrimary && event.button === 0 && event.isTrusted) drag(event, handle)
    },
    // By a key, or by a screen reader: a press of a pointer counts its clicks.
    onClick: (event: MouseEvent<HTMLElement>) => {
      const handle = handleIn(event)
      if (!handle || event.detail > 0) return
      if (held.current) return drop(held.current)
      const now = pickUp(handle)
      if (now)
        actions.announce(
          `Picked up ${now.carried.name}, ${placeOf(now)}. Arrow keys move it, Space drops it, Escape puts it back.`,
        )
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const now = held.current
      if (!handleIn(event)) return
      if (event.key === "Enter" && event.repeat) event.preventDefault()
      if (!now || event.ctrlKey || event.metaKey || event.altKey) return
      const { carried } = now
      if (event.key === "Escape") {
        event.preventDefault()
        return cancel(now)
      }
      const to = placeByKey(event.key, carried.to, carried.rows.length)
      if (to === undefined) return
      event.preventDefault()
      carried.to = to
      now.marks.show()?.scrollIntoView({ block: "nearest" })
      actions.announce(`${carried.name}: ${placeOf(now)}`)
    },
    onBlur: (event: FocusEvent<HTMLElement>) => {
      if (held.current && handleIn(event)) cancel(held.current)
    },
  }
}

interface Held {
  readonly all: readonly ShownRow[]
  readonly hidden: ReadonlySet<number>
  readonly carried: Carried
  readonly marks: ReturnType<typeof createMarks>
}

function handleIn({ target }: { target: EventTarget }): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-handle]") : null
}
