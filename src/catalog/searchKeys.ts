import {
  type Catalog,
  type CatalogConditionKey,
  conditionOperatorNames,
  keyOf,
} from "../policy/index.ts"
import { detailedActions } from "./actionDetails.ts"
import {
  alphabetically,
  bestChoices,
  type Candidate,
  type Choice,
  detailOf,
  shortDescription,
  withBlanks,
} from "./choice.ts"
import { matchRank, readQuery } from "./match.ts"

/** The keys of the actions and of their resource types, by their names in lower case. */
function keysOfActions(
  catalog: Catalog,
  actions: Iterable<string>,
): ReadonlyMap<string, CatalogConditionKey> {
  const keys = new Map<string, CatalogConditionKey>()
  for (const { service, detail } of detailedActions(catalog, actions)) {
    const { conditionKeys, resourceTypes } = catalog.details?.get(service) ?? {}
    const ofTypes = detail.resourceTypes.flatMap(
      ({ key }) => resourceTypes?.get(key)?.conditionKeys ?? [],
    )
    for (const name of [...detail.conditionKeys, ...ofTypes].map((name) => name.toLowerCase())) {
      const key = conditionKeys?.get(name) ?? catalog.globalKeys?.get(name)
      if (key) keys.set(name, key)
    }
  }
  return keys
}

/** Where a key belongs: to the actions, to all requests, to some sessions. */
const groupCount = 3
const groupOf = (name: string, own: ReadonlyMap<string, CatalogConditionKey>) =>
  own.has(name) ? 0 : name.startsWith("aws:") ? 1 : 2

/**
 * The condition keys that suit the actions of a statement: theirs and those of their resource types, then the
 * global ones `aws:…`, then those of sessions such as `lambda:SourceFunctionArn`; with blanks to fill
 * (`aws:RequestTag/<TagKey>`), the type in the detail. A query finds by what the key begins with, then by its
 * words, among equals in the same order; an empty one gives all, each group alphabetical. Actions may be patterns;
 * those whose service's detail isn't loaded are left out.
 */
export function searchConditionKeys(
  catalog: Catalog,
  actions: Iterable<string>,
  query: string,
  limit = 50,
): readonly Choice[] {
  const own = keysOfActions(catalog, actions)
  const wanted = readQuery(query)
  const candidates = [...new Map([...(catalog.globalKeys ?? []), ...own])].flatMap(
    ([name, key]): Candidate[] => {
      const label = withBlanks(key.key)
      const lower = label.toLowerCase()
      const rank = matchRank(wanted, lower, label, lower)
      if (rank === undefined) return []
      const detail = detailOf(key.type, shortDescription(key.description))
      const place = rank * groupCount + groupOf(name, own)
      return [{ rank: place, label, choice: () => ({ value: label, label, ...detail }) }]
    },
  )
  if (wanted.text !== "") return bestChoices(candidates, limit)
  const groups = [0, 1, 2].map((group) => candidates.filter(({ rank }) => rank === group))
  return bestChoices(
    groups.flatMap((group, index) => alphabetically(group, index * candidates.length)),
    limit,
  )
}

/** The operators for each type, the most usual first (IAM User Guide, "Condition operators"). */
const operators: Readonly<Record<string, string>> = {
  String:
    "StringEquals StringLike StringNotEquals StringNotLike StringEqualsIgnoreCase StringNotEqualsIgnoreCase",
  Arn: "ArnLike ArnEquals ArnNotLike ArnNotEquals",
  Bool: "Bool",
  Numeric:
    "NumericEquals NumericLessThanEquals NumericLessThan NumericGreaterThanEquals NumericGreaterThan NumericNotEquals",
  Date: "DateLessThan DateGreaterThan DateLessThanEquals DateGreaterThanEquals DateEquals DateNotEquals",
  IpAddress: "IpAddress NotIpAddress",
  Binary: "BinaryEquals",
}

/**
 * The operators that fit a condition key's type, the most usual first, `Null` last, which fits all. A key that
 * can have several values in a request needs ForAnyValue: or ForAllValues:. All of IAM's for a key that the
 * catalog doesn't know or hasn't loaded.
 */
export function operatorsFor(catalog: Catalog, key: string): readonly string[] {
  const known = keyOf(catalog, key.toLowerCase())?.known
  const names = operators[known?.type ?? ""]?.split(" ")
  if (!known || !names) return conditionOperatorNames
  if (!known.isMultivalued) return [...names, "Null"]
  return [
    ...names.map((name) => `ForAnyValue:${name}`),
    ...names.map((name) => `ForAllValues:${name}`),
    "Null",
  ]
}
