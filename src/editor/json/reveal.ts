import type { Revealed } from "../../store/state.ts"
import { type CodeEditor, monaco } from "./monaco.ts"
import { placesIn } from "./places.ts"
import { rangeOf } from "./providers.ts"

/** Selects a place that was asked for, and goes there. */
export function reveal(code: CodeEditor, revealed: Revealed): void {
  const model = code.getModel()
  if (!model) return
  const { at, range: asked } = revealed
  const range = asked
    ? new monaco.Range(asked.line, asked.column, asked.endLine, asked.endColumn)
    : rangeOf(model, placesIn(model.getValue())(at).value)
  code.setSelection(range)
  code.revealRangeInCenterIfOutsideViewport(range)
  code.focus()
}
