import { variablesIn } from "../../iam/variable.ts"
import type { Question } from "../request.ts"
import { either, type Fit, lacking, no, unsure, yes } from "./fit.ts"
import { addText, type Glob, globMatches, star } from "./glob.ts"

/** What a text of a policy may hold. */
export interface TextRules {
  /** Whether `*` and `?` stand for other characters. */
  readonly wildcards?: boolean
  /** Whether `${…}` is a policy variable: not in documents of 2008. */
  readonly variables?: boolean
  /** Whether case doesn't count. The text to compare comes in lower case then. */
  readonly ignoreCase?: boolean
}

/** How well a text fits; it asks the question's context for the values of variables. */
export type Matcher = (text: string, question: Question) => Fit

/** A policy variable with what stands for it where the context has no such key. */
interface VariablePiece {
  readonly key: string
  readonly lowerKey: string
  readonly fallback?: string
}

interface Template {
  readonly pieces: readonly (Glob | VariablePiece)[]
  /** Whether nothing is filled in later: that stands as a star in the pieces. */
  readonly isKnown: boolean
}

/**
 * A matcher of alternatives, of which one is enough; `undefined` stands for one that isn't known. Plain texts
 * are looked up at once, those with variables come last.
 */
export function listMatcher(texts: readonly (string | undefined)[], rules: TextRules): Matcher {
  const literals = new Set<string>()
  const patterns: Matcher[] = []
  const withVariables: Matcher[] = []
  for (const text of texts)
    if (text === undefined) patterns.push(() => unsure)
    else if (text === "*" && rules.wildcards) return () => yes
    else if (isLiteral(text)) literals.add(folded(text, rules))
    else (text.includes("${") ? withVariables : patterns).push(textMatcher(text, rules))
  return anyOf(literals, [...patterns, ...withVariables])
}

/** Whether one of the literals is the text or one of the matchers fits it. */
export function anyOf(literals: ReadonlySet<string>, matchers: readonly Matcher[]): Matcher {
  return (text, question) => {
    if (literals.has(text)) return yes
    const before = question.asked.length
    let fit: Fit = no
    for (const matches of matchers) {
      fit = either(fit, matches(text, question))
      if (fit !== yes) continue
      question.asked.length = before
      return yes
    }
    return fit
  }
}

/** A matcher of one text, by the rules of where it stands. */
export function textMatcher(text: string, rules: TextRules): Matcher {
  if (isLiteral(text)) {
    const literal = folded(text, rules)
    return (given) => (given === literal ? yes : no)
  }
  if (rules.wildcards && isPrefix(text)) {
    const prefix = folded(text.slice(0, -1), rules)
    return (given) => (given.startsWith(prefix) ? yes : no)
  }
  const { pieces, isKnown } = readTemplate(text, rules)
  const found = isKnown ? yes : unsure
  const fixed = pieces.flatMap((piece) => ("key" in piece ? [] : [piece])).flat()
  if (pieces.every((piece) => !("key" in piece)))
    return (given) => (globMatches(fixed, given) ? found : no)
  return (given, question) => {
    const glob: number[] = []
    const missing: string[] = []
    let fit: Fit = found
    for (const piece of pieces) {
      const value = "key" in piece ? valueFor(piece, question) : piece
      if (typeof value === "string") addText(glob, folded(value, rules))
      else if (value) for (const code of value) glob.push(code)
      else glob.push(star)
      if (!("key" in piece) || value !== undefined) continue
      // A key of several values can be no variable; what IAM does with one isn't documented.
      if (question.valuesOf(piece.lowerKey)) fit = fit === lacking ? lacking : unsure
      else {
        fit = lacking
        missing.push(piece.key)
      }
    }
    if (!globMatches(glob, given)) return no
    question.asked.push(...missing)
    return fit
  }
}

/** Whether a text stands for itself, whatever the rules. */
function isLiteral(text: string): boolean {
  return !/[*?]|[#$]\{|^!/.test(text)
}

/** Whether a text is such a one with a star behind it, as most patterns are. */
function isPrefix(text: string): boolean {
  return text.endsWith("*") && isLiteral(text.slice(0, -1))
}

function valueFor({ lowerKey, fallback }: VariablePiece, question: Question): string | undefined {
  const values = question.valuesOf(lowerKey)
  if (!values) return fallback
  return values.length === 1 ? values[0] : undefined
}

/**
 * Reads a text with Ruby's interpolation, a tag of CloudFormation, wildcards and policy variables (IAM User
 * Guide, "Variables and tags": `${key}`, `${key, 'default'}`, `${*}`, `${?}`, `${$}`). Of `!Sub` the text counts.
 */
function readTemplate(text: string, rules: TextRules): Template {
  if (/^!(?:Ref|GetAtt) /.test(text)) return { pieces: [[star]], isKnown: false }
  const isSub = text.startsWith("!Sub ")
  const pieces: (Glob | VariablePiece)[] = []
  let glob: number[] = []
  let isKnown = true
  const unknown = () => {
    glob.push(star)
    isKnown = false
  }
  const source = isSub ? text.slice("!Sub ".length) : text
  for (const [piece] of source.matchAll(/[#$]\{[^}]*\}?|[^#$]+|[#$]/g))
    if (piece.startsWith("#{")) unknown()
    else if (piece.startsWith("${") && isSub && !piece.startsWith("${!")) unknown()
    else if (piece.startsWith("${") && rules.variables) {
      if (piece.includes("#{")) {
        // Where Ruby's interpolation ends the variable goes on, to some later brace.
        unknown()
        break
      }
      const read = readVariable(isSub ? piece.replace("!", "") : piece)
      if (read === undefined) unknown()
      else if (typeof read === "string") addText(glob, read)
      else {
        pieces.push(glob, read)
        glob = []
      }
    } else addText(glob, folded(piece, rules), rules.wildcards)
  pieces.push(glob)
  return { pieces, isKnown }
}

function folded(text: string, { ignoreCase }: TextRules): string {
  return ignoreCase ? text.toLowerCase() : text
}

/** The variable, the character that it escapes, or undefined where IAM couldn't read it. */
function readVariable(piece: string): VariablePiece | string | undefined {
  const [variable] = variablesIn(piece)
  if (!variable?.closed) return undefined
  const { inner, name, fallback } = variable
  if (/^[*?$]$/.test(inner)) return inner
  const key = name.trim()
  if (key === "" || /\s/.test(key)) return undefined
  if (fallback === undefined) return { key, lowerKey: key.toLowerCase() }
  const [, quoted] = /^\s*'([^']*)'\s*$/.exec(fallback) ?? []
  return quoted === undefined ? undefined : { key, lowerKey: key.toLowerCase(), fallback: quoted }
}
