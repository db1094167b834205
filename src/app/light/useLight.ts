import { useEffect } from "react"
import { useEditor } from "../../store/context.tsx"
import { whenIdle } from "../../ui/schedule.ts"

/** Items, their lines and their problems light up together: see light.ts, which comes when the page stands. */
export function useLight() {
  const editor = useEditor()
  useEffect(() => {
    const end = new AbortController()
    const callOff = whenIdle(() => {
      import("./light.ts").then(
        ({ startLight }) => startLight(editor, end.signal),
        () => {},
      )
    })
    return () => {
      callOff()
      end.abort()
    }
  }, [editor])
}
