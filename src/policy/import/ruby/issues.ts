import { settings } from "../../config/config.ts"
import type { Issue, IssueCode } from "../../config/issue.ts"
import type { Location } from "./source/prism.ts"
import type { SourceText } from "./source/sourceText.ts"
import type { Remark } from "./toJson.ts"
import type { Spot } from "./value/value.ts"

const mostIssues = 200
const mostShown = 60
const mostNames = 4

const codes: Readonly<Record<Spot["why"], IssueCode>> = {
  call: "ruby-not-data",
  number: "ruby-not-data",
  text: "ruby-not-data",
  key: "ruby-not-data",
  frozen: "ruby-not-data",
  "not-run": "ruby-not-run",
  "unknown-setting": "unknown-setting",
}

/** What was left out, at most once a line, and then what was changed, each in the text's order. */
export function issuesOf(
  spots: Iterable<Spot>,
  remarks: readonly Remark[],
  source: SourceText,
): readonly Issue[] {
  const lines = new Map<number, Spot>()
  for (const spot of [...spots].sort(byPlace)) {
    const line = source.line(spot.location)
    if (!lines.has(line)) lines.set(line, spot)
  }
  const left = (spot: Spot): Issue => ({
    code: codes[spot.why],
    message: spotMessage(spot, shown(spot.location, source)),
    range: source.range(spot.location),
  })
  const changed = (remark: Remark): Issue => ({
    code: "changed-on-import",
    severity: "warning",
    message: remarkMessage(remark),
    range: source.range(remark.location),
  })
  return [...atMost([...lines.values()], left), ...atMost([...remarks].sort(byPlace), changed)]
}

interface Placed {
  readonly location: Location
}

function byPlace(one: Placed, other: Placed): number {
  return one.location.startOffset - other.location.startOffset
}

/** The first issues, and how many there would be more. */
function atMost<Found>(
  found: readonly Found[],
  toIssue: (found: Found) => Issue,
): readonly Issue[] {
  const issues = found.slice(0, mostIssues + 1).map(toIssue)
  const last = issues[mostIssues]
  if (!last) return issues
  const count = (found.length - mostIssues).toLocaleString("en-US")
  const message = `${last.message} There are ${count} such places from here on; this is the first.`
  return [...issues.slice(0, mostIssues), { ...last, message }]
}

/** The beginning of a place, as a name in backticks. */
function shown(location: Location, source: SourceText): string {
  const text = source.slice(location, mostShown + 1)
  const [line = ""] = text.split(/\r?\n/)
  const isCut = line.length < text.length || text.length > mostShown
  return `\`${line.slice(0, mostShown).trimEnd().replaceAll("`", "'")}${isCut ? " …" : ""}\``
}

function spotMessage({ why }: Spot, code: string): string {
  switch (why) {
    case "call":
      return `${code} can't be read as data, and nothing is run here. What needs it is left out: write the value itself, or add the item after the import.`
    case "not-run":
      return `${code} isn't run here, so what it does to the settings is left out. Make that change after the import, or write the list without it.`
    case "unknown-setting":
      return `${code} is no setting that Jets reads, so it is left out. The settings are ${settings.map((name) => `\`${name}\``).join(", ")}.`
    case "number":
      return `${code} is a number that JSON can't hold exactly. What needs it is left out: write it as a text, in quotes.`
    case "text":
      return `${code} is no valid text. What needs it is left out: write it in UTF-8.`
    case "key":
      return `${code} can't be a key here: it is no text, or the same key is there twice. The whole is left out: write each key once, as in \`Action:\`.`
    case "frozen":
      return `${code} changes a frozen value, and Ruby stops there with FrozenError. The change is left out: make a new list with \`+\`.`
  }
}

function remarkMessage({ about, names }: Remark): string {
  const written = names.map((name) => `\`${name.written}\``)
  const list = `${written.slice(0, mostNames).join(", ")}${names.length > mostNames ? " and more" : ""}`
  const [example] = names
  const isOne = names.length === 1
  switch (about) {
    case "string-keys":
      return `A policy item has ${isOne ? "a text as key" : "texts as keys"}, ${list}, and Jets 6.0.5 fails on it with NoMethodError. It came in as meant; in your file write \`${example?.meant}:\`.`
    case "spelling":
      return `IAM doesn't know the ${isOne ? "key" : "keys"} ${list} in this spelling. ${isOne ? "It" : "They"} came in as meant; in your file write \`${example?.meant}:\`.`
    case "symbols":
      return `A list has ${isOne ? "a symbol" : "symbols"}, ${list}, and Jets 6.0.5 fails on it with NoMethodError. ${isOne ? "It" : "They"} came in as ${isOne ? "a text" : "texts"}; in your file write \`${JSON.stringify(example?.meant)}\`.`
  }
}
