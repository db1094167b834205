import * as monaco from "monaco-editor/editor/editor.api.js"

export { monaco }

export type CodeEditor = monaco.editor.IStandaloneCodeEditor
export type TextModel = monaco.editor.ITextModel
