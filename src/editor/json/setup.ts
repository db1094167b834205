// Monaco's parts that JSON needs, nothing else: its own entry brings every language. There is no worker: what
// one would do here (words, links, differences, JSON's own service) isn't asked for.
import "monaco-editor/features/bracketMatching/register.js"
import "monaco-editor/features/clipboard/register.js"
import "monaco-editor/features/codeAction/register.js"
import "monaco-editor/features/codicon/register.js"
import "monaco-editor/features/contextmenu/register.js"
import "monaco-editor/features/find/register.js"
import "monaco-editor/features/folding/register.js"
import "monaco-editor/features/gotoError/register.js"
import "monaco-editor/features/hover/register.js"
import "monaco-editor/features/linesOperations/register.js"
import "monaco-editor/features/multicursor/register.js"
import "monaco-editor/features/smartSelect/register.js"
import "monaco-editor/editor/contrib/suggest/browser/suggestController.js"
import "monaco-editor/features/toggleTabFocusMode/register.js"
import "monaco-editor/features/wordOperations/register.js"
import "./waves.css"
import { loader } from "@monaco-editor/react"
import { configuration, grammar, languageId } from "./language.ts"
import { monaco } from "./monaco.ts"

/** Gets Monaco ready, once. (A function, so that a build that drops modules without effects keeps this one.) */
export function setUpMonaco(): void {
  // The bundled copy: the loader would fetch another one from a CDN.
  loader.config({ monaco })
  monaco.languages.register({ id: languageId })
  monaco.languages.setLanguageConfiguration(languageId, configuration)
  monaco.languages.setMonarchTokensProvider(languageId, grammar)
}
