import type { Diagnostic, Fix } from "../../policy/index.ts"
import type { EditorStore } from "../../store/store.ts"
import { modelText } from "./keepInStep.ts"
import { languageId } from "./language.ts"
import { type CodeEditor, monaco, type TextModel } from "./monaco.ts"
import { placesIn } from "./places.ts"
import { type Problem, problemsOfSettings, problemsOfText, type TextFix } from "./problems.ts"
import { rangeOf } from "./providers.ts"

const owner = "jets-iam"

interface Marked {
  readonly problem: Problem
  readonly marker: monaco.editor.IMarkerData
}

/** The problems of the text as Monaco's markers, and their fixes as its quick fixes. */
export function createMarkers(code: CodeEditor, model: TextModel, store: EditorStore) {
  let shown: readonly Marked[] = []
  let version: number | undefined
  let diagnostics: readonly Diagnostic[] = []

  const mark = () => {
    if (model.isDisposed()) return
    version = model.getVersionId()
    shown = problemsOf(model, store, diagnostics).map((problem) => ({
      problem,
      marker: markerOf(model, problem),
    }))
    monaco.editor.setModelMarkers(
      model,
      owner,
      shown.map(({ marker }) => marker),
    )
  }
  const runFix = code.addCommand(0, (_, run: () => void) => run()) ?? ""
  const actionOf = (fix: Fix | TextFix, marker: monaco.editor.IMarkerData) => {
    const common = { title: fix.title, kind: "quickfix", diagnostics: [marker] }
    if ("takesOut" in fix) return { ...common, isPreferred: true, edit: cut(model, marker) }
    const run = () => {
      store.actions.applyFix(fix)
      store.actions.announce(`Done: ${fix.title}`)
    }
    return { ...common, command: { id: runFix, title: fix.title, arguments: [run] } }
  }
  const provider = monaco.languages.registerCodeActionProvider(languageId, {
    provideCodeActions(asked, range) {
      if (asked !== model) return undefined
      // What is offered is for the text as it is, not as it was when it last rested.
      if (version !== model.getVersionId()) mark()
      const actions = shown
        .filter(({ marker }) => meets(marker, range))
        .flatMap(({ problem, marker }) => problem.fixes.map((fix) => actionOf(fix, marker)))
      return { actions, dispose() {} }
    },
  })
  return {
    /** Marks what is wrong with the text as it stands now, and what the checks say of its settings. */
    update(found: readonly Diagnostic[]) {
      diagnostics = found
      mark()
    },
    dispose() {
      provider.dispose()
      if (!model.isDisposed()) monaco.editor.setModelMarkers(model, owner, [])
    },
  }
}

function problemsOf(
  model: TextModel,
  { getState, derived }: EditorStore,
  diagnostics: readonly Diagnostic[],
): readonly Problem[] {
  const { value, issues } = derived.read(getState().text ?? modelText(model))
  const found = problemsOfText(issues)
  if (value === undefined) return found
  return [...found, ...problemsOfSettings(diagnostics, placesIn(model.getValue()))]
}

function markerOf(model: TextModel, problem: Problem): monaco.editor.IMarkerData {
  const { severity, code, message, help, place } = problem
  const range =
    "line" in place
      ? new monaco.Range(place.line, place.column, place.endLine, place.endColumn)
      : rangeOf(model, place)
  const target = help === undefined ? undefined : monaco.Uri.parse(help)
  return {
    startLineNumber: range.startLineNumber,
    startColumn: range.startColumn,
    endLineNumber: range.endLineNumber,
    endColumn: range.endColumn,
    severity: severities[severity],
    source: "Jets IAM",
    code: target ? { value: code, target } : code,
    message: wrapped(message),
  }
}

/** Monaco's own view of a problem (F8) doesn't wrap its lines. */
function wrapped(message: string): string {
  return message.replaceAll(/(?=.{81})(.{1,80}) /g, "$1\n")
}

const severities = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const

/** A line's fixes are offered wherever the caret is in it. */
function meets(marker: monaco.IRange, range: monaco.Range): boolean {
  return (
    marker.startLineNumber <= range.endLineNumber && range.startLineNumber <= marker.endLineNumber
  )
}

function cut(model: TextModel, range: monaco.IRange): monaco.languages.WorkspaceEdit {
  const textEdit = { range, text: "" }
  return { edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit }] }
}
