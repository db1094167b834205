/** No ARN is longer than 2,048 characters (IAM and STS quotas), nor a principal. */
export const longest = 2_048

/** What a sticky pattern matches just there, and where that ends. */
export function readAt(
  pattern: RegExp,
  text: string,
  at: number,
): { readonly match: RegExpExecArray; readonly end: number } | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match ? { match, end: at + match[0].length } : undefined
}
