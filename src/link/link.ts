import { format, maxPayload } from "./decode.ts"
import { pack } from "./pack.ts"
import { type Shared, sharedToText } from "./shared.ts"

// A preview reads links without the code that writes them, which is more.
export { decodeLink } from "./decode.ts"
export type { Shared } from "./shared.ts"

/**
 * The payload of a preview link (DESIGN 6): the same state always gives the same one. Undefined when the state
 * is too large for a link: its payload over 64 KiB, its JSON over 1 MiB, nested deeper than an import
 * may be, or more values or kinds of objects than settings have (`excessOf`).
 */
export function encodeLink(shared: Shared): string | undefined {
  const text = sharedToText(shared)
  const packed = text === undefined ? undefined : pack(text)
  if (packed === undefined || packed.length >= maxPayload) return undefined
  return format + packed
}
