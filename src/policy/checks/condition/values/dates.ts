import type { Diagnostic } from "../../../config/diagnostic.ts"
import { isDate } from "../../../iam/date.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import type { PlacedCondition } from "../../parts.ts"
import { perhaps, written } from "../fixes.ts"
import { isDecimal } from "./decimal.ts"
import { literalOf, takesString } from "./literal.ts"

/** Values of Date operators (IAM User Guide, "Date condition operators": W3C's ISO 8601 formats, or epoch time). */
export function dates(condition: PlacedCondition): readonly Diagnostic[] {
  const { operator, values } = condition
  if (operator?.type !== "Date") return []
  return values.flatMap(({ value, at }) => {
    const text = literalOf(value)
    if (text === undefined || isDate(text)) return []
    if (!isDecimal(text)) {
      const meant = meantDate(text)
      const advice = meant
        ? `Did you mean ${quoted(meant.date)}?`
        : "Write it as `2030-01-31`, or with a time as `2030-01-31T12:00:00Z`."
      return [
        diagnose(
          "type-mismatch-date",
          "error",
          at,
          `${quoted(text)} is no date that IAM can read, so AWS rejects the role and the deploy fails. ${advice}`,
          perhaps(meant && written(meant.title, at, meant.date)),
        ),
      ]
    }
    if (!/^-?\d{5,}/.test(text)) return []
    const date = dateOf(Number(text))
    const fits = takesString(condition, value)
    return [
      diagnose(
        "invalid-date-value",
        "warning",
        at,
        `${quoted(text)} counts the seconds since 1970, which nobody can check at sight. ${date ? `Write the date, ${quoted(date)}.` : "It lies beyond the year 9999: were milliseconds meant? Write the date itself."}`,
        perhaps(date !== undefined && fits ? written(`Write ${date}`, at, date) : undefined),
      ),
    ]
  })
}

/** A date in IAM's form where the text is one but for spaces, a small letter or the time's zone. */
function meantDate(text: string): { readonly date: string; readonly title: string } | undefined {
  if (text.length > 60) return undefined
  const plain = text.trim().toUpperCase().replace(/ +/, "T")
  if (isDate(plain)) return { date: plain, title: `Write ${plain}` }
  const utc = `${plain}Z`
  return isDate(utc) ? { date: utc, title: `Take it as UTC: ${utc}` } : undefined
}

/** The date of an epoch number, to the second where it has no fraction; undefined beyond the years 0 to 9999. */
function dateOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) return undefined
  return date.toISOString().replace(".000Z", "Z")
}
