import { Editor } from "@monaco-editor/react"
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react"
import { useCommand } from "../../commands/context.tsx"
import { useDiagnostics, useEditor, useEditorState, useSettledText } from "../../store/context.tsx"
import { popups } from "../../ui/popups.ts"
import type { Caret } from "./caret.ts"
import styles from "./json.module.css"
import { keepInStep, settingsText } from "./keepInStep.ts"
import { languageId } from "./language.ts"
import { createMarkers } from "./markers.ts"
import type { CodeEditor } from "./monaco.ts"
import { editorOptions, modelPath } from "./options.ts"
import { pageCommand } from "./pageKeys.ts"
import { provideCompletions, provideHovers, rangeOf } from "./providers.ts"
import { reveal } from "./reveal.ts"
import { setUpMonaco } from "./setup.ts"
import { themeOf, useScheme } from "./theme.ts"

setUpMonaco()

/** How long the text rests before it is marked: markers that follow every key would flicker. */
const rest = 150

/** The settings' text in Monaco. `caret`: where it was in the plain text field before. */
export function MonacoEditor({ caret }: { caret: Caret | undefined }) {
  const store = useEditor()
  const [code, setCode] = useState<CodeEditor>()
  const scheme = useScheme()
  const theme = useMemo(() => themeOf(scheme), [scheme])
  const options = useOptions()
  useText(code)
  useMarkers(code)
  usePageKeys(code)
  useCaret(code, caret)
  useRevealed(code, caret !== undefined)
  return (
    <div className={styles.code}>
      <Editor
        defaultLanguage={languageId}
        defaultPath={modelPath}
        defaultValue={settingsText(store)}
        keepCurrentModel
        theme={theme}
        loading={null}
        options={options}
        onMount={setCode}
      />
    </div>
  )
}

/** Lists and hovers stand beside the areas: inside of one it would cut them off. */
function useOptions() {
  const [options] = useState(() => ({
    ...editorOptions,
    overflowWidgetsDomNode: document.createElement("div"),
  }))
  useLayoutEffect(() => {
    const place = options.overflowWidgetsDomNode
    place.className = "monaco-editor"
    popups()?.append(place)
    return () => place.remove()
  }, [options])
  return options
}

function useText(code: CodeEditor | undefined) {
  const store = useEditor()
  useEffect(() => {
    const model = code?.getModel()
    if (!code || !model) return
    const ends = [provideCompletions(store), provideHovers(store)]
    const leave = keepInStep(code, model, store)
    return () => {
      leave()
      for (const end of ends) end.dispose()
    }
  }, [code, store])
}

function useMarkers(code: CodeEditor | undefined) {
  const store = useEditor()
  const text = useSettledText()
  const diagnostics = useDiagnostics()
  const markers = useRef<ReturnType<typeof createMarkers>>(undefined)
  useEffect(() => {
    const model = code?.getModel()
    if (!code || !model) return
    markers.current = createMarkers(code, model, store)
    return () => markers.current?.dispose()
  }, [code, store])
  useEffect(() => {
    const timer = setTimeout(() => markers.current?.update(diagnostics), rest)
    return () => clearTimeout(timer)
  }, [code, text, diagnostics])
}

function usePageKeys(code: CodeEditor | undefined) {
  const undo = useCommand("undo").run
  const redo = useCommand("redo").run
  const copy = useCommand("copy").run
  useEffect(() => {
    const area = code?.getContainerDomNode()
    if (!code || !area) return
    const press = (event: KeyboardEvent) => {
      const command = code.hasTextFocus() ? pageCommand(event) : undefined
      if (!command) return
      event.preventDefault()
      event.stopPropagation()
      if (command === "undo") undo()
      else if (command === "redo") redo()
      else copy()
    }
    area.addEventListener("keydown", press, true)
    return () => area.removeEventListener("keydown", press, true)
  }, [code, undo, redo, copy])
}

/** Goes on where the plain field was. */
function useCaret(code: CodeEditor | undefined, caret: Caret | undefined) {
  useEffect(() => {
    const model = code?.getModel()
    if (!code || !model || !caret) return
    code.setSelection(rangeOf(model, caret))
    code.setScrollPosition({ scrollTop: caret.scrollTop, scrollLeft: caret.scrollLeft })
    if (caret.focused) code.focus()
  }, [code, caret])
}

/** Goes to what is asked for, unless the plain field did so before. */
function useRevealed(code: CodeEditor | undefined, wasShown: boolean) {
  const revealed = useEditorState((state) => state.revealed)
  const done = useRef(wasShown ? revealed : undefined)
  useEffect(() => {
    if (!code || revealed === done.current) return
    done.current = revealed
    if (revealed) reveal(code, revealed)
  }, [code, revealed])
}
