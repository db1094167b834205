/** What the page notes of one key, in milliseconds since the key. */
export interface Sample {
  /** The watched part of the page changed. */
  readonly changed: number
  /** The next frame began. */
  readonly frame: number
  /** That frame was painted. */
  readonly painted: number
}

declare global {
  var benchSamples: Sample[]
  /** The longest event of each interaction, as the browser's Event Timing has it (to 8 ms). */
  var benchInteractions: Map<number, number>
}

/**
 * Runs in the page. Times each key from the event's own time stamp to the end of the first frame that shows
 * the change in `watched`: the change is seen in the task that makes it, the frame's callback runs before its
 * style, layout and paint, and an urgent task posted there runs after them, before React's deferred work. With `counted` a change counts once the
 * number of those elements differs.
 */
export function startProbe({ watched, counted }: { watched: string; counted?: string }) {
  const part = document.querySelector(watched)
  if (!part) throw new Error(`no ${watched}`)
  const count = () => (counted === undefined ? -1 : part.querySelectorAll(counted).length)
  let key: { at: number; count: number } | undefined
  globalThis.benchSamples = []
  globalThis.benchInteractions = new Map()

  addEventListener(
    "keydown",
    (event) => {
      key = { at: event.timeStamp, count: count() }
    },
    true,
  )
  new MutationObserver(() => {
    if (!key || (counted !== undefined && key.count === count())) return
    const { at } = key
    key = undefined
    const changed = performance.now() - at
    requestAnimationFrame(() => {
      const frame = performance.now() - at
      scheduler.postTask(
        () => {
          globalThis.benchSamples.push({ changed, frame, painted: performance.now() - at })
        },
        { priority: "user-blocking" },
      )
    })
  }).observe(part, { subtree: true, childList: true, characterData: true })

  const eventTiming = { type: "event", durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry instanceof PerformanceEventTiming && entry.interactionId > 0) {
        const known = globalThis.benchInteractions.get(entry.interactionId) ?? 0
        globalThis.benchInteractions.set(entry.interactionId, Math.max(known, entry.duration))
      }
  }).observe(eventTiming)
}
