import type { Pointer } from "../config/pointer.ts"
import type { AccessLevel, Catalog } from "../iam/catalog.ts"
import type { Role } from "../role/build.ts"
import { byPower, summarizeLevels } from "./reach/levels.ts"
import { type Outcome, outcomeOf } from "./reach/outcome.ts"
import { type RoleReach, roleReach } from "./reach/roleReach.ts"
import type { ReachClass } from "./reach/statementReach.ts"

/** How an action is allowed, and the statements that say so, as places in `attachedPolicies(role).policies`. */
export interface ActionReach extends Outcome {
  readonly by: readonly Pointer[]
  readonly deniedBy: readonly Pointer[]
}

/** An action that is allowed, at least in part. Actions that the same statements reach share one `reach`. */
export interface ActionAccess {
  /** As AWS writes it, without the prefix; of what the catalog doesn't have the text in lower case. */
  readonly name: string
  /** Undefined for what the catalog doesn't have. */
  readonly level: AccessLevel | undefined
  readonly reach: ActionReach
}

/** How many actions of a level a service has, and how many of them are allowed: at least in part, and wholly. */
export interface LevelAccess {
  readonly level: AccessLevel
  readonly total: number
  readonly allowed: number
  /** On every resource, whatever the request. */
  readonly wholly: number
}

/** What a role may do with one service. */
export interface ServiceAccess {
  /** The prefix in lower case; "*" for every service, while the actions aren't loaded. */
  readonly service: string
  /** AWS's name, the prefix where it isn't known. */
  readonly name: string
  /** Whether the catalog has its actions: else there are no counts. */
  readonly isKnown: boolean
  readonly total: number
  readonly allowed: number
  readonly wholly: number
  /** The levels that the service has, in the order of growing power. */
  readonly levels: readonly LevelAccess[]
  /** How many of the allowed actions are so on every resource. */
  readonly everywhere: number
  /** The resources of the others: at most a few of `resourceCount` different texts. */
  readonly resources: readonly string[]
  readonly resourceCount: number
  /** How many of the allowed actions are so under conditions only. */
  readonly conditional: number
  /** How many of the allowed actions a Deny takes a part of. */
  readonly reduced: number
  /** How many actions a statement allows and a Deny takes away wholly. */
  readonly denied: number
  /** The allowed ones, in the catalog's order. */
  readonly actions: readonly ActionAccess[]
  /** Allowed texts that name nothing that the catalog has: an unknown service, a newer action. */
  readonly unknown: readonly ActionAccess[]
}

/** What can't be told about a role. */
export interface UnknownAccess {
  /** ARNs of managed policies whose documents aren't known: a customer's own, or not loaded. */
  readonly policies: readonly string[]
  /** Prefixes of services that the catalog doesn't have. */
  readonly services: readonly string[]
  /** Actions and patterns, in lower case, of known services that match nothing in the catalog. */
  readonly actions: readonly string[]
}

const summarized = new WeakMap<
  Role,
  { readonly catalog: Catalog; readonly services: readonly ServiceAccess[] }
>()

/**
 * What a role may do, service by service, as its own and AWS's managed policies say (DESIGN 6.1). The most
 * powerful first: by the number of allowed actions of the highest level (Permissions management), then of the
 * next one down to List, then by prefix; services that the catalog doesn't have come last. A service of which
 * nothing is allowed isn't in it. Remembered for each role.
 */
export function summarizeAccess(role: Role, catalog: Catalog): readonly ServiceAccess[] {
  const known = summarized.get(role)
  if (known?.catalog === catalog) return known.services
  const services = summarize(roleReach(role, catalog), catalog)
  summarized.set(role, { catalog, services })
  return services
}

/** What summarizeAccess can't tell: policies, services and actions that the catalog doesn't have. */
export function unknownAccess(role: Role, catalog: Catalog): UnknownAccess {
  const { unknown, index, foreign } = roleReach(role, catalog)
  const isKnown = (text: string) => index.byPrefix.has(serviceOf(text))
  return {
    policies: unknown,
    services: [...new Set(foreign.filter((text) => !isKnown(text)).map(serviceOf))],
    actions: foreign.filter(isKnown),
  }
}

function summarize(role: RoleReach, catalog: Catalog): readonly ServiceAccess[] {
  const unknown = new Map<string, ActionAccess[]>()
  for (const text of role.foreign) {
    const reach = actionReach(role.classOfText(text))
    if (reach.extent === "none") continue
    const service = serviceOf(text)
    const name = text.slice(text.indexOf(":") + 1)
    const list = unknown.get(service) ?? []
    unknown.set(service, [...list, { name, level: undefined, reach }])
  }
  const found: ServiceAccess[] = []
  for (const { prefix, first, actions } of role.index.services) {
    const reaches = actions.map((_, index) => actionReach(role.classOf(first + index)))
    const others = unknown.get(prefix) ?? []
    unknown.delete(prefix)
    if (others.length === 0 && reaches.every(({ extent }) => extent === "none")) continue
    const allowed = actions.flatMap(({ name, level }, index): ActionAccess[] => {
      const reach = reaches[index]
      return reach && reach.extent !== "none" ? [{ name, level, reach }] : []
    })
    found.push({
      ...named(prefix, catalog),
      isKnown: true,
      total: actions.length,
      levels: summarizeLevels(actions, allowed),
      denied: reaches.filter(({ by, extent }) => by.length > 0 && extent === "none").length,
      ...counted(allowed),
      unknown: others,
    })
  }
  found.sort(byPower)
  for (const [prefix, others] of unknown)
    found.push({
      ...named(prefix, catalog),
      isKnown: false,
      total: 0,
      levels: [],
      denied: 0,
      ...counted([]),
      unknown: others,
    })
  return found
}

/** How many texts of resources a summary names. */
const shown = 3

function counted(actions: readonly ActionAccess[]) {
  const count = (isCounted: (reach: ActionReach) => boolean) =>
    actions.filter(({ reach }) => isCounted(reach)).length
  const reaches = new Set(actions.map(({ reach }) => reach))
  const resources = new Set<string>()
  for (const reach of reaches) for (const text of reach.resources) resources.add(text)
  return {
    actions,
    allowed: actions.length,
    wholly: count(({ extent }) => extent === "wholly"),
    everywhere: count(({ isEverywhere }) => isEverywhere),
    conditional: count(({ isConditional }) => isConditional),
    reduced: count(({ isReduced }) => isReduced),
    resources: [...resources].slice(0, shown),
    resourceCount: resources.size,
  }
}

const reachOf = new WeakMap<ReachClass, ActionReach>()

function actionReach(found: ReachClass): ActionReach {
  const known = reachOf.get(found)
  if (known) return known
  const places = (of: ReachClass["allows"]) => of.map(({ at }) => at)
  const reach = {
    ...outcomeOf(found),
    by: places(found.allows),
    deniedBy: places(found.denies),
  }
  reachOf.set(found, reach)
  return reach
}

function named(service: string, { services }: Catalog) {
  const name = service === "*" ? "Every service" : (services?.get(service)?.name ?? service)
  return { service, name }
}

function serviceOf(text: string): string {
  const colon = text.indexOf(":")
  return colon > 0 ? text.slice(0, colon) : text
}
