import { arnFields } from "../../iam/arn.ts"
import type { Operator, OperatorType } from "../../iam/condition.ts"
import { parseDate } from "../../iam/date.ts"
import { parseIpRange, rangeCovers } from "../../iam/ip.ts"
import { both, either, type Fit, no, unsure, yes } from "./fit.ts"
import { anyOf, listMatcher, type Matcher, textMatcher } from "./text.ts"

/**
 * A matcher of one value of the request by an operator without its negation: whether one of the policy's values
 * fits (IAM User Guide, "IAM JSON policy elements: Condition operators"). `undefined` is a value that isn't known;
 * of one that the operator can't read it can't be told either. Variables work with String and Arn operators only.
 */
export function valueMatcher(
  { name, type }: Operator,
  values: readonly (string | undefined)[],
  variables: boolean,
): Matcher {
  if (type === "String") {
    const ignoreCase = name.endsWith("IgnoreCase")
    const matches = listMatcher(values, { wildcards: name.endsWith("Like"), variables, ignoreCase })
    return ignoreCase ? (text, question) => matches(text.toLowerCase(), question) : matches
  }
  if (type === "Arn")
    return anyOf(
      new Set(),
      values.map((value) => arnMatcher(value, variables)),
    )
  const tests = values.map((value) => testOf(type, name, value))
  return (text) => {
    let fit: Fit = no
    for (const test of tests) fit = either(fit, test(text))
    return fit
  }
}

type Test = (given: string) => Fit

function testOf(type: OperatorType, name: string, value: string | undefined): Test {
  if (value === undefined || /#\{|^!/.test(value)) return () => unsure
  switch (type) {
    case "Numeric":
      return compared(parseNumber, value, comparisons(name))
    case "Date":
      return compared(parseDate, value, comparisons(name))
    case "IpAddress":
      return compared(parseIpRange, value, (given, range) => rangeCovers(range, given))
    case "Binary":
      return compared(canonicalBase64, value, (given, bytes) => given === bytes)
    default:
      return compared(parseBoolean, value, (given, wanted) => given === wanted)
  }
}

/** A request's value that can't be read fits nothing. */
function compared<T>(
  read: (text: string) => T | undefined,
  value: string,
  fits: (given: T, value: T) => boolean,
): Test {
  const wanted = read(value)
  if (wanted === undefined) return () => unsure
  return (text) => {
    const given = read(text)
    return given !== undefined && fits(given, wanted) ? yes : no
  }
}

function comparisons(name: string): (given: number, value: number) => boolean {
  if (name.endsWith("LessThan")) return (given, value) => given < value
  if (name.endsWith("LessThanEquals")) return (given, value) => given <= value
  if (name.endsWith("GreaterThan")) return (given, value) => given > value
  if (name.endsWith("GreaterThanEquals")) return (given, value) => given >= value
  return (given, value) => given === value
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined
}

/** `true` or `false` in any case, for Bool and Null. */
export function parseBoolean(text: string): boolean | undefined {
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined
}

const base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

/** Base64 with the bits behind its last byte cleared, so that the same bytes are the same text. */
function canonicalBase64(text: string): string | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z\d+/]*={0,2}$/.test(text)) return undefined
  const end = text.indexOf("=")
  if (end < 1) return text
  const bits =
    base64.indexOf(text.charAt(end - 1)) & (text.length - end === 2 ? 0b110000 : 0b111100)
  return text.slice(0, end - 1) + base64.charAt(bits) + text.slice(end)
}

/**
 * ArnEquals and ArnLike behave alike: each of the six fields is compared by itself, either may hold wildcards
 * (the same page, "Amazon Resource Name (ARN) condition operators"). A value of fewer fields fits none; what
 * a policy's value that is no ARN at all does isn't documented.
 */
function arnMatcher(value: string | undefined, variables: boolean): Matcher {
  if (value === undefined) return () => unsure
  const rules = { wildcards: true, variables }
  const fields = sixFields(arnFields(value))
  if (value.startsWith("!") || (fields.length < 6 && /[#$]\{/.test(value)))
    return textMatcher(value, rules)
  if (fields.length < 6) return () => (value.startsWith("arn:") ? no : unsure)
  const matchers = fields.map((field) => textMatcher(field, rules))
  return (text, question) => {
    const given = sixFields(text.split(":"))
    if (given.length < 6) return no
    let fit: Fit = yes
    for (const [index, matches] of matchers.entries()) {
      fit = both(fit, matches(given[index] ?? "", question))
      if (fit === no) return no
    }
    return fit
  }
}

function sixFields(fields: readonly string[]): readonly string[] {
  return fields.length > 6 ? [...fields.slice(0, 5), fields.slice(5).join(":")] : fields
}
