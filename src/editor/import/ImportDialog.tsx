import { lazy, Suspense } from "react"
import { useEditorState } from "../../store/context.tsx"
import { Dialog } from "../../ui/Dialog.tsx"

const Import = lazy(async () => ({ default: (await import("./Import.tsx")).Import }))

/** The one door for all that a person has already. */
export function ImportDialog() {
  const importing = useEditorState((state) => state.importing)
  return (
    <Dialog asked={importing} title="Import" wide>
      {(close) => (
        <Suspense>{importing && <Import start={importing.text} onDone={close} />}</Suspense>
      )}
    </Dialog>
  )
}
