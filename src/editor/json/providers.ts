import type { EditorStore } from "../../store/store.ts"
import { type Completion, completionsAt, wantsManagedPolicies } from "./completions.ts"
import { explain } from "./explain.ts"
import { languageId } from "./language.ts"
import { monaco, type TextModel } from "./monaco.ts"
import type { Span } from "./places.ts"

const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages

/** What Monaco offers to complete. */
export function provideCompletions({ actions, getState }: EditorStore): monaco.IDisposable {
  return monaco.languages.registerCompletionItemProvider(languageId, {
    triggerCharacters: ['"', ":"],
    async provideCompletionItems(model, position) {
      const [json, offset] = [model.getValue(), model.getOffsetAt(position)]
      const { catalog } = getState()
      const wantsManaged = !catalog.managedPolicies && wantsManagedPolicies(json, offset)
      if (!catalog.services || !catalog.actions || !catalog.globalKeys)
        await actions.wantCatalog("services", "actionNames", "keysAndArns")
      if (wantsManaged) await actions.wantCatalog("managedPolicies")
      if (model.isDisposed()) return { suggestions: [] }
      const { replace, completions } = completionsAt(json, offset, getState().catalog)
      const range = rangeOf(model, replace)
      const quoted = json[replace.start] === '"'
      return {
        suggestions: completions.map((one, index) => ({
          ...suggestion(one, range, quoted),
          sortText: String(index).padStart(5, "0"),
        })),
      }
    },
  })
}

function suggestion(
  { label, detail, description, search = label, snippet, isKey, goesOn = false }: Completion,
  range: monaco.Range,
  quoted: boolean,
): monaco.languages.CompletionItem {
  return {
    label: detail === undefined ? label : { label, description: detail },
    kind: isKey ? CompletionItemKind.Property : CompletionItemKind.Value,
    ...(description !== undefined && { documentation: { value: description } }),
    filterText: quoted ? `"${search}` : search,
    insertText: snippet,
    insertTextRules: CompletionItemInsertTextRule.InsertAsSnippet,
    range,
    ...(goesOn && { command: { id: "editor.action.triggerSuggest", title: "" } }),
  }
}

/** What Monaco explains under the pointer. */
export function provideHovers({ getState }: EditorStore): monaco.IDisposable {
  return monaco.languages.registerHoverProvider(languageId, {
    provideHover(model, position) {
      const found = explain(model.getValue(), model.getOffsetAt(position), getState().catalog)
      if (!found) return undefined
      const title = found.title.replaceAll(/[\\`*_{}[\]()#+.!|<>~-]/g, "\\$&")
      return {
        range: rangeOf(model, found.span),
        contents: [{ value: `**${title}**` }, { value: found.says }],
      }
    },
  })
}

/** A piece of the text as Monaco places it. */
export function rangeOf(model: TextModel, { start, end }: Span): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))
}
