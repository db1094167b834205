import { unwrapTables } from "./table.ts"

/**
 * A text as its writer had it before it was escaped, coloured, laid out in a table or wrapped: on one line, one
 * blank between words. What is wrapped at blanks may have comment, quote or table marks before each line.
 */
export function plainText(text: string): string {
  const lines = straightened(unescaped(text)).split(/\r\n?|[\n\u2028\u2029]/)
  return unwrapTables(lines).map(withoutMarks).join(" ").replaceAll(/\s+/g, " ")
}

/** Straight quotes for curly ones, and single ones for those that CSV doubles. */
function straightened(text: string): string {
  return text
    .replaceAll(/[“”„‟]/g, '"')
    .replaceAll(/[‘’‚‛]/g, "'")
    .replaceAll(/(?<=[\s:])""(?=[\w*])|(?<=[\w*/.-])""(?=[\s,"]|$)/gm, '"')
}

/** JSON may hold HTML and HTML JSON, so that one is undone before and after the other. */
function unescaped(text: string): string {
  return withoutTags(withoutColours(withoutEntities(withoutBackslashes(withoutEntities(text)))))
}

const entities: ReadonlyMap<string, string> = new Map([
  ["quot", '"'],
  ["apos", "'"],
  ["lt", "<"],
  ["gt", ">"],
  ["nbsp", " "],
])

/** HTML's references of characters; an ampersand may be one too: `&amp;quot;`. */
function withoutEntities(text: string): string {
  if (!text.includes("&")) return text
  return text
    .replaceAll(/&(?:amp;)+/g, "&")
    .replaceAll(
      /&(?:(quot|apos|lt|gt|nbsp)|#(\d{1,6})|#x([\da-f]{1,5}));/gi,
      (all, name?: string, ten?: string, hex?: string) => {
        if (name) return entities.get(name.toLowerCase()) ?? all
        const code = ten ? Number.parseInt(ten, 10) : Number.parseInt(hex ?? "", 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : all
      },
    )
}

/** The escapes of JSON's strings, however often they were escaped again; a shell's `\x1b` and `\e` too. */
function withoutBackslashes(text: string): string {
  if (!text.includes("\\")) return text
  return text.replaceAll(
    /\\{1,16}(?:u([\da-fA-F]{4})|(x1[bB]|033|e(?=\[))|(["'/`])|[nrt])/g,
    (_all, unicode?: string, controls?: string, mark?: string) => {
      if (unicode !== undefined) return String.fromCharCode(Number.parseInt(unicode, 16))
      return controls === undefined ? (mark ?? "\n") : controlStart
    },
  )
}

const controlStart = String.fromCharCode(0x1b)
const bell = String.fromCharCode(0x07)
/** ANSI's control sequences and operating system commands (ECMA-48). */
const control = new RegExp(
  `${controlStart}(?:\\[[\\d;:?]*[ -/]?[@-~]?|\\][^${bell}${controlStart}]*(?:${bell}|${controlStart}\\\\)?)?`,
  "g",
)

function withoutColours(text: string): string {
  return text.includes(controlStart) ? text.replaceAll(control, "") : text
}

/** HTML's own tags: those of a log's page; XML's other ones end what stands before them. */
function withoutTags(text: string): string {
  if (!text.includes("<")) return text
  return text
    .replaceAll(/<\/?(?:a|b|code|em|font|i|kbd|mark|samp|span|strong|tt|u|wbr)(?: [^<>]*)?>/gi, "")
    .replaceAll(/<\/?(?:br|div|li|p|pre|table|tbody|td|th|tr|ul)(?: [^<>]*)?\/?>/gi, "\n")
}

/** The time that a log's lines begin with, and the marks of comments, quotes, lists and boxes; `*` alone is a resource. */
const marks =
  /^(?:\s|\d{4}-\d\d-\d\dT[\d:.]{1,20}Z |\/\/|--|[#>;%|│┃║╎┆┊]|\*(?! ?(?:because|with an?) )(?!["'])){0,400}/

function withoutMarks(line: string): string {
  if (line === "") return line
  const inner = line.slice(marks.exec(line)?.[0].length ?? 0).trimEnd()
  if (inner.endsWith("*/")) return inner.slice(0, -2)
  return /[|│┃║]/.test(inner.slice(-1)) ? inner.slice(0, -1) : inner
}
