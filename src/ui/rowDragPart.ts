import { lazyPart } from "./lazy.ts"
import type { followPointer } from "./rowDrag.ts"

/** The code of dragging: warmed when a handle is likely to be used. */
export const rowDragPart = lazyPart(() => import("./rowDrag.ts"))

/** Goes on with a press once the code for it has come, if the pointer is still down; `moved`: its last move. */
export function whenDragLoaded(
  { pointerId }: { readonly pointerId: number },
  then: (code: { readonly followPointer: typeof followPointer }, moved?: PointerEvent) => void,
): void {
  const code = rowDragPart.get()
  if (code) {
    then(code)
    return
  }
  let moved: PointerEvent | undefined
  rowDragPart.warm()
  const over = new AbortController()
  const { signal } = over
  const stop = rowDragPart.subscribe(() => {
    const loaded = rowDragPart.get()
    over.abort()
    if (loaded) then(loaded, moved)
  })
  signal.addEventListener("abort", stop)
  const note = (event: PointerEvent) => {
    if (event.pointerId === pointerId) moved = event
  }
  addEventListener("pointermove", note, { signal })
  for (const type of ["pointerup", "pointercancel"] as const)
    addEventListener(type, (event) => event.pointerId === pointerId && over.abort(), { signal })
}
