import {
  type AccessLevel,
  accessLevels,
  actionOf,
  type Catalog,
  type CatalogService,
  hasWildcard,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  type PolicyItem,
  parseAction,
  patternCovers,
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
      return describeString(item.service, catalog)
    case "action":
      return describeString(item.action, catalog)
    case "statement":
      return {
        name: "Statement",
        says: describeStatement(item.statement, catalog),
        facts: actionFacts(textsOf(item.statement.Action), catalog),
      }
    case "document":
      return { name: "Document", says: describeDocument(item.document, catalog), facts: [] }
    case "inline": {
      const { PolicyName: name, PolicyDocument: document } = item.policy
      return {
        name: typeof name === "string" && name.trim() !== "" ? name : "Inline policy",
        says: `A policy of its own: ${uncapital(describeDocument(document, catalog))}`,
        facts: [],
      }
    }
  }
}

/** What a managed policy's name or ARN is. */
export function describeManaged(name: string, catalog: Catalog = {}): Words {
  if (name.trim() === "") return blank(name)
  const account = /^arn:[^:]*:iam::(\d+):/.exec(name)?.[1]
  if (account !== undefined)
    return { name, says: `Your own, in account ${account}`, facts: [{ text: "Own" }] }
  if (name.includes("arn:") && !/^arn:[^:]*:iam::aws:/.test(name))
    return { name, says: "A managed policy, by its ARN", facts: [] }
  if (!isKnownManagedPolicy(name, catalog))
    return { name, says: "AWS has no managed policy of this name that is known here", facts: [] }
  const says = name.includes("arn:")
    ? "A managed policy of AWS"
    : "By its name, a managed policy of AWS"
  return { name, says, facts: [{ text: "AWS" }] }
}

/** Whether a managed policy is one of AWS's, as far as their names are loaded; what is no name of AWS's may be any. */
export function isKnownManagedPolicy(text: string, { managedPolicies }: Catalog): boolean {
  const name = text.replace(/^arn:[^:]*:iam::aws:policy\//, "")
  return !managedPolicies || !/^[\w+=,.@/-]+$/.test(name) || managedPolicies.has(name)
}

/** A service or an action by its name. */
function describeString(name: string, catalog: Catalog): Words {
  if (name.trim() === "") return blank(name)
  if (name.startsWith("!")) return { name, says: "Filled in by CloudFormation", facts: [] }
  if (name.startsWith("arn:"))
    return { name, says: "An ARN, not an action: it grants nothing", facts: [] }
  const service = name.includes(":") ? undefined : serviceOf(name, catalog)
  return {
    name,
    says: sentence(`${describeActions([actionOf(name)], catalog)} on every resource`),
    facts: service ? serviceFacts(service) : actionFacts([name], catalog),
  }
}

const blank = (name: string): Words => ({
  name: JSON.stringify(name),
  says: "An empty name: it grants nothing",
  facts: [],
})

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

/** How many actions they are and of which access levels; nothing where the catalog doesn't know one. */
function actionFacts(actions: readonly string[], catalog: Catalog): readonly Fact[] {
  const matched = new Map<string, AccessLevel>()
  for (const text of actions) {
    const { service = "", name = "" } = parseAction(text) ?? {}
    const known = catalog.actions?.get(service)
    if (!known) return []
    const names = hasWildcard(name)
      ? Array.from(known.keys()).filter((key) => patternCovers(name, key))
      : [name]
    for (const key of names) {
      const action = known.get(key)
      if (!action) return []
      matched.set(`${service}:${key}`, action.level)
    }
  }
  const levels = accessLevels.filter((level) => [...matched.values()].includes(level))
  const plain = levels.filter((level) => level !== "Permissions management")
  return [
    ...(matched.size > 1 ? [{ text: counted(matched.size, "action") }] : []),
    ...(plain.length > 0 ? [{ text: plain.join(", ") }] : []),
    ...(plain.length < levels.length ? [{ text: "Permissions", power: true }] : []),
  ]
}

function describeDocument(document: JsonValue | undefined, catalog: Catalog): string {
  const statements = isObject(document) ? statementsOf(document.Statement) : []
  const only = statements[0]?.statement
  if (!only) return "No statements yet"
  if (statements.length === 1) return describeStatement(only, catalog)
  return `${statements.length} statements, the first: ${uncapital(describeStatement(only, catalog))}`
}

/** What a statement does, in words. */
export function describeStatement(statement: JsonObject, catalog: Catalog): string {
  const { Effect, Resource, NotResource, Condition } = statement
  const actions = textsOf(statement.Action)
  const others = textsOf(statement.NotAction)
  if (Effect === undefined && actions.length + others.length === 0)
    return "No effect and no actions yet"
  const what =
    others.length > 0
      ? `every action except ${describeActions(others, catalog)}`
      : actions.length > 0
        ? describeActions(actions, catalog)
        : "no actions yet"
  const condition = isObject(Condition) && Object.keys(Condition).length > 0
  return `${describeEffect(Effect)} ${what}${describeResources(Resource, NotResource)}${condition ? ", under a condition" : ""}`
}

function describeEffect(effect: JsonValue | undefined): string {
  if (effect === "Allow" || effect === "Deny") return effect
  return effect === undefined ? "No effect yet for" : "No valid effect for"
}

function describeResources(resource: JsonValue | undefined, not: JsonValue | undefined): string {
  const others = countOf(not)
  if (others > 0) return ` on every resource except ${others.toLocaleString("en")}`
  if (textsOf(resource).includes("*")) return " on every resource"
  const count = countOf(resource)
  return count === 0 ? ", no resources yet" : ` on ${counted(count, "resource")}`
}

/** "all actions of Amazon S3 and 2 actions of Amazon EC2", "the actions of Amazon EC2 that match Describe*". */
function describeActions(actions: readonly string[], catalog: Catalog): string {
  if (actions.some((action) => /^\*+(?::\*+)?$/.test(action)))
    return "every action of every service"
  const prefixed = actions.filter((action) => action.includes(":"))
  const whole = new Set(prefixed.filter((action) => /:\*+$/.test(action)).map(prefixOf))
  const some = prefixed.filter((action) => !whole.has(prefixOf(action)))
  const odd = actions.length - prefixed.length
  return [
    ...(whole.size > 0 ? [`all actions of ${serviceNames(whole, catalog)}`] : []),
    ...(some.length > 0 ? [describeSome(some, catalog)] : []),
    ...(odd > 0 ? [`${counted(odd, "name")} without a service`] : []),
  ].join(" and ")
}

function describeSome(actions: readonly string[], catalog: Catalog): string {
  const services = serviceNames(new Set(actions.map(prefixOf)), catalog)
  const patterns = actions.filter((action) => /[*?]/.test(nameOf(action)))
  const exact = actions.length - patterns.length
  const [first] = patterns
  if (first !== undefined && actions.length === 1)
    return `the actions of ${services} that match ${nameOf(first)}`
  const counts = [
    ...(exact > 0 ? [counted(exact, "action")] : []),
    ...(patterns.length > 0 ? [counted(patterns.length, "action pattern")] : []),
  ]
  return `${counts.join(" and ")} of ${services}`
}

function serviceNames(prefixes: ReadonlySet<string>, catalog: Catalog): string {
  if (prefixes.size > 2) return `${prefixes.size} services`
  return Array.from(prefixes, (prefix) => {
    if (prefix === "") return "no service"
    if (prefix === "*") return "every service"
    if (/[*?]/.test(prefix)) return `services that match ${prefix}`
    return serviceOf(prefix, catalog)?.name ?? prefix
  }).join(" and ")
}

/** A service's prefix; IAM takes it in any case. */
const prefixOf = (action: string) => action.slice(0, action.indexOf(":")).toLowerCase()
const nameOf = (action: string) => action.slice(action.indexOf(":") + 1)
const serviceOf = (prefix: string, catalog: Catalog) => catalog.services?.get(prefix.toLowerCase())

const textsOf = (value: JsonValue | undefined) => stringsOf(value).map(({ text }) => text)

/** How many resources a value names: texts, and objects that CloudFormation fills in. */
function countOf(value: JsonValue | undefined): number {
  const all = isList(value) ? value : value === undefined ? [] : [value]
  return all.filter((one) => typeof one === "string" || isObject(one)).length
}

/** "1 item", "2 items". */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
