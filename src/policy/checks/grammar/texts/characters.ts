import type { Diagnostic } from "../../../config/diagnostic.ts"
import { below, joined, type Pointer } from "../../../config/pointer.ts"
import { isList, isObject, type JsonValue } from "../../../iam/document.ts"
import { faultsOfArn } from "../../arn/faults.ts"
import { diagnose, quoted, write } from "../../diagnostic.ts"
import { withoutRuby } from "../../parts.ts"
import type { Walk } from "../../walk.ts"
import { isGoodAction } from "./actions.ts"

/** A text that holds what no policy may, and its place. */
interface PlacedText {
  readonly text: string
  readonly at: Pointer
}

/** Tab, line breaks and Latin-1 are a policy's characters (IAM API Reference, PutRolePolicy: PolicyDocument). */
const unsupported = /[^\t\n\r -\u00ff]/

/** Characters that no policy may hold, in the keys and values of policy items. */
export function unsupportedCharacters({ entries }: Walk): readonly Diagnostic[] {
  return entries.flatMap(({ item, at, value }) =>
    item ? faultsIn(value).map((fault) => judge(fault, at)) : [],
  )
}

const known = new WeakMap<object, readonly PlacedText[]>()

/** The faults of an item, one a place, remembered: a key changes one of many. */
function faultsIn(item: JsonValue): readonly PlacedText[] {
  const before = isObject(item) ? known.get(item) : undefined
  if (before) return before
  const faults: PlacedText[] = []
  if (isFaulty(item)) collect(item, "", faults)
  if (isObject(item)) known.set(item, faults)
  return faults
}

/** Whether there is any such character: places are only made where there is. */
function isFaulty(value: JsonValue): boolean {
  if (typeof value === "string") return unsupported.test(value)
  if (typeof value !== "object" || value === null) return false
  if (isList(value)) return value.some(isFaulty)
  for (const key of Object.keys(value))
    if (unsupported.test(key) || isFaulty(value[key] ?? null)) return true
  return false
}

function collect(value: JsonValue, at: Pointer, faults: PlacedText[]): void {
  if (typeof value === "string") {
    if (unsupported.test(value) && unsupported.test(withoutRuby(value)))
      faults.push({ text: value, at })
    return
  }
  if (typeof value !== "object" || value === null) return
  const isNamed = isObject(value)
  for (const [key, inner] of Object.entries(value)) {
    const place = below(at, key)
    if (isNamed && unsupported.test(key)) faults.push({ text: key, at: place })
    else collect(inner, place, faults)
  }
}

function judge({ text, at }: PlacedText, base: Pointer): Diagnostic {
  const place = joined(base, at)
  const found = unsupported.exec(withoutRuby(text))?.[0] ?? ""
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")
  const meant = meantBy(text)
  return diagnose(
    "unsupported-character",
    "error",
    place,
    `${quoted(text)} holds U+${code}, and a policy takes Latin characters only: AWS rejects the role, and the deploy fails. Type it anew; it often comes with text pasted from a page.`,
    { fixes: meant !== undefined && isGoodAt(meant, at) ? [write(place, meant)] : [] },
  )
}

/** What pages and word processors make of plain characters, and what was meant. */
const lookalikes: readonly (readonly [RegExp, string])[] = [
  [/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g, ""],
  [/[\u2000-\u200a\u202f\u3000]/g, " "],
  [/[\u2010-\u2015\u2212]/g, "-"],
  [/\uff0a/g, "*"],
  [/\uff1a/g, ":"],
]

function meantBy(text: string): string | undefined {
  if (text.length > 2_000) return undefined
  const meant = lookalikes.reduce((plain, [some, one]) => plain.replaceAll(some, one), text).trim()
  return unsupported.test(meant) ? undefined : meant
}

/** Whether the text is free of faults at its place; where that isn't known here, it isn't. */
function isGoodAt(text: string, at: Pointer): boolean {
  if (at === "") return isGoodAction(text.includes(":") ? text : `${text}:*`)
  const [, element] = /\/(?:Not)?(Action|Resource|Effect)(?:\/\d+)?$/.exec(at) ?? []
  if (element === "Action") return isGoodAction(text)
  if (element === "Effect") return text === "Allow" || text === "Deny"
  return element === "Resource" && !text.includes("$") && faultsOfArn(text).length === 0
}
