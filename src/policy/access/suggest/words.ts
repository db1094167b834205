const longest = 100

/** A text of a log or of the settings on one line, without control characters, cut when long. */
export function plain(text: string): string {
  const line = text
    .slice(0, longest)
    .toWellFormed()
    .replaceAll(/[\p{C}\s]/gu, " ")
  return `${line}${text.length > longest ? "…" : ""}`
}

/** The same as `code` within a message: no backtick of its own. */
export function quoted(text: string): string {
  return `\`${plain(text).replaceAll("`", "'")}\``
}
