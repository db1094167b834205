import {
  type Catalog,
  isObject,
  isPolicySetting,
  itemValue,
  type JsonValue,
  listEntries,
  parseConfig,
  policyItems,
  type Setting,
  toPolicyItem,
} from "../../policy/index.ts"
import { counted, describeItem, describeManaged, isKnownManagedPolicy } from "./words.ts"

/** What a text in an add box becomes: the items and a line that says so, or what is wrong with it. */
export type Typed =
  | { readonly items: readonly JsonValue[]; readonly says: string; readonly doubt?: string }
  | { readonly items?: undefined; readonly problem: string }

/** The actions that a name stands for: an API's operation, an action without its service, or one of several. */
export interface Meant {
  readonly kind: "operation" | "action" | "several"
  readonly actions: readonly string[]
}

/** Knows which actions a name stands for; undefined for what is meant as it is written. */
export type Meaning = (name: string) => Meant | undefined

const asWritten: Meaning = () => undefined

/**
 * Reads what was typed or pasted into an add box: names parted by blanks, commas or lines, or JSON (a
 * statement, a policy document, an inline policy, several of them, a list). Empty text gives undefined.
 */
export function readTyped(
  text: string,
  setting: Setting,
  present: ReadonlySet<JsonValue>,
  catalog: Catalog,
  meaning: Meaning = asWritten,
): Typed | undefined {
  const trimmed = text.trim()
  if (trimmed === "") return undefined
  if (trimmed.length > mostCharacters)
    return {
      problem: `That is ${trimmed.length.toLocaleString("en")} characters; ${mostCharacters.toLocaleString("en")} is the most. Paste it in parts.`,
    }
  const json = jsonStart.test(trimmed)
  const { read: written, problem } = json ? readJson(trimmed) : readNames(trimmed)
  if (!written) return { problem }
  const { read, meant, unclear } = json
    ? { read: written }
    : translated(written, isPolicySetting(setting) ? meaning : asWritten)
  if (unclear) return { problem: unclear }
  if (read.length === 0) return { problem: "There is nothing in it to add." }
  const wrong =
    (isPolicySetting(setting) ? wrongOfPolicy(read) : wrongOfManaged(read)) ??
    (json ? undefined : oddName(read, setting))
  if (wrong !== undefined) return { problem: wrong }
  const items = newOnes(read, present)
  const [first] = items
  if (first === undefined)
    return {
      problem: `${read.length === 1 ? "It is" : "All are"} in the list already; Jets keeps equal items once.`,
    }
  const says = items.length > 1 ? saysMany(items) : saysOne(first, setting, catalog)
  const doubt = doubtOf(items, setting, catalog)
  return { items, says: meant ? `${meant} ${says}` : says, ...(doubt && { doubt }) }
}

/** What AWS most likely doesn't have, as far as its names are loaded: it can be added all the same. */
function doubtOf(
  items: readonly JsonValue[],
  setting: Setting,
  catalog: Catalog,
): string | undefined {
  const [what, isKnown] = isPolicySetting(setting)
    ? (["service or action", isKnownAction] as const)
    : (["managed policy", isKnownManagedPolicy] as const)
  const odd = items.find((item) => typeof item === "string" && !isKnown(item, catalog))
  return odd === undefined ? undefined : `AWS has no ${what} \`${shortened(String(odd))}\``
}

function isKnownAction(text: string, { services, actions }: Catalog): boolean {
  const [service = "", name] = text.toLowerCase().split(":")
  if (!services || /[^\w-]/.test(service)) return true
  if (!services.has(service)) return false
  const known = actions?.get(service)
  return !known || name === undefined || /[^\w-]/.test(name) || known.has(name)
}

function saysMany(items: readonly JsonValue[]): string {
  const names = items.filter((item) => typeof item === "string")
  if (names.length < items.length) return counted(items.length, "item")
  if (names.length <= 3) return listed(names)
  return `${listed(names.slice(0, 3))} and ${counted(names.length - 3, "more item")}`
}

/** Names with those in their place that they stand for, and a line on that. */
function translated(
  names: readonly JsonValue[],
  meaning: Meaning,
): { read: readonly JsonValue[]; meant?: string; unclear?: string } {
  const says: string[] = []
  const read: JsonValue[] = []
  for (const name of names) {
    const meant = typeof name === "string" ? meaning(name) : undefined
    if (meant?.kind === "several") {
      const [first = "", second = ""] = meant.actions
      return {
        read: [],
        unclear: `\`${name}\` is an action of several services. Write which one, such as \`${first}\` or \`${second}\`.`,
      }
    }
    if (meant?.kind === "operation")
      says.push(`\`${name}\` is an API's name: IAM calls it ${listed(meant.actions)}.`)
    read.push(...(meant?.actions ?? [name]))
  }
  return { read, ...(says.length > 0 && { meant: says.slice(0, 3).join(" ") }) }
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${shortened(name)}\``)
  return quoted.length === 2 ? quoted.join(" and ") : quoted.join(", ")
}

/** Far more than IAM allows a role. */
const mostCharacters = 500_000
const mostNames = 2_000

/** How JSON begins, or a comment before it. */
const jsonStart = /^(?:[[{]|\/[/*])/

function saysOne(item: JsonValue, setting: Setting, catalog: Catalog): string {
  if (!isPolicySetting(setting)) return describeManaged(String(item), catalog).says
  const made = toPolicyItem(item, "")
  return made ? describeItem(made, catalog).says : ""
}

type Read =
  | { readonly read: readonly JsonValue[]; readonly problem?: undefined }
  | { readonly read?: undefined; readonly problem: string }

function readNames(text: string): Read {
  // CloudFormation's short forms hold a blank of their own.
  if (text.startsWith("!")) return { read: [text] }
  const names = text.split(/[\s,]+/).map((name) => name.replaceAll(/^["']+|["']+$/g, ""))
  if (names.length > mostNames)
    return {
      problem: `That is ${counted(names.length, "name")}; ${mostNames.toLocaleString("en")} is the most.`,
    }
  // A lone dash begins an entry of a YAML list.
  return { read: [...new Set(names)].filter((name) => name !== "" && name !== "-") }
}

function readJson(text: string): Read {
  const { value, issues } = parseConfig(`{"items":[${text}\n]}`)
  // All other issues mean that something would be lost.
  const lost = issues.find((issue) => issue.code !== "trailing-comma")
  if (lost && lost.code !== "invalid-json") return { problem: lost.message }
  if (!value || lost || Object.keys(value).length !== 1)
    return { problem: "This isn't valid JSON yet." }
  // Nested lists count flat and nulls not at all, as Jets has it.
  return { read: listEntries({ policy: value.items ?? [] }, "policy").map((entry) => entry.value) }
}

function wrongOfPolicy(read: readonly JsonValue[]): string | undefined {
  if (!read.every((item) => toPolicyItem(item, "")))
    return "Only names and statements can be items of this list."
  if (read.some((item) => typeof item === "string" && item.startsWith("arn:")))
    return "An ARN isn't an action. A managed policy's ARN belongs in Managed policy."
  return undefined
}

/** A typed name that can be none, as when prose or Ruby is pasted. What is filled in later can be anything. */
function oddName(read: readonly JsonValue[], setting: Setting): string | undefined {
  const policy = isPolicySetting(setting)
  const form = policy ? /^[\w*?-]+(?::[\w*?-]+)?$/ : /^(?:arn:\S+|[\w+=,.@/-]+)$/
  const odd = read.find(
    (item) => !/^!(?:Ref|Sub|GetAtt) |#\{|\$\{/.test(String(item)) && !form.test(String(item)),
  )
  if (odd === undefined) return undefined
  return policy
    ? `\`${shortened(String(odd))}\` isn't a service (\`s3\`) or an action (\`s3:GetObject\`).`
    : `\`${shortened(String(odd))}\` isn't a managed policy's name or ARN.`
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59)}…` : text)

function wrongOfManaged(read: readonly JsonValue[]): string | undefined {
  return read.every((item) => typeof item === "string")
    ? undefined
    : "A managed policy is a name or an ARN, not a statement."
}

/** Those that the list doesn't have yet, equal ones once: equal as Jets has it, key order aside. */
function newOnes(
  read: readonly JsonValue[],
  present: ReadonlySet<JsonValue>,
): readonly JsonValue[] {
  if (!read.some(isObject)) return [...new Set(read)].filter((item) => !present.has(item))
  const distinct = (policy: readonly JsonValue[]) => policyItems({ policy }, "policy")
  const known = distinct([...present])
  return distinct([...present, ...read])
    .slice(known.length)
    .map(itemValue)
}
