import { ImportDialog } from "../editor/import/ImportDialog.tsx"
import { NarrowDialog } from "../output/access/NarrowDialog.tsx"
import { ShareDialog } from "../output/ShareDialog.tsx"
import { DraftsDialog } from "./DraftsDialog.tsx"
import { ShortcutsDialog } from "./ShortcutsDialog.tsx"

/** The dialogs of the editor. Each opens when the store is asked for it, also before their code has come. */
export function Dialogs() {
  return (
    <>
      <ShortcutsDialog />
      <ShareDialog />
      <DraftsDialog />
      <ImportDialog />
      <NarrowDialog />
    </>
  )
}
