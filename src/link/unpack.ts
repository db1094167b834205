import { fromBase64url } from "./base64url.ts"
import { excessOf } from "./excess.ts"
import { checksum, dictionary, maxInflated } from "./format1.ts"
import { inflate } from "./inflate.ts"

/** Why a payload gives no text. */
export type Failure = "link-cut" | "link-damaged" | "link-too-large" | "nested-too-deeply"

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
  if (!isWhole || checksum(deflated) !== bytes.at(-1)) return { failure: "link-damaged" }
  if (typeof inflated === "string") return { failure: inflated }
  const excess = excessOf(inflated)
  if (excess) return { failure: excess }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(inflated) }
  } catch {
    return { failure: "link-damaged" }
  }
}
