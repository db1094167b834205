/** What can't stand in one line of Markdown: line breaks of all kinds, control and formatting characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu
/** Between `@` and a name, `#` and a number: GitHub makes no mention of it, and nobody sees it. */
const joiner = "\u2060"

/**
 * Words as one line of Markdown text that begins no construct: no markup, HTML, table cell, link or mention.
 * Entities are text wherever they stand (CommonMark 0.31, "Entity and numeric character references").
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replaceAll(/[\\`*_[\]<>|~&$!]|[@#]|:(?=\/\/)|(?<=www)\.|^[-+=]|^\d+(?=[.)])/gi, (special) =>
      /\d/.test(special) ? `${joiner}${special}` : entities(special),
    )
    .trim()
}

/** A name as code, in a table's cell too, where a backslash before `|` would end it. */
export function markdownCode(text: string): string {
  const line = oneLine(text).trim()
  if (line === "") return "<code> </code>"
  if (/^[^\\`|]+$/.test(line)) return `\`${line}\``
  return `<code>${line.replaceAll(/[^A-Za-z\d /,;-]/gu, entities)}</code>`
}

/** A message: its parts in backticks as code, the rest as text. */
export function markdownProse(message: string): string {
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? markdownCode(part) : withEdges(part)))
    .join("")
}

/** A link; undefined where the address isn't one of the web. */
export function markdownLink(label: string, address: string): string | undefined {
  if (!/^https?:\/\/[^/]/.test(address)) return undefined
  const safe = address
    .toWellFormed()
    .replaceAll(/[^\w\-.~:/?#@!$&*+,;=%]+/g, percentEncoded)
    .replaceAll("&", "&amp;")
  return `[${markdownText(label)}](${safe})`
}

/** A block of code that nothing in it can end: its fence is longer than any run of backticks inside. */
export function markdownBlock(language: string, text: string): string {
  const runs = text.matchAll(/`+/g)
  const longest = [...runs].reduce((most, [run]) => Math.max(most, run.length), 2)
  const fence = "`".repeat(longest + 1)
  const lines = text.replaceAll(/\r\n?/g, "\n")
  return `${fence}${language}\n${lines}${lines.endsWith("\n") ? "" : "\n"}${fence}`
}

/** A table of cells that are Markdown already; none of them holds a bare `|`. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")
}

function oneLine(text: string): string {
  return text.toWellFormed().replaceAll(unseen, " ")
}

function entities(text: string): string {
  return [...text]
    .map((one) => `&#${one.codePointAt(0)};${/[@#]/.test(one) ? joiner : ""}`)
    .join("")
}

function percentEncoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("'", "%27")
    .replaceAll("(", "%28")
    .replaceAll(")", "%29")
}

/** A part of a line keeps the blanks that divide it from the next. */
function withEdges(part: string): string {
  const text = markdownText(part)
  if (text === "") return part === "" ? "" : " "
  return `${/^\s/.test(part) ? " " : ""}${text}${/\s$/.test(part) ? " " : ""}`
}
