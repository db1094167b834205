import type { Diagnostic, DiagnosticCode } from "../../../config/diagnostic.ts"
import type { Pointer } from "../../../config/pointer.ts"
import { replaceVariables, type Variable, variablesIn } from "../../../iam/variable.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import { isTag, type StatementParts, variableTexts } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"

/** A way to write a variable wrongly. */
interface Slip {
  readonly code: DiagnosticCode
  readonly is: (variable: Variable) => boolean
  readonly message: (text: string) => string
  readonly title?: string
  /** All between the braces, as it was most likely meant. */
  readonly meant?: (variable: Variable) => string | undefined
}

const slips: readonly Slip[] = [
  {
    code: "missing-brace-in-variable",
    is: ({ closed }) => !closed,
    message: (text) =>
      `A policy variable in ${quoted(text)} has no closing brace: AWS rejects the role, and the deploy fails. Close it with \`}\`.`,
    title: "Close the brace",
    // Where the name ends is certain only at the end, as `/` may belong to it.
    meant: ({ inner }) => (/^[\w-]+:[\w-]+$/.test(inner) ? inner : undefined),
  },
  {
    code: "empty-variable",
    is: ({ closed, name }) => closed && name.trim() === "",
    message: (text) =>
      `A policy variable in ${quoted(text)} has no name: AWS rejects the role, and the deploy fails. Write a condition key between the braces, such as \`aws:userid\`.`,
  },
  {
    code: "unsupported-space-in-variable",
    is: ({ closed, name }) => closed && name.trim() !== "" && /\s/.test(name),
    message: (text) =>
      `The name of a policy variable in ${quoted(text)} holds a space, which AWS rejects: the deploy fails. Write the name without spaces.`,
    title: "Take the spaces out",
    meant: ({ inner, name }) => {
      // Spaces in a tag's name may be its own.
      const tight = name.trim().replaceAll(/\s*:\s*/g, ":")
      return /^[^\s:]+:\S+$/.test(tight) || /^[*?$]$/.test(tight)
        ? `${tight}${inner.slice(name.length)}`
        : undefined
    },
  },
  {
    code: "missing-quote-in-variable",
    is: ({ closed, fallback }) => closed && fallback !== undefined && !isInQuotes(fallback.trim()),
    message: (text) =>
      `The default value of a policy variable in ${quoted(text)} isn't in single quotes, so AWS rejects the role. Write it as in \`\${aws:userid, 'nobody'}\`.`,
    title: "Put the default value in quotes",
    meant: ({ name, fallback = "" }) => {
      const bare = fallback.trim().replace(/^['"]/, "").replace(/['"]$/, "")
      return bare === "" || /['"]/.test(bare) ? undefined : `${name}, '${bare}'`
    },
  },
]

/**
 * Policy variables that can't be read (IAM Access Analyzer, MISSING_BRACE_IN_VARIABLE, EMPTY_VARIABLE,
 * UNSUPPORTED_SPACE_IN_VARIABLE, MISSING_QUOTE_IN_VARIABLE).
 */
export function variableForm(parts: StatementParts): readonly Diagnostic[] {
  return variableTexts(parts).flatMap(({ text, at }) => {
    if (!text.includes("${") || isTag(text)) return []
    // Ruby may put anything in a name.
    const variables = variablesIn(text).filter(({ inner }) => !inner.includes("#{"))
    return slips
      .filter(({ is }) => variables.some(is))
      .map((slip) =>
        diagnose(slip.code, "error", at, slip.message(text), corrected(slip, text, at)),
      )
  })
}

/** The whole text with each such variable as it was meant; no fix where one of them isn't known. */
function corrected({ is, meant, title }: Slip, text: string, at: Pointer) {
  if (!meant || !title) return {}
  let isKnown = true
  const fixed = replaceVariables(text, (variable) => {
    const { inner, closed } = variable
    if (!is(variable)) return `\${${inner}${closed ? "}" : ""}`
    const better = meant(variable)
    isKnown &&= better !== undefined
    return `\${${better}}`
  })
  return perhaps(isKnown ? written(title, at, fixed) : undefined)
}

function isInQuotes(text: string): boolean {
  return text.length > 1 && text.startsWith("'") && text.endsWith("'")
}
