import type { JsonValue } from "../iam/document.ts"

/** Writes one value that is no list and no object, on one line. */
export type WriteScalar = (value: string | number | boolean | null) => string

/**
 * One scalar of YAML, on one line, that YAML 1.1 readers (Ruby's Psych, CloudFormation) and YAML 1.2 readers
 * read alike (DESIGN 2.4); a lone surrogate becomes U+FFFD. Styles are those of the yaml library, to which
 * yamlBlock.test.ts holds this: the library itself weighs more than the domain's whole first screen.
 */
export function yamlScalar(value: string | number | boolean | null): string {
  if (typeof value === "string") return yamlString(value)
  return Object.is(value, -0) ? "-0" : String(value)
}

const scalars = new Map<string, string>()

/** One string. Remembered, because a list of thousands of actions is written anew at every key. */
export function yamlString(text: string): string {
  const known = scalars.get(text)
  if (known !== undefined) return known
  const written = writeString(text.toWellFormed())
  if (scalars.size > 20_000) scalars.clear()
  scalars.set(text, written)
  return written
}

/** What some reader takes for a number (octal, sexagesimal, hexadecimal, an account id) or a date. */
const numeric = /^[-+]?(?:[._]*[0-9][0-9a-fox_.,:+\-tz ]*|[._]+(?:e[-+]?[0-9]+)?)$/i
/** Words that YAML 1.1 has a meaning for, in the spellings of any reader. */
const word = /^(?:|~|<<|=|y|n|yes|no|on|off|true|false|null|[-+]?\.(?:inf|nan))$/i
/** Outside YAML 1.1's printable set, a tab, or a line break of any kind. */
const unprintable =
  /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u
/** What can't stand without quotes (YAML 1.2.2, 7.3.3): an indicator at the start, or what ends a plain scalar. */
const indicator = /^[ ,[\]{}#&*!|>'"%@`]|^[?-](?: |$)|^(?:---|\.\.\.)|: | #|[ :]$/

function writeString(text: string): string {
  if (numeric.test(text) || word.test(text) || unprintable.test(text)) return doubleQuoted(text)
  if (!indicator.test(text)) return text
  return text.includes('"') && !text.includes("'") ? singleQuoted(text) : doubleQuoted(text)
}

/** A text of one line with nothing to escape. */
export function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** What JSON leaves as it is, and YAML 1.1 doesn't print. */
const unescaped = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`

/** JSON's escapes are YAML's too. */
function doubleQuoted(text: string): string {
  return JSON.stringify(text).replaceAll(unescaped, escaped)
}

/** Whether a value is no list and no object. */
export function isScalar(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== "object" || value === null
}
