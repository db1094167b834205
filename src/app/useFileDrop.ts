import { useEffect } from "react"
import { useEditor } from "../store/context.tsx"

/** A file that is dropped anywhere on the page is opened in Import. */
export function useFileDrop() {
  const { actions } = useEditor()
  useEffect(() => {
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true
    const over = (event: DragEvent) => {
      if (hasFile(event)) event.preventDefault()
    }
    const drop = async (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? []
      if (!hasFile(event) || !file) return
      event.preventDefault()
      const { readFile } = await import("../editor/import/readFile.ts")
      const { text, problem } = await readFile(file)
      if (text === undefined) actions.notify(problem)
      else actions.openImport(text)
    }
    addEventListener("dragover", over)
    addEventListener("drop", drop)
    return () => {
      removeEventListener("dragover", over)
      removeEventListener("drop", drop)
    }
  }, [actions])
}
