import type { Diagnostic } from "../../../config/diagnostic.ts"
import type { Fix } from "../../../config/fix.ts"
import { below, type Pointer } from "../../../config/pointer.ts"
import type { JsonObject } from "../../../iam/document.ts"
import { diagnose, quoted, write } from "../../diagnostic.ts"
import { freeNames } from "../../freeNames.ts"
import { isTag, own, withoutRuby } from "../../parts.ts"
import type { Walk } from "../../walk.ts"

/** A Sid as written, its place and its statement. */
interface PlacedSid {
  readonly sid: string
  readonly at: Pointer
  readonly statement: JsonObject
}

/**
 * Sids: of letters and digits only, not empty, and once in a policy (IAM User Guide, "IAM JSON policy elements: Sid";
 * IAM Access Analyzer, UNSUPPORTED_SID, EMPTY_SID_VALUE, UNIQUE_SIDS_REQUIRED).
 */
export function sids({ statements }: Walk): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const policies = new Map<Pointer, PlacedSid[]>()
  for (const { statement, at, policy } of statements) {
    const sid = own(statement, "Sid")
    if (typeof sid !== "string") continue
    const placed = { sid, at: below(at, "Sid"), statement }
    const others = policies.get(policy)
    if (sid === "") found.push(emptySid(placed))
    else if (others) others.push(placed)
    else policies.set(policy, [placed])
  }
  for (const placed of policies.values()) found.push(...inOnePolicy(placed))
  return found
}

/** Sid elements are all letters and digits (IAM JSON policy grammar); what Ruby fills in isn't known. */
function isUnsupported(sid: string): boolean {
  return !/^[A-Za-z\d]*$/.test(sid) && !isTag(sid) && /[^A-Za-z\d]/.test(withoutRuby(sid))
}

function inOnePolicy(placed: readonly PlacedSid[]): readonly Diagnostic[] {
  const firsts = new Map<string, Pointer>()
  const repeated: (readonly [PlacedSid, Pointer])[] = []
  for (const one of placed) {
    const first = firsts.get(one.sid)
    if (first === undefined) firsts.set(one.sid, one.at)
    else repeated.push([one, first])
  }
  const unsupported = placed.filter(({ sid }) => isUnsupported(sid))
  if (unsupported.length + repeated.length === 0) return []
  const free = freeNames(firsts.keys(), Number.POSITIVE_INFINITY)
  const offered = new Map(
    [...new Set([...unsupported, ...repeated.map(([one]) => one)])].map((one) => [
      one,
      fixesOf(one, free),
    ]),
  )
  return [
    ...unsupported.map((one) => unsupportedSid(one, offered.get(one) ?? [])),
    ...repeated.map(([one, first]) => repeatedSid(one, first, offered.get(one) ?? [])),
  ]
}

function fixesOf({ sid, at, statement }: PlacedSid, free: (name: string) => string) {
  if (isTag(sid) || sid.includes("#{")) return []
  const cleaned = sid
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "")
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
  return cleaned === "" ? removing(statement, at) : [write(at, free(cleaned))]
}

function unsupportedSid({ sid, at }: PlacedSid, fixes: readonly Fix[]): Diagnostic {
  return diagnose(
    "unsupported-sid",
    "error",
    at,
    `A Sid has letters A-Z, a-z and digits only, and ${quoted(sid)} has more: AWS rejects the role, and the deploy fails. Leave the rest out.`,
    { fixes },
  )
}

function emptySid({ at, statement }: PlacedSid): Diagnostic {
  return diagnose(
    "empty-sid-value",
    "info",
    at,
    "An empty Sid names nothing. Give the statement a name of letters and digits, or remove the Sid.",
    { fixes: removing(statement, at) },
  )
}

function repeatedSid({ sid, at }: PlacedSid, first: Pointer, fixes: readonly Fix[]): Diagnostic {
  return diagnose(
    "unique-sids-required",
    "error",
    at,
    `Another statement that ends up in the same policy has the Sid ${quoted(sid)} too: AWS rejects the role, and the deploy fails. Give each its own.`,
    { related: [first], fixes },
  )
}

/** Without its Sid, a statement must still be one. */
function removing(statement: JsonObject, at: Pointer): readonly Fix[] {
  return Object.hasOwn(statement, "Action") || Object.hasOwn(statement, "NotAction")
    ? [{ title: "Remove Sid", edits: [{ edit: "unset", at }] }]
    : []
}
