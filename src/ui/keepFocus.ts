import { useLayoutEffect, useRef } from "react"

/**
 * Where the focus goes when the element that has it vanishes from a part of the page: else it would fall back
 * to the page's beginning. The handlers belong on that part.
 */
export function useKeptFocus(fallback: () => HTMLElement | null | undefined) {
  const held = useRef(false)
  useLayoutEffect(() => {
    if (!held.current || document.activeElement !== document.body) return
    held.current = false
    fallback()?.focus()
  })
  return {
    onFocus: () => {
      held.current = true
    },
    onBlur: () => {
      held.current = false
    },
  }
}
