import { type CommandId, commands } from "../../commands/commands.ts"
import { matches, type Shortcut } from "../../commands/shortcut.ts"

/** Redo's other key on Windows, which Monaco knows too. */
const redo: Shortcut = { key: "y", mod: true, shift: false }

/**
 * The page's command for a key that Monaco has another use for: there is one history, and the output is copied
 * from everywhere. All other keys are Monaco's first.
 */
export function pageCommand(press: KeyboardEvent): CommandId | undefined {
  if (press.isComposing) return undefined
  if (matches(redo, press)) return "redo"
  return (["undo", "redo", "copy"] as const).find((id) => matches(commands[id].shortcut, press))
}
