import { useEffect } from "react"
import { whenIdle } from "../../ui/schedule.ts"
import { warmMonaco } from "./JsonView.tsx"

/** How long nobody has touched a key or the pointer's button before Monaco is loaded, in milliseconds. */
const rest = 5_000

/**
 * Loads Monaco for whoever opens the JSON later, while the person rests: to run its code takes longer than a
 * key may wait.
 */
export function useWarmMonaco(): void {
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    let callOff = () => {}
    const wait = () => {
      clearTimeout(timer)
      callOff()
      timer = setTimeout(() => {
        callOff = whenIdle(() => {
          stop.abort()
          warmMonaco()
        })
      }, rest)
    }
    wait()
    for (const event of ["keydown", "pointerdown"])
      addEventListener(event, wait, { capture: true, passive: true, signal: stop.signal })
    return () => {
      stop.abort()
      clearTimeout(timer)
      callOff()
    }
  }, [])
}
