/** One column of a table of text: its first character, the one behind its last, and how many fill a cell. */
interface Column {
  readonly from: number
  readonly to: number
  readonly width: number
}

/** No table that is read has more. */
const mostColumns = 40

/** Lines of one table without the rules between them, and its columns. */
interface Block {
  readonly lines: readonly string[]
  readonly columns: readonly Column[]
}

/**
 * The lines of a text, where each table is replaced by its columns, one after the other, cells that were wrapped
 * at the column's width put together again. Tables have borders (`│ a │ b │`) or a rule of dashes under their
 * header; in one whose header stands between two rules (SAM CLI's) the header's words begin the columns.
 */
export function unwrapTables(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => isBordered(line) || isRule(line))) return lines
  const texts: string[] = []
  const put = (more: readonly string[]) => {
    for (const text of more) texts.push(text)
  }
  let index = 0
  while (index < lines.length) {
    const line = lines[index] ?? ""
    if (isBordered(line) && !isRule(line)) {
      const end = borderedEnd(lines, index)
      const rows = lines.slice(index, end)
      const block = borderedBlock(rows)
      if (block) put(columnTexts(block))
      else for (const row of rows) put(bordersOf(row).length > 0 ? row.split(border) : [row])
      index = end
    } else {
      const block = isRule(line) ? ruledBlock(lines, index) : undefined
      if (block) put(columnTexts(block))
      else texts.push(line)
      index += 1 + (block?.lines.length ?? 0)
    }
  }
  return texts
}

const border = /[|│┃║]/
const borders: ReadonlySet<string> = new Set("|│┃║")
const rule = /^[\s+|=\-─━═┌┬┐├┼┤└┴┘╭╮╰╯┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╞╪╡┡╇┩]+$/

function isRule(line: string): boolean {
  return line.length >= 10 && rule.test(line) && /[-=─━═]{3}/.test(line)
}

function isBordered(line: string): boolean {
  const inner = line.trim()
  return inner.length > 1 && borders.has(inner.charAt(0)) && borders.has(inner.slice(-1))
}

/** Where the lines with borders on both sides end that begin at `index`. */
function borderedEnd(lines: readonly string[], index: number): number {
  let end = index
  while (end < lines.length && isBordered(lines[end] ?? "") && !isRule(lines[end] ?? "")) end++
  return end
}

/** The columns between the borders that all lines share; undefined where the cells don't stand below each other. */
function borderedBlock(lines: readonly string[]): Block | undefined {
  const [first = "", ...others] = lines
  const shared = others.reduce(
    (places, line) => places.filter((place) => borders.has(line.charAt(place))),
    bordersOf(first),
  )
  const last = shared.at(-1)
  if (shared.length < 2 || lines.some((line) => line.trimEnd().length - 1 !== last))
    return undefined
  const edges = shared.slice(1).map((to, index) => ({ from: (shared[index] ?? 0) + 1, to }))
  const isPadded = lines.every((line) =>
    edges.every(({ from, to }) => line.charAt(from) === " " && line.charAt(to - 1) === " "),
  )
  const inset = isPadded ? 1 : 0
  const columns = edges.map(({ from, to }) => ({
    from: from + inset,
    to: to - inset,
    width: to - from - 2 * inset,
  }))
  return { lines, columns }
}

/** The places of a line's borders; none where they are too many for a table. */
function bordersOf(line: string): readonly number[] {
  const places: number[] = []
  for (const { index } of line.matchAll(/[|│┃║]/g)) if (places.push(index) > mostColumns) return []
  return places
}

/** The table whose last rule before its rows is at `index`: all to the next rule or empty line. */
function ruledBlock(lines: readonly string[], index: number): Block | undefined {
  const ruler = lines[index] ?? ""
  const dashes = runs(ruler, /[-=─━═]+/g)
  const isHeaderBetween = dashes.length === 1 && isRule(lines[index - 2] ?? "")
  const cells = isHeaderBetween ? runs(lines[index - 1] ?? "", /\S+(?: \S+)*/g) : dashes
  const ends = isHeaderBetween
    ? [...cells.slice(1).map(({ from }) => from - 1), ruler.trimEnd().length]
    : cells.map(({ to }) => to)
  const columns = cells.map(({ from }, place) => ({
    from,
    // What stands in the last column may be longer than its rule.
    to: cells[place + 1]?.from ?? Number.POSITIVE_INFINITY,
    width: (ends[place] ?? 0) - from,
  }))
  if (columns.length < 2 || columns.length > mostColumns) return undefined
  let end = index + 1
  while (end < lines.length && isRow(lines[end] ?? "", columns)) end++
  return end > index + 1 ? { lines: lines.slice(index + 1, end), columns } : undefined
}

function runs(
  line: string,
  run: RegExp,
): readonly { readonly from: number; readonly to: number }[] {
  return [...line.matchAll(run)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
}

/** Whether a line's words keep to the columns. */
function isRow(line: string, columns: readonly Column[]): boolean {
  return (
    line.trim() !== "" &&
    !isRule(line) &&
    columns.every(({ from }) => from === 0 || /^\s?$/.test(line.charAt(from - 1)))
  )
}

/** The text of each column: a line that fills its cell or ends in `-` goes on, within its row, without a blank. */
function columnTexts({ lines, columns }: Block): readonly string[] {
  const texts = columns.map((): string[] => [])
  let before: readonly string[] = []
  for (const line of lines) {
    const row = columns.map(({ from, to }) => line.slice(from, to).trimEnd())
    const isFull = (index: number) => (before[index] ?? "").length >= (columns[index]?.width ?? 0)
    const begins = columns.length > 1 && row[0] !== "" && !isFull(0)
    for (const [index, column] of texts.entries()) {
      const text = row[index]?.trimStart() ?? ""
      if (text === "") continue
      const goesOn = !begins && (isFull(index) || before[index]?.endsWith("-"))
      if (goesOn && !ownWord.test(text)) column.push(`${column.pop() ?? ""}${text}`)
      else column.push(text)
    }
    before = row
  }
  return texts.flat()
}

/** What begins a word of its own though the line above happens to fill its cell. */
const ownWord =
  /^(?:is not|not authorized|on resource|on arn:|on \*|because no|with an explicit|\()/
