import type { Diagnostic, DiagnosticCode, Severity } from "../config/diagnostic.ts"
import type { Fix } from "../config/fix.ts"
import type { Pointer } from "../config/pointer.ts"
import { helpOf } from "./help.ts"

/** What a diagnostic may have beside the four that each has. */
type More = Pick<Diagnostic, "subject" | "related" | "fixes">

/** Makes a diagnostic, with its code's help address. */
export function diagnose(
  code: DiagnosticCode,
  severity: Severity,
  at: Pointer,
  message: string,
  more: More = {},
): Diagnostic {
  return { code, severity, message, at, ...more, help: helpOf(code) }
}

const longest = 60

/** A text of the settings as `code` within a message: no backtick or line break of its own, cut when long. */
export function quoted(text: string): string {
  if (text === "") return '`""`'
  const plain = text.slice(0, longest).replaceAll(/[`\p{C}\s]/gu, (c) => (c === "`" ? "'" : " "))
  return `\`${plain}${text.length > longest ? "…" : ""}\``
}

/** The fix that writes a text at a place, and says which. */
export function write(at: Pointer, text: string): Fix {
  return { title: `Write ${quoted(text).slice(1, -1)}`, edits: [{ edit: "set", at, value: text }] }
}

/** A number as people read it: 10,240. */
export function counted(count: number): string {
  return count.toLocaleString("en-US")
}
