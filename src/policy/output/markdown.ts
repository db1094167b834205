import { compareAccess } from "../access/compare.ts"
import type { AccessChange } from "../access/compareChange.ts"
import { describeChange } from "../access/compareWords.ts"
import { describeRole } from "../access/describe.ts"
import type { Draft } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import type { Catalog } from "../iam/catalog.ts"
import { buildRole } from "../role/build.ts"
import {
  markdownBlock,
  markdownCode,
  markdownLink,
  markdownProse,
  markdownTable,
  markdownText,
} from "./markdownText.ts"
import { toYaml } from "./yaml.ts"

/** What a pull request is told beside the drafts: the problems that are new, and a link to the preview. */
export interface MarkdownOptions {
  readonly problems: readonly Diagnostic[]
  readonly link?: string
}

/** Rows that somebody reads; the link and the YAML have all. */
const mostRows = 30
/** GitHub takes 65,536 characters in a comment. */
const longest = 60_000

/**
 * What a change of settings means, for a pull request (DESIGN 5, "Markdown out"): one sentence, permissions gained
 * and lost, new problems, the link, folded YAML. Nothing in the settings, the problems or the link can break out
 * of its cell, its code or its link. The same input gives the same text, one line break at its end.
 */
export function toMarkdown(
  before: Draft,
  after: Draft,
  catalog: Catalog,
  { problems, link }: MarkdownOptions,
): string {
  const role = buildRole(after.config, { baseline: after.baseline })
  const was = buildRole(before.config, { baseline: before.baseline })
  const { gained, lost } = compareAccess(was, role, catalog)
  const parts = [
    "### IAM role of the Jets remote runner",
    markdownProse(describeRole(after, catalog, "others")),
    versionChange(before, after),
    changes(gained, lost, baseOf(before)),
    problemList(problems),
    link === undefined ? undefined : markdownLink("Open the preview", link),
  ].filter((part) => part !== undefined)
  const yaml = folded("YAML of the whole role", markdownBlock("yaml", toYaml(role)))
  const length = parts.join("\n\n").length + yaml.length
  const last = length > longest ? "The YAML of the role is too long for a comment." : yaml
  return `${[...parts, last].join("\n\n")}\n`
}

function baseOf({ config }: Draft): string {
  return Object.keys(config).length === 0 ? "Jets' defaults" : "the settings before"
}

function versionChange(before: Draft, after: Draft): string | undefined {
  if (before.baseline === after.baseline) return undefined
  return `Read with Jets' defaults of ${markdownCode(after.baseline)}, before of ${markdownCode(before.baseline)}.`
}

function changes(
  gained: readonly AccessChange[],
  lost: readonly AccessChange[],
  base: string,
): string {
  if (gained.length + lost.length === 0) return `No permissions gained or lost against ${base}.`
  const rows = [
    ...few(
      gained.map((change) => ["Gained", ...changeCells(change)]),
      "gained",
    ),
    ...few(
      lost.map((change) => ["Lost", ...changeCells(change)]),
      "lost",
    ),
  ]
  return `**Permissions gained and lost** against ${base}\n\n${markdownTable(["", "Service", "Permissions"], rows)}`
}

function changeCells(change: AccessChange): readonly string[] {
  const name = change.kind === "policy" ? `\`${change.policy}\`` : change.name
  const words = describeChange(change)
  const what = words.startsWith(`${name}: `) ? words.slice(name.length + 2) : words
  const cell = change.kind === "policy" ? markdownCode(change.policy) : markdownText(name)
  return [cell, markdownProse(what)]
}

function problemList(problems: readonly Diagnostic[]): string {
  if (problems.length === 0) return "No new problems."
  const rows = problems.map(({ severity, message, at }) => [
    `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`,
    markdownProse(message),
    at === "" ? "" : markdownCode(at),
  ])
  return `**New problems**\n\n${markdownTable(["", "Problem", "Where"], few(rows, "problems"))}`
}

/** The first rows; the last says how many more there are. */
function few(rows: readonly (readonly string[])[], what: string): readonly (readonly string[])[] {
  if (rows.length <= mostRows) return rows
  const more = rows.length - mostRows + 1
  return [
    ...rows.slice(0, mostRows - 1),
    ["", `and ${more} more ${what === "problems" ? "problems" : `services ${what}`}`, ""],
  ]
}

function folded(summary: string, content: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${content}\n\n</details>`
}
