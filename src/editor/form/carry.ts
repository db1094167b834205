import { placeOver } from "./moves.ts"
import type { ShownRow } from "./RowGroup.tsx"
import styles from "./sort.module.css"

/** A row that is picked up, and the place among the shown rows where it would land. */
export interface Carried {
  readonly row: ShownRow
  readonly name: string
  readonly rows: readonly ShownRow[]
  readonly from: number
  to: number
}

/**
 * Shows where a carried row will land, on the rows' own elements: nothing is rendered, so it costs a list of
 * thousands no more than a short one.
 */
export function createMarks(list: HTMLElement, carried: Carried) {
  const { row, rows, from } = carried
  let marked: HTMLElement | null = null
  const elementOf = (id: number | undefined) =>
    list.querySelector<HTMLElement>(`[data-row="${id}"]`)
  elementOf(row.id)?.setAttribute("data-picked", "")
  return {
    show() {
      const { to } = carried
      const next = to === from ? null : elementOf(rows[to]?.id)
      if (next !== marked) marked?.removeAttribute("data-drop")
      next?.setAttribute("data-drop", to < from ? "before" : "after")
      marked = next
      return next ?? elementOf(row.id)
    },
    clear() {
      marked?.removeAttribute("data-drop")
      elementOf(row.id)?.removeAttribute("data-picked")
    },
  }
}

/** Brings a carried row to the place below the pointer, the nearest that is in sight. */
export function carryTo(list: HTMLElement, pane: Element, carried: Carried, y: number) {
  const box = list.getBoundingClientRect()
  const sight = pane.getBoundingClientRect()
  const top = Math.max(box.top, sight.top) + 1
  const bottom = Math.min(box.bottom, sight.bottom) - 1
  const height = Math.min(Math.max(y, top), bottom)
  const over = document
    .elementsFromPoint(box.left + box.width / 2, height)
    .find((element) => element.matches("[data-row]") && list.contains(element))
  if (!(over instanceof HTMLElement)) return
  const place = carried.rows.findIndex(({ id }) => `${id}` === over.dataset.row)
  if (place < 0) return
  const { top: start, height: size } = over.getBoundingClientRect()
  carried.to = placeOver(carried.from, place, height < start + size / 2 ? "upper" : "lower")
}

/** The name of what is carried, beside the pointer. */
export function createLabel(name: string) {
  const label = document.createElement("div")
  label.className = styles.carried ?? ""
  label.textContent = name
  label.ariaHidden = "true"
  document.body.append(label)
  return {
    put(x: number, y: number) {
      label.style.transform = `translate(${x + 16}px, ${y - 14}px)`
    },
    remove: () => label.remove(),
  }
}
