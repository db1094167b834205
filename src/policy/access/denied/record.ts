/** One call in a record of CloudTrail that failed. */
interface CalledRecord {
  /** Where its error code stands. */
  readonly at: number
  readonly call: string
  readonly code: string
  /** The service: `ec2.amazonaws.com`. */
  readonly source?: string
  /** Where its error message begins. */
  readonly message?: number
}

const keyOrBrace =
  /[{}]|["']?\b(eventName|eventSource|errorCode|errorMessage)\b["']?\s?[:=]\s?["']?/g
/** CloudTrail's records are three deep; more open braces than this are no records. */
const deepest = 1_000

/** The failed calls that CloudTrail's records in a text tell of: keys of the same braces belong together. */
export function recordsIn(text: string): readonly CalledRecord[] {
  if (!text.includes("eventName") || !text.includes("errorCode")) return []
  const records: CalledRecord[] = []
  const open: Partial<Record<string, { readonly at: number; readonly value: string }>>[] = [{}]
  const close = () => {
    const { eventName, eventSource, errorCode, errorMessage } = open.pop() ?? {}
    if (open.length === 0) open.push({})
    if (!eventName || !errorCode) return
    records.push({
      at: errorCode.at,
      call: eventName.value,
      code: errorCode.value,
      ...(eventSource && { source: eventSource.value }),
      ...(errorMessage && { message: errorMessage.at }),
    })
  }
  for (const { index, 0: all, 1: key } of text.matchAll(keyOrBrace)) {
    if (all === "{") open.push({})
    else if (all === "}") close()
    else if (key !== undefined) {
      const at = index + all.length
      const value = /^[\w.]+/.exec(text.slice(at, at + 100))?.[0] ?? ""
      const fields = open.at(-1)
      if (fields) fields[key] ??= { at, value }
    }
    if (open.length > deepest) open.shift()
  }
  while (open.length > 1) close()
  close()
  return records
}
