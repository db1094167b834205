import { isList, isObject, type JsonObject, type JsonValue } from "../../iam/document.ts"
import type { Data } from "../text/data.ts"
import { unresolved } from "./intrinsics.ts"

/** How much variables may add to a file, and how far one may lead to another: a short file can ask for endless text. */
const limits = { size: 400_000, depth: 20, length: 10_000 }

/** A piece of a text: as it is, what stands in `${…}` of Fn::Sub, or what a variable gave. */
type Piece = { readonly literal: string } | { readonly sub: string } | { readonly value: JsonValue }

/** Values of the account that CloudFormation knows too. */
const accountValues: ReadonlyMap<string, string> = new Map([
  ["aws:region", `\${AWS::Region}`],
  ["aws:accountId", `\${AWS::AccountId}`],
])

/**
 * A Serverless file with its variables resolved: `${self:…}` from the file itself, `${aws:region}` and
 * `${aws:accountId}` as Fn::Sub. Any other becomes a function that nothing can read, under the variable's name.
 */
export function expandVariables(data: Data): Data {
  const file = data.value
  if (!isObject(file)) return data
  const origins = new WeakMap<object, JsonValue>()
  let size = 0

  const expand = (value: JsonValue, depth: number, inSub = false): JsonValue => {
    size++
    if (typeof value === "string") return value.includes(`\${`) ? text(value, depth, inSub) : value
    if (!isList(value) && !isObject(value)) return value
    const made = isList(value)
      ? value.map((part) => expand(part, depth, inSub))
      : object(value, depth)
    origins.set(made, value)
    return made
  }

  const object = (value: JsonObject, depth: number): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, expand(part, depth, key === "Fn::Sub")]),
    )

  const text = (written: string, depth: number, inSub: boolean): JsonValue => {
    const pieces = piecesOf(written).map((piece) =>
      "value" in piece ? variable(piece.value, depth) : piece,
    )
    const [first] = pieces
    if (first && pieces.length === 1 && "value" in first) return first.value
    const isSub = pieces.some(isSubPiece)
    const texts = pieces.map((piece) => pieceText(piece, isSub && !inSub))
    const unread = texts.find((part) => typeof part !== "string")
    if (unread !== undefined) return unread
    const all = texts.join("")
    if (all.length > limits.length && all.length > written.length)
      return { [unresolved]: written.slice(0, 80) }
    return isSub && !inSub ? { "Fn::Sub": all } : all
  }

  /** What the inside of `${…}` stands for. */
  const variable = (inside: JsonValue, depth: number): Piece => {
    if (depth >= limits.depth || size > limits.size) return lost(inside)
    const resolved =
      typeof inside === "string" && inside.includes(`\${`) ? text(inside, depth + 1, true) : inside
    if (typeof resolved !== "string") return { value: resolved }
    const [address = "", ...fallback] = resolved.split(",").map((part) => part.trim())
    const known = accountValues.get(address)
    if (known !== undefined) return { sub: known }
    if (!address.startsWith("self:")) return lost(address)
    const found = address.slice("self:".length).split(".").reduce(step, file)
    if (found !== undefined && found !== null) {
      const value = expand(found, depth + 1)
      size += typeof value === "string" ? value.length : 0
      return { value }
    }
    const other = fallback.join(",")
    const [, quoted] = /^(?:'([^']*)'|"([^"]*)")$/.exec(other)?.filter(isText) ?? []
    if (quoted !== undefined) return { value: quoted }
    return other.startsWith("self:") ? variable(other, depth + 1) : lost(address)
  }

  const value = expand(file, 0)
  const rangeOf = (part: JsonValue | undefined) =>
    data.rangeOf(typeof part === "object" && part !== null ? (origins.get(part) ?? part) : part)
  return { ...data, value, rangeOf }
}

/** A variable that nothing here can resolve, under its name. */
function lost(name: JsonValue): Piece {
  const text = typeof name === "string" ? name.trim() : ""
  return { value: { [unresolved]: text.length > 80 ? text.slice(0, 80) : text } }
}

function isText(part: string | undefined): part is string {
  return part !== undefined
}

function step(holder: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isList(holder)) return holder[Number(key)]
  return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined
}

/**
 * Serverless' own variables have a source and one colon, or are calls: `${AWS::Region}`, `${Bucket}` and `${!x}` are
 * CloudFormation's.
 */
const serverless = /^\s*[\w-]+(?::(?!:)|\([^)]*\))/

/** Divides a text at its outermost variables; a `value` is the inside of one. */
function piecesOf(written: string): readonly Piece[] {
  const pieces: Piece[] = []
  let [literal, open, start] = [0, 0, 0]
  for (const { 0: mark, index } of written.matchAll(/\$\{|\}/g)) {
    if (mark === `\${`) {
      if (open++ === 0) start = index
    } else if (open > 0 && --open === 0) {
      const inside = written.slice(start + 2, index)
      if (!serverless.test(inside)) continue
      if (start > literal) pieces.push({ literal: written.slice(literal, start) })
      pieces.push({ value: inside })
      literal = index + 1
    }
  }
  if (literal < written.length) pieces.push({ literal: written.slice(literal) })
  return pieces
}

function isSubPiece(piece: Piece): boolean {
  return "sub" in piece || ("value" in piece && subText(piece.value) !== undefined)
}

function subText(value: JsonValue): string | undefined {
  const sub = isObject(value) && Object.keys(value).length === 1 ? value["Fn::Sub"] : undefined
  return typeof sub === "string" ? sub : undefined
}

/** The piece's text, or the value that has none. */
function pieceText(piece: Piece, isEscaped: boolean): JsonValue {
  if ("sub" in piece) return piece.sub
  const value = "value" in piece ? piece.value : piece.literal
  if (typeof value === "object") return subText(value) ?? value
  return isEscaped ? String(value).replaceAll(`\${`, `\${!`) : String(value)
}
