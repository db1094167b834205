import type { Catalog, CatalogManagedPolicy, CatalogService } from "../policy/index.ts"

/** One entry of a completion list: what goes into the settings, what is shown, and a word on it. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

const rankCount = 4

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

const isUpper = (character: string) => character >= "A" && character <= "Z"
const isLower = (character: string) => character >= "a" && character <= "z"

/** Whether a word starts at `index`, as in Amazon|S3|Full|Access and AWS|Lambda|Role. */
function isWordStart(name: string, index: number): boolean {
  const before = name.charAt(index - 1)
  if (isUpper(before)) return isUpper(name.charAt(index)) && isLower(name.charAt(index + 1))
  return !isLower(before) || isUpper(name.charAt(index))
}

function startsWord({ name, lowerName }: Entry, word: string): boolean {
  let index = lowerName.indexOf(word)
  while (index >= 0 && !isWordStart(name, index)) index = lowerName.indexOf(word, index + 1)
  return index >= 0
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

/**
 * How well an entry matches, 0 the best; undefined if it doesn't. What equals the query needs no rank: it is
 * the shortest of those that begin with it.
 */
function rank(entry: Entry, query: string, words: readonly string[]): number | undefined {
  const { key, lowerName } = entry
  if (key.startsWith(query)) return 0
  if (words.every((word) => startsWord(entry, word))) return 1
  if (key.includes(query)) return 2
  if (words.every((word) => key.includes(word) || lowerName.includes(word))) return 3
  return undefined
}

/**
 * What completes `query` in the list of services ("policy": by prefix and name) or of AWS managed policies
 * ("managed_policy": by name), at most `limit` choices, the likeliest first. Case doesn't count, nor does
 * the order of words: "s3 full" finds AmazonS3FullAccess. Among equal matches the shorter label comes
 * first, then the alphabet; what only service-linked roles can have is last. An empty query gives all in
 * alphabetical order; an absent part gives [].
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
  const wanted = query.trim().toLowerCase()
  if (wanted === "") return entries.slice(0, limit).map(({ choice }) => choice)
  const words = wanted.split(/\s+/)
  return entries
    .flatMap((entry) => {
      const found = rank(entry, wanted, words)
      return found === undefined ? [] : [{ entry, rank: found + entry.handicap }]
    })
    .sort((a, b) => a.rank - b.rank || a.entry.key.length - b.entry.key.length)
    .slice(0, limit)
    .map(({ entry }) => entry.choice)
}
