import { Document, isScalar, Scalar, visit } from "yaml"
import type { JsonValue } from "../iam/document.ts"

/**
 * Writes a value as YAML that YAML 1.1 readers (Ruby's Psych, CloudFormation) and YAML 1.2 readers read
 * alike (DESIGN 2.4): no anchors, no folding, every scalar on one line, no newline at the end.
 */
export function yamlOf(value: JsonValue): string {
  const document = new Document(value, {
    version: "1.1",
    aliasDuplicateObjects: false,
    // Else the library writes every "<<" as a merge key, whatever its quotes.
    customTags: (tags) =>
      tags.filter((tag) =>
        tag === "merge" ? false : typeof tag === "string" || tag.tag !== "tag:yaml.org,2002:merge",
      ),
  })
  visit(document, {
    Pair(_, { key, value: part }) {
      if (isScalar(key) && key.value === "Version" && isScalar(part) && isDate(part.value))
        part.type = Scalar.QUOTE_SINGLE
    },
    Scalar(_, scalar) {
      if (typeof scalar.value !== "string") return
      scalar.value = scalar.value.toWellFormed()
      if (scalar.type !== Scalar.QUOTE_SINGLE && needsQuotes(String(scalar.value)))
        scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document
    .toString({ lineWidth: 0, blockQuote: false, doubleQuotedMinMultiLineLength: Infinity })
    .replace(/\n$/, "")
    .replaceAll(unescaped, escaped)
}

const dateForm = /^\d{4}-\d\d-\d\d$/
const isDate = (value: unknown) => typeof value === "string" && dateForm.test(value)

/** What some reader takes for a number (octal, sexagesimal, hexadecimal, an account id) or a date. */
const numeric = /^[-+.]?[0-9][0-9a-fox_.,:+\-tz ]*$/i
/** Words that YAML 1.1 has a meaning for, in the spellings of any reader. */
const word = /^(?:~|<<|=|y|n|yes|no|on|off|true|false|null|[-+]?\.(?:inf|nan))$/i
/** Outside YAML 1.1's printable set, a tab, or a line break of any kind. */
const unprintable =
  /[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u

function needsQuotes(text: string): boolean {
  return numeric.test(text) || word.test(text) || unprintable.test(text)
}

/** The characters above that the yaml library leaves as they are inside double quotes. */
const unescaped = /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`

const scalars = new Map<string, string>()

/** One string as YAML. Remembered, because a list of thousands of actions is written anew at every key. */
export function yamlString(text: string): string {
  const known = scalars.get(text)
  if (known !== undefined) return known
  const written = yamlOf(text)
  if (scalars.size > 20_000) scalars.clear()
  scalars.set(text, written)
  return written
}
