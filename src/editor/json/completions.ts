import { searchCatalog } from "../../catalog/search.ts"
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

/** What can stand at a caret: all that fits the place; what is typed there filters it. */
export function completionsAt(
  json: string,
  offset: number,
  catalog: Catalog,
): { readonly replace: Span; readonly completions: readonly Completion[] } {
  const spot = spotAt(json, offset)
  const completions = spot.isKey ? keyCompletions(json, spot) : valueCompletions(spot, catalog)
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

function valueCompletions({ path }: Spot, catalog: Catalog): readonly Completion[] {
  switch (listOf(path)) {
    case "policy":
      return [statementCompletion, ...services(catalog, "")]
    case "managed":
      return searchCatalog(catalog, "managed_policy", "", 5_000).map(({ value, label, detail }) =>
        valueCompletion(value, label, detail),
      )
    case "action":
      return services(catalog, ":")
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

function valueCompletion(value: string, label = value, detail?: string): Completion {
  const snippet = JSON.stringify(value).replaceAll(/[$}\\]/g, "\\$&")
  return {
    label,
    ...(detail && { detail }),
    search: detail ? `${value} ${detail}` : value,
    snippet,
    isKey: false,
  }
}

const statementCompletion: Completion = {
  label: "{ } statement",
  detail: "Effect, Action, Resource",
  search: "{ statement Effect Allow Deny Action Resource",
  snippet: '{\n\t"Effect": "Allow",\n\t"Action": ["$0"],\n\t"Resource": "*"\n}',
  isKey: false,
}
