import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from "react"
import { useEditor, useHistory } from "../store/context.tsx"
import {
  type Command,
  type CommandContext,
  type CommandId,
  commands,
  shortcuts,
} from "./commands.ts"
import type { Page } from "./page.ts"
import { matches } from "./shortcut.ts"

const PageContext = createContext<Page | undefined>(undefined)

export function PageProvider({ page, children }: { page: Page; children: ReactNode }) {
  return <PageContext value={page}>{children}</PageContext>
}

/** What the browser around the editor can do. */
export function usePage(): Page {
  const page = useContext(PageContext)
  if (!page) throw new Error("Commands need a PageProvider above them")
  return page
}

function useCommandContext(): CommandContext {
  const editor = useEditor()
  const page = usePage()
  return useMemo(() => ({ editor, page }), [editor, page])
}

/** A command, ready for a button. */
export function useCommand(id: CommandId): { label: string; enabled: boolean; run: () => void } {
  const context = useCommandContext()
  useHistory()
  const command: Command = commands[id]
  return {
    label: command.label,
    enabled: command.enabled?.(context) ?? true,
    run: () => command.run(context),
  }
}

/** Whether this is a Mac, whose keys have other names; the prerendered page is for the others. */
export function useMac(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => /Mac|iP/.test(navigator.platform),
    () => false,
  )
}

/** Listens to the keyboard for all commands. A text field keeps its own keys while it holds uncommitted text. */
export function useShortcuts() {
  const context = useCommandContext()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const inDialog = event.target instanceof Element && event.target.closest("dialog")
      if (event.defaultPrevented || inDialog) return
      const found = shortcuts.find(({ shortcut }) => matches(shortcut, event))
      if (found && context.editor.getState().readOnly && !found.command.onPreview) return
      if (!found || (isText(event.target) && keepsKey(event.target, found.id))) return
      event.preventDefault()
      found.command.run(context)
    }
    window.addEventListener("keydown", press)
    return () => window.removeEventListener("keydown", press)
  }, [context])
}

function isText(target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.type === "text")
  )
}

/** Undo in a field takes back what was typed there and is not in the settings yet. */
function keepsKey(field: HTMLInputElement | HTMLTextAreaElement, id: string): boolean {
  if (id === "shortcuts") return true
  const uncommitted = field.dataset.committed === undefined && field.value !== ""
  return (id === "undo" || id === "redo") && uncommitted
}
