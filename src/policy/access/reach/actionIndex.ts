import type { Catalog, CatalogAction } from "../../iam/catalog.ts"
import { patternCovers } from "../../iam/wildcard.ts"
import { addText, globMatches } from "../evaluate/glob.ts"

/** A service and its actions, numbered from `first` on. */
export interface IndexedService {
  /** In lower case. */
  readonly prefix: string
  readonly first: number
  readonly actions: readonly CatalogAction[]
  /** The number of an action, by its name in lower case. */
  readonly idOf: ReadonlyMap<string, number>
}

/** All actions of a catalog, numbered in its order, service by service. */
export interface ActionIndex {
  readonly services: readonly IndexedService[]
  readonly byPrefix: ReadonlyMap<string, IndexedService>
  readonly size: number
  /** The numbers of the actions that a pattern in lower case matches. Remembered. */
  readonly matching: (pattern: string) => readonly number[]
}

/** IAM's actions are shorter, and so are patterns that match one. */
const longest = 256
/** How many numbers are remembered for all patterns together. */
const most = 2_000_000

const indexes = new WeakMap<NonNullable<Catalog["actions"]>, ActionIndex>()
const noActions: ActionIndex = makeIndex(new Map())

/** The index of the actions that the catalog has, made once; an empty one where they aren't loaded. */
export function actionIndex({ actions }: Catalog): ActionIndex {
  if (!actions) return noActions
  const known = indexes.get(actions)
  if (known) return known
  const index = makeIndex(actions)
  indexes.set(actions, index)
  return index
}

function makeIndex(actions: NonNullable<Catalog["actions"]>): ActionIndex {
  const services: IndexedService[] = []
  let size = 0
  for (const [prefix, named] of actions) {
    const first = size
    const idOf = new Map(Array.from(named.keys(), (name, index) => [name, first + index]))
    services.push({ prefix, first, actions: [...named.values()], idOf })
    size += named.size
  }
  const byPrefix = new Map(services.map((service) => [service.prefix, service]))
  const remembered = new Map<string, readonly number[]>()
  let held = 0
  const matching = (pattern: string) => {
    const known = remembered.get(pattern)
    if (known) return known
    const found = findMatching(pattern, services, byPrefix)
    if (held + found.length + remembered.size > most) {
      remembered.clear()
      held = 0
    }
    held += found.length
    if (pattern.length <= longest) remembered.set(pattern, found)
    return found
  }
  return { services, byPrefix, size, matching }
}

function findMatching(
  pattern: string,
  services: readonly IndexedService[],
  byPrefix: ReadonlyMap<string, IndexedService>,
): readonly number[] {
  if (pattern.length > longest) return []
  const [servicePattern = "", namePattern, ...more] = isAll(pattern)
    ? ["*", "*"]
    : pattern.split(":")
  if (namePattern === undefined || more.length > 0) return []
  if (/[*?]/.test(servicePattern))
    return services
      .filter(({ prefix }) => patternCovers(servicePattern, prefix))
      .flatMap((service) => namesMatching(namePattern, service))
  const service = byPrefix.get(servicePattern)
  return service ? namesMatching(namePattern, service) : []
}

function namesMatching(pattern: string, { first, actions, idOf }: IndexedService): number[] {
  if (isAll(pattern)) return Array.from(actions, (_, index) => first + index)
  if (!/[*?]/.test(pattern)) {
    const id = idOf.get(pattern)
    return id === undefined ? [] : [id]
  }
  const glob: number[] = []
  addText(glob, pattern, true)
  const pieces = pattern.split(/[*?]+/)
  const [beginning = ""] = pieces
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one))
  const found: number[] = []
  for (const [name, id] of idOf)
    if (name.startsWith(beginning) && name.includes(longest) && globMatches(glob, name))
      found.push(id)
  return found
}

/** Whether a pattern is nothing but stars. */
function isAll(pattern: string): boolean {
  return /^\*+$/.test(pattern)
}
