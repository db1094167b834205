import type { Location, RubyNode } from "../source/prism.ts"
import type { SourceText } from "../source/sourceText.ts"
import { type Scalar, scalarValue } from "./value.ts"

/** More digits than any number that a double holds. */
const mostDigits = 400

/** An integer from its source, since Prism 1.9.0 misreads those from 2^31; undefined: JSON can't hold it. */
export function integerOf(source: string): Scalar | undefined {
  const sign = source.startsWith("-") ? "-" : ""
  const digits = source.replace(/^[-+]/, "").replaceAll("_", "").toLowerCase()
  if (digits.length > mostDigits) return undefined
  const whole = BigInt(digits.replace(/^0d/, "").replace(/^0o?(?=\d)/, "0o"))
  const value = Number(whole)
  if (!Number.isFinite(value) || BigInt(value) !== whole) return undefined
  return scalarValue(sign && value > 0 ? -value : value, `${sign}${whole}`)
}

/** A float; undefined: JSON can't hold it. */
export function floatOf(value: number): Scalar | undefined {
  return Number.isFinite(value) ? scalarValue(value, floatText(value)) : undefined
}

/** `Float#to_s`: from 1.0e+16 and below 0.0001 with an exponent, always with a point. */
function floatText(value: number): string {
  if (Object.is(value, -0)) return "-0.0"
  const size = Math.abs(value)
  if (size === 0 || (size >= 1e-4 && size < 1e16)) {
    const text = String(value)
    return text.includes(".") ? text : `${text}.0`
  }
  const [digits = "", exponent = ""] = value.toExponential().split("e")
  const power = exponent.slice(1).padStart(2, "0")
  return `${digits.includes(".") ? digits : `${digits}.0`}e${exponent.startsWith("-") ? "-" : "+"}${power}`
}

/** A byte order mark as a text's source writes it; `<<~` takes the blanks before it away. */
const leadingMark = /^([ \t]*)(?:\uFEFF|\\u(?:feff|\{\s*0*feff)|\\xef\\xbb\\xbf|\\357\\273\\277)/i

/**
 * What a string or symbol holds; undefined: its bytes are no UTF-8. Prism 1.9.0 loses a U+FEFF that it begins
 * with, as TextDecoder does.
 */
export function literalText(
  node: Extract<RubyNode, { type: "StringNode" | "SymbolNode" }>,
  source: SourceText,
): string | undefined {
  const { value, validEncoding } = node.unescaped
  if (!validEncoding) return undefined
  const content: Location | null = node.type === "StringNode" ? node.contentLoc : node.valueLoc
  const mark = content && leadingMark.exec(source.slice(content, 100))
  const lost = mark && (mark[1] === "" || !/^[ \t]/.test(value))
  return lost ? `\uFEFF${value}` : value
}
