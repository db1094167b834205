import { deflateSync } from "fflate"
import { toBase64url } from "./base64url.ts"
import { excessOf } from "./excess.ts"
import { checksum, dictionary, maxInflated } from "./format1.ts"

/**
 * A text of JSON in format 1 (DESIGN 6), without the first character: base64url of raw DEFLATE with the dictionary,
 * then one byte of checksum over it, which no change of a single character passes. Undefined when it is
 * more than may be read again. The same text always gives the same payload.
 */
export function pack(text: string): string | undefined {
  const source = new TextEncoder().encode(text)
  if (source.length > maxInflated || excessOf(source)) return undefined
  return seal(deflateSync(source, { level: 9, dictionary }))
}

/** A DEFLATE stream with its checksum, as a payload holds it. */
export function seal(deflated: Uint8Array): string {
  const bytes = new Uint8Array(deflated.length + 1)
  bytes.set(deflated)
  bytes[deflated.length] = checksum(deflated)
  return toBase64url(bytes)
}
