import type { Choice } from "../../catalog/choice.ts"
import { searchCatalog } from "../../catalog/search.ts"
import {
  actionsOfApi,
  apiNamesCalled,
  type Catalog,
  evaluateAccess,
  type InlinePolicy,
  type JsonObject,
  parseAction,
  recognizeText,
} from "../../policy/index.ts"
import type { Meant } from "./typed.ts"

/** Whether a text is one for Import: Ruby, a template, the log of a denied deploy. */
export function isForImport(text: string): boolean {
  return recognizeText(text) !== undefined
}

/** What completes a text in an add box. */
export function choicesFor(
  catalog: Catalog,
  list: "policy" | "managed_policy",
  query: string,
): readonly Choice[] {
  return list === "managed_policy" && query.includes(":")
    ? policiesGranting(catalog, query)
    : searchCatalog(catalog, list, query)
}

/** The managed policies that grant an action on every resource, the shortest first: they grant least else. */
function policiesGranting(catalog: Catalog, action: string): readonly Choice[] {
  if (!parseAction(action)) return []
  return Array.from(catalog.managedDocuments ?? [])
    .filter(([name]) => !name.startsWith("aws-service-role/"))
    .map(([name, document]) => ({ name, ...knownOf(name, document) }))
    .sort((one, other) => one.size - other.size)
    .filter(
      ({ policies }) => evaluateAccess(policies, { action, resource: "*" }).decision === "Allowed",
    )
    .slice(0, 50)
    .map(({ name }) => ({
      value: name,
      label: name.slice(name.lastIndexOf("/") + 1),
      detail: `grants ${action}`,
    }))
}

interface Known {
  /** One list for each document: what evaluateAccess prepares of it is remembered by that. */
  readonly policies: readonly InlinePolicy[]
  readonly size: number
}

const known = new WeakMap<JsonObject, Known>()

function knownOf(name: string, document: JsonObject): Known {
  const before = known.get(document)
  if (before) return before
  const policies = [{ PolicyName: name, PolicyDocument: document }]
  const found = { policies, size: JSON.stringify(document).length }
  known.set(document, found)
  return found
}

/**
 * The actions that a name stands for which is no service and no action: an API's operation (`HeadBucket`,
 * `s3:HeadBucket`), or an action without its service. Undefined for all other names.
 */
export function actionsMeant(name: string, catalog: Catalog): Meant | undefined {
  const colon = name.indexOf(":")
  if (colon >= 0) {
    const [service, operation] = [name.slice(0, colon), name.slice(colon + 1)]
    const known = catalog.actions?.get(service.toLowerCase())
    if (!known || known.has(operation.toLowerCase())) return undefined
    const actions = actionsOfApi(service, operation)
    return actions && { kind: "operation", actions }
  }
  if (!/^[A-Z]/.test(name) || catalog.services?.has(name.toLowerCase())) return undefined
  const operations = apiNamesCalled(name)
  const actions = Array.from(catalog.actions ?? []).flatMap(([service, all]) => {
    const action = all.get(name.toLowerCase())
    return action ? [`${service}:${action.name}`] : []
  })
  const services = operations.length + actions.length
  if (services > 1)
    return { kind: "several", actions: [...actions, ...operations.flatMap((one) => one.actions)] }
  const [operation] = operations
  if (operation) return { kind: "operation", actions: operation.actions }
  return actions.length === 1 ? { kind: "action", actions } : undefined
}
