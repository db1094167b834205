const mostDigits = 20_000
const mostOpen = 500
/** Of closing brackets without an opening one, and of backslashes on end. */
const mostFaults = 5_000

/**
 * Whether a text could keep Prism 1.9.0 busy for minutes, which nothing on a page could end: a number of tens of
 * thousands of digits (its cost is quadratic), or hundreds of `#{` that aren't closed (its stack overflows, unseen).
 * What a string begins with, or has escaped, is neither. Thousands of faults, each of which Prism tells of, take
 * it seconds.
 */
export function overtaxesParser(text: string): boolean {
  let open = 0
  let start = 0
  let unopened = 0
  let backslashes = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (!isDigit(code)) start = index + 1
    else if (index - start >= mostDigits && /[0-9]/.test(text.charAt(start)))
      if (!/["']/.test(text.charAt(start - 1))) return true
    if (code === 0x7d) open = Math.max(0, open - 1)
    else if (code === 0x7b && text.charAt(index - 1) === "#" && text.charAt(index - 2) !== "\\")
      open++
    if (code === 0x28) unopened--
    else if (code === 0x29) unopened++
    backslashes = code === 0x5c ? backslashes + 1 : 0
    if (open > mostOpen || unopened > mostFaults || backslashes > mostFaults) return true
  }
  return false
}

/** Of a number of any base, or what stands between its digits. */
function isDigit(code: number): boolean {
  const letter = code | 0x20
  return (
    (code >= 0x30 && code <= 0x39) ||
    (letter >= 0x61 && letter <= 0x66) ||
    letter === 0x78 ||
    code === 0x5f
  )
}
