import type { Catalog, CatalogManagedPolicy, CatalogService } from "../policy/index.ts"
import { bestChoices, type Candidate, type Choice } from "./choice.ts"
import { matchRank, type Query, type Rank, rankCount, readQuery } from "./match.ts"
import { searchBareActions, searchService } from "./searchActions.ts"

interface Entry {
  readonly choice: Choice
  /** The label in lower case: what a person types when they know it. */
  readonly key: string
  readonly name: string
  readonly lowerName: string
  /** Added to the rank: what can't be of use comes after all that can. */
  readonly handicap: number
}

function makeEntry(choice: Choice, name: string, handicap: number): Entry {
  return { choice, key: choice.label.toLowerCase(), name, lowerName: name.toLowerCase(), handicap }
}

function serviceEntry({ prefix, name }: CatalogService): Entry {
  return makeEntry({ value: prefix, label: prefix, detail: name }, name, 0)
}

/**
 * Policies under `aws-service-role/` belong to service-linked roles: "You cannot attach this policy to your
 * users, groups, or roles" (AWS Managed Policy Reference).
 */
function managedPolicyEntry({ name }: CatalogManagedPolicy): Entry {
  const slash = name.lastIndexOf("/")
  const path = name.slice(0, Math.max(slash, 0))
  const isUnusable = path === "aws-service-role"
  const detail = isUnusable ? "only for service-linked roles" : path
  const choice = { value: name, label: name.slice(slash + 1), ...(detail && { detail }) }
  return makeEntry(choice, name, isUnusable ? rankCount : 0)
}

function sortEntries(entries: Entry[]): readonly Entry[] {
  return entries.sort(
    (a, b) => a.handicap - b.handicap || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}

const indexes = new WeakMap<object, readonly Entry[]>()

/** The entries of a part of the catalog, alphabetical, made once for each part. */
function entriesOf<T>(part: ReadonlyMap<string, T> | undefined, toEntry: (item: T) => Entry) {
  if (part === undefined) return []
  let index = indexes.get(part)
  if (index === undefined) {
    index = sortEntries(Array.from(part.values(), toEntry))
    indexes.set(part, index)
  }
  return index
}

function candidates(
  entries: readonly Entry[],
  query: Query,
  places: Readonly<Record<Rank, number>>,
): readonly Candidate[] {
  return entries.flatMap(({ choice, key, name, lowerName, handicap }) => {
    const rank = matchRank(query, key, name, lowerName)
    if (rank === undefined) return []
    return [{ rank: places[rank] + handicap, label: choice.label, choice: () => choice }]
  })
}

const asRanked = { 0: 0, 1: 1, 2: 2, 3: 3 }

// A service comes first if it begins so, or a word of its name does; then actions that begin so.
const servicePlaces = { 0: 0, 1: 2, 2: 4, 3: 5 }
const actionPlaces = { exact: 1, others: { 0: 3, 1: 6, 2: 7, 3: 8 } }

/**
 * What completes `query` in the list of services ("policy") or of AWS managed policies ("managed_policy": by
 * name), at most `limit` choices, the likeliest first. Case doesn't count, nor does the order of words: "s3
 * full" finds AmazonS3FullAccess. Among equal matches the shorter label comes first, then the alphabet; what
 * only service-linked roles can have is last. An empty query gives all in alphabetical order; an absent part
 * gives [].
 *
 * In "policy": services by prefix and name, "s3:get" actions of a service, "s3:Get*" that pattern and what it
 * matches; from three characters on, actions of all services by name ("GetObject"), and what an API's operation
 * needs ("HeadBucket", "head bucket").
 */
export function searchCatalog(
  catalog: Catalog,
  list: "policy" | "managed_policy",
  query: string,
  limit = 50,
): readonly Choice[] {
  const entries =
    list === "policy"
      ? entriesOf(catalog.services, serviceEntry)
      : entriesOf(catalog.managedPolicies, managedPolicyEntry)
  const wanted = readQuery(query)
  if (wanted.text === "") return entries.slice(0, limit).map(({ choice }) => choice)
  if (list === "managed_policy") return bestChoices(candidates(entries, wanted, asRanked), limit)
  const colon = query.indexOf(":")
  if (colon >= 0) {
    const service = query.slice(0, colon).trim().toLowerCase()
    return bestChoices(searchService(catalog, service, query.slice(colon + 1)), limit)
  }
  const services = candidates(entries, wanted, servicePlaces)
  return bestChoices([...services, ...searchBareActions(catalog, wanted, actionPlaces)], limit)
}
