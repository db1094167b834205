import {
  AutoScroller,
  Cursor,
  DragDropManager,
  Draggable,
  PointerActivationConstraints,
  PointerSensor,
  PreventSelection,
  Scroller,
} from "@dnd-kit/dom"
import { getFirstScrollableAncestor } from "@dnd-kit/dom/utilities"

export interface DragEvents {
  /** `pane`: what scrolls while the pointer is near its edges. */
  readonly onStart: (pane: Element) => void
  readonly onMove: (x: number, y: number) => void
  readonly onEnd: (canceled: boolean) => void
}

/**
 * Follows a pointer that went down on a handle, and may have moved since, until it is let go. All of it exists
 * for this one press, so a long list has nothing to set up.
 */
export function followPointer(
  down: PointerEvent,
  handle: HTMLElement,
  events: DragEvents,
  moved?: PointerEvent,
): void {
  const pane = getFirstScrollableAncestor(handle) ?? document.documentElement
  const manager = new DragDropManager({
    plugins: [
      AutoScroller.configure({ threshold: { x: 0, y: 0.15 }, acceleration: 25 }),
      Cursor,
      PreventSelection,
    ],
    sensors: [
      PointerSensor.configure({
        activationConstraints: [new PointerActivationConstraints.Distance({ value: 4 })],
        preventActivation: () => false,
      }),
    ],
  })
  // What is below the pointer may be another pane, or a text field that scrolls.
  const scroller = manager.registry.plugins.get(Scroller)
  if (scroller) scroller.getScrollableElements = () => new Set([pane])
  const draggable = new Draggable({ id: "row", element: handle, handle }, manager)

  const over = new AbortController()
  const end = () => {
    over.abort()
    // The manager still has to finish what it tells of.
    setTimeout(() => {
      draggable.destroy()
      manager.destroy()
    })
  }
  const at = { x: down.clientX, y: down.clientY }
  const move = () => events.onMove(at.x, at.y)
  const { signal } = over
  manager.monitor.addEventListener("dragstart", () => {
    events.onStart(pane)
    pane.addEventListener("scroll", move, { signal, passive: true })
  })
  manager.monitor.addEventListener("dragmove", ({ to }) => {
    if (to) Object.assign(at, to)
    move()
  })
  manager.monitor.addEventListener("dragend", ({ canceled }) => {
    end()
    events.onEnd(canceled)
  })
  const released = () => {
    if (manager.dragOperation.status.idle) end()
  }
  addEventListener("pointerup", released, { signal })
  addEventListener("pointercancel", released, { signal })
  // The sensor tells of a move a frame later; the row is dropped where the pointer is now.
  const moveNow = ({ pointerId, clientX, clientY }: PointerEvent) => {
    if (pointerId === down.pointerId && manager.dragOperation.status.dragging)
      events.onMove(clientX, clientY)
  }
  addEventListener("pointerup", moveNow, { signal, capture: true })
  // The sensor listens once the draggable is registered; the press itself was before that.
  queueMicrotask(() => {
    handle.dispatchEvent(new PointerEvent("pointerdown", down))
    if (moved) document.dispatchEvent(new PointerEvent("pointermove", moved))
  })
}
