/**
 * What a scalar without quotes is, as a policy means it: dates and account ids (`2012-10-17`, `012345678901`)
 * stay strings, as do all numbers of more than 11 digits and what only some readers take for a number.
 */
export function plainScalar(text: string): string | number | boolean | null {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  return /^-?(?:0|[1-9]\d{0,10})(?:\.\d{1,6})?$/.test(text) ? Number(text) : text
}
