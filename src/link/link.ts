import type { Parsed } from "../policy/index.ts"
import { pack, unpack } from "./format1.ts"
import { linkIssue } from "./linkIssue.ts"
import { type Shared, sharedToText, textToShared } from "./shared.ts"

export type { Shared } from "./shared.ts"

const maxPayload = 1 << 16
const format = "1"

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

/**
 * The state in the payload of a link from anybody (DESIGN 6): bounded, checked, and never an exception. A link
 * that isn't what encodeLink would give is read all the same.
 */
export function decodeLink(payload: string): Parsed<Shared> {
  const failure = failureBefore(payload)
  if (failure) return { value: undefined, issues: [linkIssue(failure)] }
  const unpacked = unpack(payload.slice(format.length))
  if ("failure" in unpacked) return { value: undefined, issues: [linkIssue(unpacked.failure)] }
  return textToShared(unpacked.text)
}

function failureBefore(payload: string) {
  if (payload.length <= format.length && format.startsWith(payload)) return "link-cut"
  if (payload.length > maxPayload) return "link-too-large"
  if (payload.startsWith(format)) return undefined
  return /^[2-9A-Za-z]/.test(payload) ? "link-of-newer-version" : "link-damaged"
}
