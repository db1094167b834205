import { lineAt, showLine } from "../../output/lines.ts"
import type { EditorStore } from "../../store/store.ts"
import type { Places } from "./places.ts"

interface OutputKeysProps {
  places: Places
  editor: EditorStore
  /** Lights the item of a line, as if the focus was there. */
  focus: (line: Element) => void
  /** Goes to the item of a line. */
  reveal: (line: Element) => void
}

const steps: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 }

/** The keys of the output while it has the focus: Alt with an arrow goes from item to item, Enter to the item. */
export function createOutputKeys({ places, editor, focus, reveal }: OutputKeysProps) {
  let reached: Element | undefined

  function go(step: 1 | -1) {
    const starts = places.firstLines()
    const here = (reached?.isConnected ? lineAt(reached)?.number : undefined) ?? -1
    const number =
      step === 1 ? starts.find((start) => start > here) : starts.findLast((start) => start < here)
    const line = number === undefined ? undefined : places.line(number)
    if (number === undefined || !line) return
    reached = line
    focus(line)
    showLine(line)
    editor.actions.announce(`Line ${number + 1}: ${line.textContent.trim()}`)
  }

  return (event: KeyboardEvent) => {
    const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event
    if (!(target instanceof Element) || ctrlKey || metaKey || shiftKey) return
    if (!target.matches("[role=tabpanel]:has([data-first-line])")) return
    const step = altKey ? steps[key] : undefined
    if (step) go(step)
    else if (key === "Enter" && !altKey && reached?.matches("[data-lit]")) reveal(reached)
    else return
    event.preventDefault()
  }
}
