import type { EditorStore } from "../../store/store.ts"
import { changeBetween, lineBreakOf, withLineBreak } from "./changeBetween.ts"
import { type CodeEditor, monaco, type TextModel } from "./monaco.ts"

/** The settings' text: as it is typed, else as it would be written. */
export function settingsText({ getState, derived }: EditorStore): string {
  const { text, draft } = getState()
  return text ?? derived.written(draft.config)
}

/** The model's text, with the mark that a file may begin with. */
export function modelText(model: TextModel): string {
  return model.getValue(monaco.editor.EndOfLinePreference.TextDefined, true)
}

/**
 * Keeps Monaco's text and the store's in step: what is typed goes to the store; what changes there otherwise
 * (Undo, the form, a fix) comes here as the smallest edit. Gives what ends it.
 */
export function keepInStep(code: CodeEditor, model: TextModel, store: EditorStore): () => void {
  let shown: string | undefined
  let showing = false

  const show = () => {
    const text = settingsText(store)
    if (text === shown) return
    const isFirst = shown === undefined
    shown = text
    showing = true
    try {
      const place = write(model, text)
      if (!place || isFirst || !code.hasTextFocus()) return
      code.setPosition(place)
      code.revealPositionInCenterIfOutsideViewport(place)
    } finally {
      showing = false
    }
  }
  // Colours by depth would be worked out anew for all that follows a key.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  })
  show()
  const unsubscribe = store.subscribe(show)
  const typed = model.onDidChangeContent(() => {
    if (showing) return
    shown = modelText(model)
    store.actions.typeJson(shown)
  })
  const endPastes = keepPastedLineBreaks(code, model)
  return () => {
    unsubscribe()
    typed.dispose()
    endPastes()
  }
}

/** Monaco gives all that is pasted the line breaks that were there; a text that replaces all keeps its own. */
function keepPastedLineBreaks(code: CodeEditor, model: TextModel): () => void {
  let text = ""
  const area = code.getContainerDomNode()
  const note = ({ clipboardData }: ClipboardEvent) => {
    text = clipboardData?.getData("text/plain") ?? ""
  }
  area.addEventListener("paste", note, true)
  const pasted = code.onDidPaste(({ range }) => {
    if (lineBreakOf(text) === "\n" || !model.getFullModelRange().equalsRange(range)) return
    model.setEOL(monaco.editor.EndOfLineSequence.CRLF)
  })
  return () => {
    area.removeEventListener("paste", note, true)
    pasted.dispose()
  }
}

/** Makes the model's text this one; gives where the change ends. */
function write(model: TextModel, text: string): monaco.IPosition | undefined {
  const lineBreak = lineBreakOf(text)
  if (model.getEOL() !== lineBreak) {
    const { CRLF, LF } = monaco.editor.EndOfLineSequence
    model.setEOL(lineBreak === "\n" ? LF : CRLF)
  }
  const wanted = withLineBreak(text.replace(/^\uFEFF/, ""), lineBreak)
  const change = changeBetween(model.getValue(), wanted)
  if (!change) return undefined
  const range = monaco.Range.fromPositions(
    model.getPositionAt(change.start),
    model.getPositionAt(change.end),
  )
  model.applyEdits([{ range, text: change.text }])
  return model.getPositionAt(change.start + change.text.length)
}
