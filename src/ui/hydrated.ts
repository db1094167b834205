import { useSyncExternalStore } from "react"

const never = () => () => {}

/** Whether a part can be used: what the build prerendered can't before its code has come. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
