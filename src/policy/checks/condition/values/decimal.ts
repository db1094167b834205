/** Whether a text is a decimal number as IAM writes them: an optional minus, digits and one fraction. */
export function isDecimal(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text)
}
