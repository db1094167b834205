import type { Parsed } from "../policy/index.ts"
import { linkIssue } from "./linkIssue.ts"
import { type Shared, textToShared } from "./shared.ts"
import { unpack } from "./unpack.ts"

/** How many characters a payload may have (DESIGN 6). */
export const maxPayload = 1 << 16
/** The first character of a payload in format 1. */
export const format = "1"

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
