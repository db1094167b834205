import { deflateSync } from "fflate"
import { fromBase64url, toBase64url } from "./base64url.ts"
import { dictionary1 } from "./dictionary1.ts"
import { excessOf } from "./excess.ts"
import { inflate } from "./inflate.ts"

const maxInflated = 1 << 20
const dictionary = new TextEncoder().encode(dictionary1)
/** The CRC-8 of each byte after a CRC of 0. */
const crcs = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x80 ? 0x107 : 0)
  return crc
})

/** Why a payload gives no text. */
export type Failure = "link-cut" | "link-damaged" | "link-too-large" | "nested-too-deeply"

/**
 * A text of JSON in format 1 (DESIGN 6), without the first character: base64url of raw DEFLATE with the dictionary,
 * then one byte of CRC-8 over it, which no change of a single character passes. Undefined when it is
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
  bytes[deflated.length] = crc8(deflated)
  return toBase64url(bytes)
}

/**
 * The text that `pack` made the payload from, or why there is none. A DEFLATE stream says itself where it
 * ends, so that no link that lost its end is taken for a whole one. Never throws.
 */
export function unpack(payload: string): { text: string } | { failure: Failure } {
  const decoded = fromBase64url(payload)
  if (!decoded) return { failure: "link-damaged" }
  const { bytes, isWhole } = decoded
  const deflated = bytes.subarray(0, -1)
  const inflated = inflate(deflated, dictionary, maxInflated)
  if (inflated === "link-cut") return { failure: inflated }
  if (!isWhole || crc8(deflated) !== bytes.at(-1)) return { failure: "link-damaged" }
  if (typeof inflated === "string") return { failure: inflated }
  const excess = excessOf(inflated)
  if (excess) return { failure: excess }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated) }
  } catch {
    return { failure: "link-damaged" }
  }
}

/** CRC-8 with the polynomial x^8 + x^2 + x + 1: it sees every change within eight neighbouring bits. */
function crc8(bytes: Uint8Array): number {
  let crc = 0xff
  for (const byte of bytes) crc = crcs[crc ^ byte] ?? 0
  // Turned over, or a zero added after it would pass.
  return crc ^ 0xff
}
