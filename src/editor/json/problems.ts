import type { Diagnostic, Fix, Issue, Range } from "../../policy/index.ts"
import type { FindPlace, Span } from "./places.ts"

/** Something to say at a place of the text, with what mends it. */
export interface Problem {
  readonly severity: "error" | "warning" | "info"
  readonly code: string
  readonly message: string
  /** The address of a page that says more. */
  readonly help: string | undefined
  readonly place: Span | Range
  readonly fixes: readonly (Fix | TextFix)[]
}

/** A fix of the text alone: the piece at the problem's place is taken out. */
export interface TextFix {
  readonly title: string
  readonly takesOut: true
}

/** More than these nobody reads, and each is a decoration that every key moves. */
const most = 500

/** What reading the text found. */
export function problemsOfText(issues: readonly Issue[]): readonly Problem[] {
  return issues.map(({ code, severity, message, range }) => ({
    severity: severity ?? "error",
    code,
    message: plain(message),
    help: undefined,
    place: range ?? { start: 0, end: 0 },
    fixes: textFixes(code),
  }))
}

/** What the checks say of the settings that the text holds. */
export function problemsOfSettings(
  diagnostics: readonly Diagnostic[],
  find: FindPlace,
): readonly Problem[] {
  return diagnostics.slice(0, most).map(({ severity, code, message, help, at, fixes = [] }) => ({
    severity: severity === "security" ? "warning" : severity,
    code,
    message: plain(message),
    help,
    place: find(at).mark,
    fixes,
  }))
}

function textFixes(code: Issue["code"]): readonly TextFix[] {
  if (code === "trailing-comma") return [{ title: "Remove the comma", takesOut: true }]
  if (code === "comment") return [{ title: "Remove the comment", takesOut: true }]
  return []
}

/** Monaco shows messages as they are: code is in quotes there. */
const plain = (message: string) => message.replaceAll("`", "'")
