import { type JSONPath, printParseErrorCode, visit } from "jsonc-parser"
import type { Issue, IssueCode, Range } from "./issue.ts"
import { below, type Pointer } from "./pointer.ts"

const maxWarnings = 100

/** What a JSON text is once comments and trailing commas are left out. With an error, `json` is none. */
export interface JsonText {
  readonly json: string
  readonly error: Issue | undefined
  readonly warnings: readonly Issue[]
}

/**
 * Makes plain JSON of a text that may hold comments and trailing commas, and says with its place what can't be
 * kept: those, repeated keys, numbers that a double can't hold. At most 100 warnings, and the first error.
 * Recurses as deep as the text is nested: the caller bounds it.
 */
export function readJson(text: string): JsonText {
  const warnings: Issue[] = []
  const cuts: (readonly [start: number, end: number])[] = []
  const open: { path: JSONPath; keys: Set<string> }[] = []
  let comma: { start: number; line: number; character: number } | undefined
  let error: Issue | undefined

  const warn = (code: IssueCode, path: JSONPath, range: Range, message: string) => {
    if (warnings.length === maxWarnings) return
    const at = path.reduce<Pointer>(below, "")
    warnings.push({ code, severity: "warning", message, at, range })
  }
  const begin = (path: JSONPath) => {
    comma = undefined
    open.push({ path, keys: new Set() })
  }
  const end = (start: number) => {
    const path = open.pop()?.path ?? []
    if (!comma) return
    const message = `Nothing follows the comma before \`${text.charAt(start)}\`, and other tools refuse such JSON. Remove the comma.`
    warn("trailing-comma", path, rangeOf(",", comma.line, comma.character), message)
    cuts.push([comma.start, comma.start + 1])
    comma = undefined
  }

  visit(
    text,
    {
      onObjectBegin: (_start, _length, _line, _character, path) => begin(path()),
      onArrayBegin: (_start, _length, _line, _character, path) => begin(path()),
      onObjectEnd: end,
      onArrayEnd: end,
      onSeparator: (mark, start, _length, line, character) => {
        comma = mark === "," ? { start, line, character } : undefined
      },
      onObjectProperty: (key, start, length, line, character, path) => {
        comma = undefined
        const keys = open.at(-1)?.keys
        if (keys?.has(key)) {
          const range = rangeOf(text.slice(start, start + length), line, character)
          const message = `${quote(key)} is in the same object before, and only this last one counts. Merge them, or remove one.`
          warn("duplicate-key", [...path(), key], range, message)
        }
        keys?.add(key)
      },
      onLiteralValue: (value: unknown, start, length, line, character, path) => {
        comma = undefined
        if (typeof value !== "number") return
        const source = text.slice(start, start + length)
        const kept = JSON.stringify(value)
        if (decimal(source) === decimal(kept)) return
        const message = `${quote(source)} can't be kept exactly: the output would have \`${kept}\`. Put it in double quotes, or write a number that fits.`
        warn("number-out-of-range", path(), rangeOf(source, line, character), message)
      },
      onComment: (start, length, line, character) => {
        const range = rangeOf(text.slice(start, start + length), line, character)
        const message =
          "Settings can't hold comments: this one won't be in the output, in links or in saved files. Keep it elsewhere, and remove it here."
        warn("comment", open.at(-1)?.path ?? [], range, message)
        cuts.push([start, start + length])
      },
      onError: (code, start, length, line, character) => {
        if (error) return
        const found = text.slice(start, start + length)
        const leadingZero = /^\d/.test(found) && text[start - 1] === "0"
        const message = leadingZero
          ? "A number can't begin with 0, so nothing can be read. Put digits such as an account id in double quotes."
          : `Expected ${expected[printParseErrorCode(code)]}, found ${quote(found)}. Nothing can be read until this is put right.`
        error = { code: "invalid-json", message, range: rangeOf(found, line, character) }
      },
    },
    { allowTrailingComma: true },
  )
  return { json: cutOut(text, cuts), error, warnings }
}

/** The range of a piece of text that begins at a line and character, both 0-based. */
export function rangeOf(piece: string, line: number, character: number): Range {
  const lines = piece.split(/\r\n?|\n/)
  const last = lines.at(-1) ?? ""
  return {
    line: line + 1,
    column: character + 1,
    endLine: line + lines.length,
    endColumn: (lines.length === 1 ? character : 0) + last.length + 1,
  }
}

const expected: Record<ReturnType<typeof printParseErrorCode>, string> = {
  InvalidSymbol: "text in double quotes, a number, `true`, `false` or `null`",
  InvalidNumberFormat: "a number",
  PropertyNameExpected: "a name in double quotes",
  ValueExpected: "a value",
  ColonExpected: "a colon after the name",
  CommaExpected: "a comma or a closing bracket",
  CloseBraceExpected: "a closing brace `}`",
  CloseBracketExpected: "a closing bracket `]`",
  EndOfFileExpected: "nothing after the last closing bracket",
  InvalidCommentToken: "no comment",
  UnexpectedEndOfComment: "`*/` at the end of the comment",
  UnexpectedEndOfString: "a closing double quote in the same line",
  UnexpectedEndOfNumber: "one more digit in the number",
  InvalidUnicode: "four hexadecimal digits after `\\u`",
  InvalidEscapeCharacter: 'one of `"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, `u` after `\\`',
  InvalidCharacter: "text without tabs and other control characters (write a tab as `\\t`)",
  "<unknown ParseErrorCode>": "JSON",
}

function quote(piece: string): string {
  if (piece === "") return "the end of the text"
  return `\`${piece.length > 40 ? `${piece.slice(0, 40).toWellFormed()}…` : piece}\``
}

/** One text for one decimal number, without its sign: "1.0", "10e-1" and "1" are alike. */
function decimal(number: string): string {
  const [, whole = "", fraction = "", exponent = "0"] =
    /^-?(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(number) ?? []
  const [read = "", digits] = /^0*(\d*[1-9])?/.exec(whole + fraction) ?? []
  if (!digits) return whole && "0"
  return `${digits}e${Number(exponent) + whole.length - read.length}`
}

function cutOut(text: string, cuts: readonly (readonly [start: number, end: number])[]): string {
  const sorted = cuts.toSorted(([left], [right]) => left - right)
  const starts = [0, ...sorted.map(([, end]) => end)]
  return starts.map((start, index) => text.slice(start, sorted[index]?.[0])).join("")
}
