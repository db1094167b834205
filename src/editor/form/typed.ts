import {
  type Catalog,
  isList,
  isObject,
  isPolicySetting,
  type JsonValue,
  parseConfig,
  type Setting,
  toPolicyItem,
} from "../../policy/index.ts"
import { counted, describeItem, describeManaged } from "./words.ts"

/** What a text in an add box becomes: the items and a line that says so, or what is wrong with it. */
export type Typed =
  | { readonly items: readonly JsonValue[]; readonly says: string }
  | { readonly items?: undefined; readonly problem: string }

/**
 * Reads what was typed or pasted into an add box: names parted by blanks, commas or lines, or JSON (a
 * statement, a policy document, an inline policy, a list of items). Empty text gives undefined.
 */
export function readTyped(
  text: string,
  setting: Setting,
  present: ReadonlySet<JsonValue>,
  catalog: Catalog,
): Typed | undefined {
  const trimmed = text.trim()
  if (trimmed === "") return undefined
  const { read, problem } = /^[[{]/.test(trimmed) ? readJson(trimmed) : readNames(trimmed)
  if (!read) return { problem }
  const wanted = isPolicySetting(setting) ? isPolicyItem : isString
  if (!read.every(wanted))
    return {
      problem: isPolicySetting(setting)
        ? "Only names and statements can be items of this list."
        : "A managed policy is a name or an ARN, not a statement.",
    }
  const items = read.filter((item) => !present.has(item))
  const [first] = items
  if (first === undefined)
    return {
      problem: `${read.length === 1 ? "It is" : "All are"} in the list already; Jets keeps equal items once.`,
    }
  if (items.length > 1) return { items, says: `Adds ${counted(items.length, "item")}` }
  return { items, says: saysOne(first, setting, catalog) }
}

function saysOne(item: JsonValue, setting: Setting, catalog: Catalog): string {
  if (!isPolicySetting(setting)) return describeManaged(String(item)).says
  const made = toPolicyItem(item, "")
  return made ? describeItem(made, catalog).says : ""
}

function readNames(text: string): Read {
  // CloudFormation's short forms hold a blank of their own.
  if (text.startsWith("!")) return { read: [text] }
  const names = text.split(/[\s,]+/).map((name) => name.replaceAll(/^["']|["']$/g, ""))
  return { read: [...new Set(names)].filter((name) => name !== "") }
}

type Read =
  | { readonly read: readonly JsonValue[]; readonly problem?: undefined }
  | { readonly read?: undefined; readonly problem: string }

function readJson(text: string): Read {
  const { value, issues } = parseConfig(`{"items":${text}}`)
  const lost = issues.find((issue) => issue.code === "comment" || issue.severity !== "warning")
  if (value === undefined || lost)
    return { problem: lost?.code === "comment" ? lost.message : "This isn't valid JSON yet." }
  const { items } = value
  return { read: isList(items) ? items : isObject(items) ? [items] : [] }
}

const isString = (value: JsonValue) => typeof value === "string"
const isPolicyItem = (value: JsonValue) => toPolicyItem(value, "") !== undefined
