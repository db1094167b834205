import { lineAt, showLine } from "../../output/lines.ts"
import type { EditorStore } from "../../store/store.ts"
import { afterPaint } from "../../ui/schedule.ts"
import "./light.css"
import { createOutputKeys } from "./outputKeys.ts"
import { createPlaces } from "./places.ts"

/** What a key changes is lit once no other follows so soon, in milliseconds: most keys stay in the lit lines. */
const handRests = 200

/**
 * Lights an item's row, lines and problems together, where the pointer is or else the focus, until `end`. It
 * marks elements of the page and renders nothing: a pointer crosses hundreds of lines.
 */
export function startLight(editor: EditorStore, end: AbortSignal): void {
  const places = createPlaces(editor)
  let over: Element | undefined
  let focused: Element | undefined
  /** The line whose click sends the focus to its item: the output needs not move then. */
  let clicked: Element | undefined
  let lit: ReadonlySet<Element> = new Set()
  let waiting: ReturnType<typeof setTimeout> | undefined

  function light() {
    const item = places.itemOf(over) ?? places.itemOf(focused)
    const next = new Set(item === undefined ? [] : places.elementsOf(item))
    for (const element of lit) if (!next.has(element)) element.removeAttribute("data-lit")
    for (const element of next) if (!lit.has(element)) element.setAttribute("data-lit", "")
    lit = next
  }

  function afterChange() {
    clearTimeout(waiting)
    if (over || focused) waiting = setTimeout(light, handRests)
  }

  /** Brings the first line of a row's item into view. */
  function showLineOf(row: Element) {
    if (!row.closest("[data-at]")) return
    const { draft } = editor.getState()
    afterPaint(() => {
      const item = places.itemOf(row)
      const line = item === undefined ? undefined : places.firstLine(item)
      if (line && editor.getState().draft === draft) showLine(line)
    })
  }

  function point(element: Element | undefined) {
    const before = places.itemOf(over)
    over = element
    if (places.itemOf(over) !== before) light()
  }

  function focus(element: Element | undefined) {
    const item = places.itemOf(element)
    const isWithinRow = focused?.closest("[data-at]") && places.itemOf(focused) === item
    const isFromLine = clicked && places.itemOf(clicked) === item
    focused = element
    over = undefined
    clicked = undefined
    light()
    if (element && !isWithinRow && !isFromLine) showLineOf(element)
  }

  function reveal(line: Element) {
    const item = places.itemOf(line)
    if (item === undefined || editor.getState().readOnly) return
    clicked = line
    editor.actions.reveal(item)
  }

  const options = { signal: end, passive: true }
  document.addEventListener(
    "pointerover",
    ({ target, pointerType }) => {
      if (pointerType !== "touch") point(elementIn(target))
    },
    options,
  )
  document.documentElement.addEventListener("pointerleave", () => point(undefined), options)
  document.addEventListener("focusin", ({ target }) => focus(elementIn(target)), options)
  document.addEventListener(
    "focusout",
    ({ relatedTarget }) => {
      if (!relatedTarget) focus(undefined)
    },
    options,
  )
  document.addEventListener(
    "click",
    (event) => {
      const element = elementIn(event.target)
      const line = element && lineAt(element)?.element
      if (line && isPlain(event)) reveal(line)
      else if (element) showLineOf(element)
    },
    options,
  )
  document.addEventListener("keydown", createOutputKeys({ places, editor, focus, reveal }), {
    signal: end,
  })

  const stops = [
    editor.settled.subscribe(afterChange),
    editor.subscribe((state, before) => {
      if (state.scope !== before.scope || state.outputTab !== before.outputTab) afterChange()
    }),
  ]
  end.addEventListener("abort", () => {
    for (const stop of stops) stop()
    clearTimeout(waiting)
  })

  over = [...document.querySelectorAll(":hover")].at(-1)
  focused = document.activeElement ?? undefined
  light()
}

/** A click that only points at something: it selects no text and isn't the second of two. */
function isPlain(event: MouseEvent): boolean {
  return event.detail < 2 && document.getSelection()?.isCollapsed !== false
}

const elementIn = (target: EventTarget | null) => (target instanceof Element ? target : undefined)
