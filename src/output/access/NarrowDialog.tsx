import { lazy, Suspense } from "react"
import { useEditorState } from "../../store/context.tsx"
import { Dialog } from "../../ui/Dialog.tsx"

const Narrow = lazy(async () => ({ default: (await import("./Narrow.tsx")).Narrow }))

/** Narrows an item that allows more than is needed. */
export function NarrowDialog() {
  const narrowed = useEditorState((state) => state.narrowed)
  return (
    <Dialog asked={narrowed} title="Narrow" wide>
      {(close) => <Suspense>{narrowed && <Narrow at={narrowed.at} onDone={close} />}</Suspense>}
    </Dialog>
  )
}
