import {
  formatConfig,
  isOutputFormat,
  type OutputFormat,
  type OutputPart,
  outputFormats,
  settings,
  textOf,
} from "../policy/index.ts"
import type { OutputTab } from "../store/state.ts"
import type { EditorStore } from "../store/store.ts"
import { loadWriters } from "../store/writers.ts"
import { interpolatedIn, interpolationWords } from "./interpolation.ts"
import type { Page } from "./page.ts"
import type { Shortcut } from "./shortcut.ts"

/** What a command may use: nothing of the app around it. */
export interface CommandContext {
  readonly editor: EditorStore
  readonly page: Page
}

/** Something that a person can do from a button, a menu or the keyboard. */
export interface Command {
  readonly label: string
  /** Whether it can be done with somebody's link, which is only looked at. */
  readonly onPreview?: boolean
  readonly shortcut?: Shortcut
  readonly enabled?: (context: CommandContext) => boolean
  readonly run: (context: CommandContext) => void
}

export type CommandId = keyof typeof commands

/** All commands; toolbar, menu, keyboard and the list of shortcuts read these. */
export const commands = {
  undo: {
    label: "Undo",
    shortcut: { key: "z", mod: true, shift: false },
    enabled: ({ editor }) => editor.history.canUndo(),
    run({ editor }) {
      if (!editor.history.canUndo()) return editor.actions.announce("Nothing to undo")
      editor.history.undo()
      editor.actions.announce("Undone")
    },
  },
  redo: {
    label: "Redo",
    shortcut: { key: "z", mod: true, shift: true },
    enabled: ({ editor }) => editor.history.canRedo(),
    run({ editor }) {
      if (!editor.history.canRedo()) return editor.actions.announce("Nothing to redo")
      editor.history.redo()
      editor.actions.announce("Redone")
    },
  },
  reset: {
    label: "Reset",
    run({ editor }) {
      if (settings.some((setting) => Object.hasOwn(editor.getState().draft.config, setting)))
        editor.actions.resetAll()
      else editor.actions.announce("Nothing to reset: all settings are Jets' defaults.")
    },
  },
  copy: {
    label: "Copy the output",
    onPreview: true,
    shortcut: { key: "Enter", mod: true },
    async run(context) {
      const { actions } = context.editor
      const parts = await outputParts(context)
      const says = interpolationOf(context)
      if (await context.page.copy(textOf(parts))) {
        actions.setCopied(parts)
        if (says === undefined) actions.announce("Copied")
        else actions.notify(`Copied. ${says}`)
      } else actions.notify("Your browser doesn't let the page copy. Select the text and copy it.")
    },
  },
  download: {
    label: "Download the output",
    onPreview: true,
    shortcut: { key: "s", mod: true, shift: false },
    async run(context) {
      const { file, mime } = outputFormats[formatOf(context.editor.getState().outputTab)]
      context.page.download(file, mime, textOf(await outputParts(context)))
      const { actions } = context.editor
      const says = interpolationOf(context)
      if (says === undefined) actions.announce(`Downloaded ${file}`)
      else actions.notify(`Downloaded ${file}. ${says}`)
    },
  },
  downloadSettings: {
    label: "Download settings",
    onPreview: true,
    run({ editor, page }) {
      const name = "jets-iam.json"
      page.download(name, "application/json", formatConfig(editor.getState().draft.config))
      editor.actions.announce(`Downloaded ${name}`)
    },
  },
  share: {
    label: "Share",
    run: ({ editor }) => editor.actions.focus("share"),
  },
  import: {
    label: "Import",
    run: ({ editor }) => editor.actions.openImport(""),
  },
  drafts: {
    label: "Earlier drafts",
    run: ({ editor }) => editor.actions.focus("drafts"),
  },
  add: {
    label: "Add to Policy",
    shortcut: { key: "k", mod: true, shift: false },
    run: ({ editor }) => editor.actions.focus("add"),
  },
  nextProblem: {
    label: "Next problem",
    onPreview: true,
    shortcut: { key: "F8" },
    run: ({ editor }) => editor.actions.focus("problem"),
  },
  shortcuts: {
    label: "Keyboard shortcuts",
    onPreview: true,
    shortcut: { key: "?" },
    run: ({ editor }) => editor.actions.focus("shortcuts"),
  },
} as const satisfies Record<string, Command>

/** All commands with a shortcut, in the order of the list of shortcuts. */
export const shortcuts: readonly { id: string; command: Command; shortcut: Shortcut }[] =
  Object.entries<Command>(commands).flatMap(([id, command]) =>
    command.shortcut ? [{ id, command, shortcut: command.shortcut }] : [],
  )

/** The format that is taken along while a tab is open: Changes is looked at, what it changes is taken. */
export function formatOf(tab: OutputTab): OutputFormat {
  return isOutputFormat(tab) ? tab : "yaml"
}

async function outputParts({ editor }: CommandContext): Promise<readonly OutputPart[]> {
  const { draft, scope, outputTab } = editor.getState()
  await loadWriters(outputTab)
  return editor.derived.outputParts(draft, scope, formatOf(outputTab))
}

/** What must be said of an output that is taken along; nothing where it is complete. */
function interpolationOf({ editor }: CommandContext): string | undefined {
  const { draft, scope, outputTab } = editor.getState()
  // In Ruby it is what it was meant to be.
  if (outputTab === "ruby") return undefined
  const count = interpolatedIn(draft, scope)
  return count === 0 ? undefined : `${interpolationWords(count)}.`
}
