import type { editor } from "monaco-editor/editor/editor.api.js"

const freesTab = /Mac|iP/.test(navigator.platform) ? "Ctrl+Shift+M" : "Ctrl+M"

export const editorOptions: editor.IStandaloneEditorConstructionOptions = {
  ariaLabel: `Settings as JSON. ${freesTab} lets Tab leave the editor`,
  // A text area has a name and a role that every screen reader knows.
  editContext: false,
  fontFamily: 'ui-monospace, "SF Mono", "JetBrains Mono", Menlo, Consolas, monospace',
  fontSize: 13,
  lineHeight: 20,
  padding: { top: 12, bottom: 12 },
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 10,
  folding: true,
  showFoldingControls: "mouseover",
  minimap: { enabled: false },
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  renderLineHighlight: "none",
  renderFinalNewline: "on",
  scrollBeyondLastLine: false,
  smoothScrolling: false,
  stickyScroll: { enabled: false },
  links: false,
  occurrencesHighlight: "off",
  selectionHighlight: false,
  guides: { bracketPairs: false, indentation: true },
  unicodeHighlight: {
    ambiguousCharacters: false,
    invisibleCharacters: false,
    nonBasicASCII: false,
  },
  wordBasedSuggestions: "off",
  quickSuggestions: { strings: true, other: true, comments: false },
  quickSuggestionsDelay: 100,
  suggest: { showWords: false, showStatusBar: false, preview: false },
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: false,
  fixedOverflowWidgets: true,
  accessibilitySupport: "auto",
  // Every key writes that many lines into the hidden text area.
  accessibilityPageSize: 10,
}

export const modelPath = "inmemory://jets/jets-iam.json"
