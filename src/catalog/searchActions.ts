import {
  type ApiName,
  apiNames,
  baselines,
  type Catalog,
  type CatalogAction,
  hasWildcard,
  patternCovers,
} from "../policy/index.ts"
import { alphabetically, type Candidate, detailOf, shortDescription } from "./choice.ts"
import { matchRank, type Query, type Rank, readQuery } from "./match.ts"

/** A bare name is looked for in all services from so many characters on. */
const shortestName = 3

/** Jets' own services come before the others: S3 is not the only service with a GetObject. */
const usual: ReadonlySet<string> = new Set(
  Object.values(baselines).flatMap(({ default_policy, default_vpc_policy }) =>
    [...default_policy, ...default_vpc_policy].map((item) => item.replace(/:.*/, "")),
  ),
)

/** An action as a candidate; `api`: the operation that it is offered for. */
function candidate(
  { details }: Catalog,
  service: string,
  { name, level }: CatalogAction,
  rank: number,
  api?: string,
): Candidate {
  const label = `${service}:${name}`
  const choice = () => {
    const detail = details?.get(service)?.actions.get(name.toLowerCase())
    const more = api === undefined ? shortDescription(detail?.description) : `for ${api}`
    return { value: label, label, ...detailOf(level, more) }
  }
  return { rank, label, choice }
}

/** The actions that an operation needs, in its order. */
function candidatesFor(catalog: Catalog, api: ApiName, rank: number): readonly Candidate[] {
  return api.actions.flatMap((text, index) => {
    const [service = "", name = ""] = text.split(":")
    const action = catalog.actions?.get(service)?.get(name.toLowerCase())
    return action ? [candidate(catalog, service, action, rank + index / 100, api.name)] : []
  })
}

/** Whether something has the name that is looked for, its words apart or not. */
const isCalled = (key: string, { words }: Query) => key === words.join("")

/** A place for each rank of `matchRank`, and one for what has exactly the name. */
export interface Places {
  readonly exact: number
  readonly others: Readonly<Record<Rank, number>>
}

function placeOf(query: Query, name: string, key: string, places: Places): number | undefined {
  if (isCalled(key, query)) return places.exact
  const rank = matchRank(query, key, name, key)
  return rank === undefined ? undefined : places.others[rank]
}

const ofService: Places = { exact: 0, others: { 0: 1, 1: 2, 2: 3, 3: 4 } }

/**
 * The actions of a service by a part of their name, and what its API's operations need. A pattern (`Get*`) comes
 * with how many actions it matches, before them. [] if the names aren't loaded, or there is no such service.
 */
export function searchService(
  catalog: Catalog,
  service: string,
  typed: string,
): readonly Candidate[] {
  const actions = catalog.actions?.get(service)
  if (!actions) return []
  if (hasWildcard(typed)) return searchPattern(catalog, service, typed.trim(), actions)
  const query = readQuery(typed)
  const found: Candidate[] = []
  for (const [key, action] of actions) {
    const place = placeOf(query, action.name, key, ofService)
    if (place !== undefined) found.push(candidate(catalog, service, action, place))
  }
  if (query.text === "") return alphabetically(found, 0)
  for (const api of apiNames.filter((api) => api.service === service)) {
    const place = placeOf(query, api.name, api.name.toLowerCase(), ofService)
    // Behind the actions that match as well.
    if (place !== undefined) found.push(...candidatesFor(catalog, api, place + 0.5))
  }
  return found
}

function searchPattern(
  catalog: Catalog,
  service: string,
  pattern: string,
  actions: ReadonlyMap<string, CatalogAction>,
): readonly Candidate[] {
  const lower = pattern.toLowerCase()
  const matched = Array.from(actions)
    .filter(([key]) => patternCovers(lower, key))
    .map(([, action]) => candidate(catalog, service, action, 1))
  if (matched.length === 0) return []
  const label = `${service}:${pattern}`
  const detail = matched.length === 1 ? "1 action" : `${matched.length} actions`
  const all: Candidate = { rank: 0, label, choice: () => ({ value: label, label, detail }) }
  return [all, ...alphabetically(matched, 1)]
}

/**
 * The actions of all services by a bare name, and those that an operation by this name needs ("GetObject",
 * "HeadBucket", "head bucket"). Jets' own services come first among equals.
 */
export function searchBareActions(
  catalog: Catalog,
  query: Query,
  places: Places,
): readonly Candidate[] {
  if (!catalog.actions || query.text.length < shortestName) return []
  const found: Candidate[] = []
  for (const [service, actions] of catalog.actions) {
    const behind = usual.has(service) ? 0 : 0.5
    for (const [key, action] of actions) {
      const place = placeOf(query, action.name, key, places)
      if (place !== undefined) found.push(candidate(catalog, service, action, place + behind))
    }
  }
  for (const api of apiNames) {
    const place = placeOf(query, api.name, api.name.toLowerCase(), places)
    if (place !== undefined) found.push(...candidatesFor(catalog, api, place))
  }
  return found
}
