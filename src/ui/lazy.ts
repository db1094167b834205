import { useSyncExternalStore } from "react"

/** A part that is loaded when it is first wanted. */
export interface LazyPart<Module> {
  /** Starts the load; a load that failed is tried again. */
  readonly warm: () => void
  /** The part, once it has come. */
  readonly get: () => Module | undefined
  readonly subscribe: (listener: () => void) => () => void
}

export function lazyPart<Module>(load: () => Promise<Module>): LazyPart<Module> {
  let module: Module | undefined
  let loading = false
  const listeners = new Set<() => void>()
  return {
    warm() {
      if (loading || module !== undefined) return
      loading = true
      load()
        .then((loaded) => {
          // Running it was one task; to render it is another.
          setTimeout(() => {
            module = loaded
            for (const listener of listeners) listener()
          })
        })
        .catch(() => {
          loading = false
        })
    },
    get: () => module,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part, once it has come; `warm` it to start that. */
export function useLazyPart<Module>(part: LazyPart<Module>): Module | undefined {
  // The prerendered page has none.
  return useSyncExternalStore(part.subscribe, part.get, () => undefined)
}
