import { useStore } from "zustand"
import { usePage } from "../commands/context.tsx"
import { encodeLink } from "../link/link.ts"
import { toMarkdown } from "../policy/index.ts"
import { checks } from "../store/checks.ts"
import { useEditor, useEditorState, useSettledDraft } from "../store/context.tsx"
import { Button } from "../ui/Button.tsx"
import { addressOf } from "./addressOf.ts"

/** Puts what a change means on the clipboard, as a paragraph for a pull request. */
export function CopyMarkdown() {
  const { actions } = useEditor()
  const page = usePage()
  const draft = useSettledDraft()
  const base = useEditorState((state) => state.base)
  const catalog = useEditorState((state) => state.catalog)
  const code = useStore(checks, (state) => state.code)
  const copy = async () => {
    const before = base ?? { config: {}, baseline: draft.baseline }
    const payload = encodeLink({ ...draft, ...(base && { base }) })
    const text = toMarkdown(before, draft, catalog, {
      problems: code?.newDiagnostics(before, draft, catalog) ?? [],
      ...(payload !== undefined && { link: addressOf(payload) }),
    })
    if (await page.copy(text)) actions.announce("Copied as Markdown")
    else actions.notify("Your browser doesn't let the page copy.")
  }
  return (
    <Button look="link" title="A paragraph for a pull request, with a preview link" onClick={copy}>
      Copy as Markdown
    </Button>
  )
}
