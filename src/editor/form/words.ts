import {
  type AccessLevel,
  type Catalog,
  type CatalogService,
  isObject,
  type JsonObject,
  type JsonValue,
  type PolicyItem,
  statementsOf,
  stringsOf,
} from "../../policy/index.ts"

/** A row in words: its name, what it grants, and short facts beside it. */
export interface Words {
  readonly name: string
  readonly says: string
  readonly facts: readonly Fact[]
}

/** A short fact; `power` marks one that lets the role change who may do what. */
export interface Fact {
  readonly text: string
  readonly power?: boolean
}

/** What an item of a policy list grants, in words. Names of services come from the catalog, once loaded. */
export function describeItem(item: PolicyItem, catalog: Catalog): Words {
  switch (item.kind) {
    case "service":
      return describeService(item.service, catalog)
    case "action":
      return {
        name: item.action,
        says: sentence(`${describeActions([item.action], catalog)} on every resource`),
        facts: [],
      }
    case "statement":
      return { name: "Statement", says: describeStatement(item.statement, catalog), facts: [] }
    case "document":
      return { name: "Document", says: describeDocument(item.document, catalog), facts: [] }
    case "inline": {
      const { PolicyName: name, PolicyDocument: document } = item.policy
      return {
        name: typeof name === "string" ? name : "Inline policy",
        says: `A policy of its own: ${uncapital(describeDocument(document, catalog))}`,
        facts: [],
      }
    }
  }
}

/** What a managed policy's name or ARN is. */
export function describeManaged(name: string): Words {
  const account = /^arn:[^:]*:iam::(\d+):/.exec(name)?.[1]
  if (account !== undefined)
    return { name, says: `Your own, in account ${account}`, facts: [{ text: "Own" }] }
  if (name.includes("arn:") && !/^arn:[^:]*:iam::aws:/.test(name))
    return { name, says: "A managed policy, by its ARN", facts: [] }
  return { name, says: "A managed policy of AWS", facts: [{ text: "AWS" }] }
}

function describeService(prefix: string, catalog: Catalog): Words {
  const service = serviceOf(prefix, catalog)
  if (!service)
    return { name: prefix, says: `All actions of ${prefix} on every resource`, facts: [] }
  return {
    name: prefix,
    says: `All actions of ${service.name} on every resource`,
    facts: serviceFacts(service),
  }
}

function serviceFacts(service: CatalogService): readonly Fact[] {
  const levels: readonly AccessLevel[] = [
    "List",
    "Read",
    "Tagging",
    "Write",
    "Permissions management",
  ]
  const count = levels.reduce((sum, level) => sum + service.actions[level], 0)
  const facts: Fact[] = [{ text: counted(count, "action") }]
  if (service.actions["Permissions management"] > 0)
    facts.push({ text: "Permissions", power: true })
  return facts
}

function describeDocument(document: JsonValue | undefined, catalog: Catalog): string {
  const statements = isObject(document) ? statementsOf(document.Statement) : []
  const only = statements[0]?.statement
  if (!only) return "No statements yet"
  if (statements.length === 1) return describeStatement(only, catalog)
  return `${statements.length} statements, the first: ${uncapital(describeStatement(only, catalog))}`
}

function describeStatement(statement: JsonObject, catalog: Catalog): string {
  const { Effect, Action, NotAction, Resource, NotResource, Condition } = statement
  const effect = Effect === "Allow" || Effect === "Deny" ? Effect : "No effect yet for"
  const actions = stringsOf(Action).map(({ text }) => text)
  const others = stringsOf(NotAction).length
  const what =
    NotAction !== undefined
      ? `every action but ${others}`
      : actions.length > 0
        ? describeActions(actions, catalog)
        : "no actions yet"
  return `${effect} ${what}${describeResources(Resource, NotResource)}${Condition === undefined ? "" : ", under a condition"}`
}

function describeResources(resource: JsonValue | undefined, not: JsonValue | undefined): string {
  if (not !== undefined) return ` on every resource but ${stringsOf(not).length}`
  const resources = stringsOf(resource)
  if (resources.some(({ text }) => text === "*")) return " on every resource"
  return resources.length === 0 ? "" : ` on ${counted(resources.length, "resource")}`
}

/** "all actions of Amazon S3", "2 actions of Amazon S3", "actions of Amazon EC2 that match Describe*". */
function describeActions(actions: readonly string[], catalog: Catalog): string {
  const only = actions.length === 1 ? actions[0] : undefined
  const prefixes = [...new Set(actions.map((action) => action.split(":")[0] ?? ""))]
  const services =
    prefixes.length > 2
      ? `${prefixes.length} services`
      : prefixes.map((prefix) => serviceOf(prefix, catalog)?.name ?? prefix).join(" and ")
  if (only === "*" || only === "*:*") return "every action of every service"
  const name = only?.slice(only.indexOf(":") + 1)
  if (name === "*") return `all actions of ${services}`
  if (name !== undefined && /[*?]/.test(name))
    return `the actions of ${services} that match ${name}`
  return `${counted(actions.length, "action")} of ${services}`
}

const serviceOf = (prefix: string, catalog: Catalog) => catalog.services?.get(prefix.toLowerCase())

/** "1 item", "2 items". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
