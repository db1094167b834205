import { findNodeAtLocation, parseTree } from "jsonc-parser"
import type { Choice } from "../../catalog/choice.ts"
import { searchCatalog } from "../../catalog/search.ts"
import { searchConditionKeys } from "../../catalog/searchKeys.ts"
import { searchResources } from "../../catalog/searchResources.ts"
import {
  type Catalog,
  configJsonSchema,
  isPolicySetting,
  isSetting,
  type JsonSchema,
} from "../../policy/index.ts"
import type { Span } from "./places.ts"
import { keysAt, schemasAt } from "./schemaAt.ts"
import { type Spot, spotAt } from "./spot.ts"

/** One thing that could stand at the caret. */
export interface Completion {
  readonly label: string
  /** A short word behind the label. */
  readonly detail?: string
  readonly description?: string
  /** What is typed is looked for in this; the label, where it is absent. */
  readonly search?: string
  /** What is put in, `$0` where the caret goes. */
  readonly snippet: string
  readonly isKey: boolean
  /** Whether there is more to choose at once. */
  readonly goesOn?: boolean
}

/** More than any service has actions. */
const most = 2_000

/** What can stand at a caret: all that fits the place; what is typed there filters it. */
export function completionsAt(
  json: string,
  offset: number,
  catalog: Catalog,
): { readonly replace: Span; readonly completions: readonly Completion[] } {
  const spot = spotAt(json, offset)
  const completions = spot.isKey
    ? [...keyCompletions(json, spot), ...conditionKeys(json, spot, catalog)]
    : valueCompletions(json, spot, catalog)
  return { replace: spot.token, completions }
}

/** Whether the place asks for names that are only loaded when they are wanted. */
export function wantsManagedPolicies(json: string, offset: number): boolean {
  const { path, isKey } = spotAt(json, offset)
  return !isKey && listOf(path) === "managed"
}

function keyCompletions(json: string, { path, token }: Spot): readonly Completion[] {
  const rest = json.slice(token.end, token.end + 1_000)
  const hasValue = /^\s*:/.test(rest)
  const comma = /^\s*["]/.test(rest) ? "," : ""
  return Array.from(keysAt(configJsonSchema, path), ([key, schema]) => ({
    label: key,
    ...(schema.description && { description: schema.description }),
    snippet: JSON.stringify(key) + (hasValue ? "" : `: ${valueSnippet(schema)}${comma}`),
    isKey: true,
    goesOn: schema.enum !== undefined || schema.type === "array",
  }))
}

function valueSnippet({ type }: JsonSchema): string {
  if (type === "array" || (typeof type === "object" && type.includes("array"))) return "[$0]"
  return type === "object" ? "{$0}" : '"$0"'
}

/** The keys that fit the actions of the statement, within an operator of its Condition. */
function conditionKeys(json: string, { path }: Spot, catalog: Catalog): readonly Completion[] {
  const place = path.lastIndexOf("Condition")
  if (place < 0 || path.length !== place + 2) return []
  const actions = actionsAt(json, path.slice(0, place))
  return searchConditionKeys(catalog, actions, "", most).map(({ value, detail }) => ({
    label: value,
    ...(detail && { detail }),
    search: `${value} ${detail ?? ""}`,
    snippet: `"${snippetOf(value)}": "$0"`,
    isKey: true,
  }))
}

function valueCompletions(
  json: string,
  { path, text = "" }: Spot,
  catalog: Catalog,
): readonly Completion[] {
  const element = path.findLast((key) => typeof key === "string")
  if (element === "Resource" || element === "NotResource") {
    const statement = path.slice(0, path.lastIndexOf(element))
    const known = searchResources(catalog, actionsAt(json, statement), "", most)
    return [...known, everyResource].map(ofChoice)
  }
  switch (listOf(path)) {
    case "policy":
      return [
        statementCompletion,
        ...(text.includes(":") ? actionsLike(catalog, text) : services(catalog, "")),
      ]
    case "managed":
      return searchCatalog(catalog, "managed_policy", "", 5_000).map(({ value, label, detail }) =>
        valueCompletion(value, label, detail),
      )
    case "action":
      return text.includes(":") ? actionsLike(catalog, text) : services(catalog, ":")
    case undefined:
      return schemasAt(configJsonSchema, path).flatMap(({ enum: values = [] }) =>
        values.flatMap((value) => (typeof value === "string" ? [valueCompletion(value)] : [])),
      )
  }
}

/** What kind of names a list at this path holds. */
function listOf(path: Spot["path"]): "policy" | "managed" | "action" | undefined {
  const [setting, index] = path
  if (typeof setting !== "string" || !isSetting(setting) || typeof index !== "number")
    return undefined
  if (path.length === 2) return isPolicySetting(setting) ? "policy" : "managed"
  const element = path.findLast((key) => typeof key === "string")
  return element === "Action" || element === "NotAction" ? "action" : undefined
}

function services(catalog: Catalog, after: "" | ":"): readonly Completion[] {
  return searchCatalog(catalog, "policy", "", 5_000).map(({ value, detail }) => {
    const completion = valueCompletion(value + after, value, detail)
    // An action goes on behind the colon, inside of its quotes.
    return after === "" ? completion : { ...completion, snippet: `"${value}:$0"` }
  })
}

/** The actions of the service that a text begins with. */
function actionsLike(catalog: Catalog, text: string): readonly Completion[] {
  const service = text.slice(0, text.indexOf(":") + 1)
  return [
    valueCompletion(`${service}*`, `${service}*`, "Every action"),
    ...searchCatalog(catalog, "policy", service, most).map(ofChoice),
  ]
}

const everyResource: Choice = { value: "*", label: "*", detail: "Every resource" }

const ofChoice = ({ value, label, detail }: Choice) => valueCompletion(value, label, detail)

/** The actions that the statement at a path names, in a text that needs be no JSON yet. */
function actionsAt(json: string, statement: Spot["path"]): readonly string[] {
  const root = parseTree(json)
  if (!root) return []
  return ["Action", "NotAction"].flatMap((element) => {
    const node = findNodeAtLocation(root, [...statement, element])
    const values = node?.children ?? (node ? [node] : [])
    return values.flatMap(({ value }) => (typeof value === "string" ? [value] : []))
  })
}

function valueCompletion(value: string, label = value, detail?: string): Completion {
  return {
    label,
    ...(detail && { detail }),
    search: detail ? `${value} ${detail}` : value,
    snippet: snippetOf(JSON.stringify(value)),
    isKey: false,
  }
}

/** A text as a snippet that puts in just that. */
const snippetOf = (text: string) => text.replaceAll(/[$}\\]/g, "\\$&")

const statementCompletion: Completion = {
  label: "{ } statement",
  detail: "Effect, Action, Resource",
  search: "{ statement Effect Allow Deny Action Resource",
  snippet: '{\n\t"Effect": "Allow",\n\t"Action": ["$0"],\n\t"Resource": "*"\n}',
  isKey: false,
}
