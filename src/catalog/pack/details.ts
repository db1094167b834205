import type {
  CatalogAction,
  CatalogActionDetail,
  CatalogConditionKey,
  CatalogResourceType,
  CatalogServiceDetail,
} from "../../policy/index.ts"
import { abbreviate, expand } from "./description.ts"

/**
 * A service in a file of `data/details/`: a column a property, for the actions in the alphabetical order of
 * their names, which `data/actionNames.json` has. A list that several have is there once.
 */
export interface PackedServiceDetail {
  readonly descriptions: readonly string[]
  /** For each action, which of `typeLists` and `keyLists` is its own. */
  readonly typesOf: readonly number[]
  readonly keysOf: readonly number[]
  /** Twice the index of a resource type, one more if the action requires it. */
  readonly typeLists: readonly (readonly number[])[]
  readonly keyLists: readonly (readonly number[])[]
  readonly types: readonly string[]
  readonly arns: readonly (readonly string[])[]
  readonly keysOfTypes: readonly number[]
  readonly keys: readonly string[]
  readonly keyTypes: readonly string[]
  readonly keyDescriptions: readonly string[]
}

const actionOpening = "Grants permission to "
const keyOpening = "Filters access by "

/** Numbers texts by their first appearance. */
function numbering() {
  const numbers = new Map<string, number>()
  return {
    number: (text: string): number => {
      const number = numbers.get(text) ?? numbers.size
      numbers.set(text, number)
      return number
    },
    all: (): readonly string[] => [...numbers.keys()],
  }
}

function cell<T>(column: readonly T[], row: number): T {
  const value = column[row]
  if (value === undefined) throw new RangeError(`A service's detail: no row ${row}`)
  return value
}

const inOrder = (names: ReadonlyMap<string, CatalogAction>) => [...names.keys()].sort()

/** A service's detail in its compact form. `names`: its actions as the catalog has them, all of them. */
export function packServiceDetail(
  service: CatalogServiceDetail,
  names: ReadonlyMap<string, CatalogAction>,
): PackedServiceDetail {
  const actions = inOrder(names).map((key) => {
    const detail = service.actions.get(key)
    if (!detail) throw new RangeError(`No detail of ${key}`)
    return { name: names.get(key)?.name ?? "", ...detail }
  })
  const resourceTypes = [...service.resourceTypes.values()]
  const conditionKeys = [...service.conditionKeys.values()]

  const keys = numbering()
  for (const { key } of conditionKeys) keys.number(key)
  const types = numbering()
  for (const { key } of resourceTypes) types.number(key)
  const lists = { types: numbering(), keys: numbering() }
  const numberKeys = (list: readonly string[]) => lists.keys.number(list.map(keys.number).join(" "))
  const numberTypes = (list: CatalogActionDetail["resourceTypes"]) =>
    lists.types.number(
      list.map(({ key, required }) => types.number(key) * 2 + Number(required)).join(" "),
    )
  const split = (list: string) => (list === "" ? [] : list.split(" ").map(Number))
  return {
    descriptions: actions.map(({ name, description }) =>
      abbreviate(description, actionOpening, name),
    ),
    typesOf: actions.map((action) => numberTypes(action.resourceTypes)),
    keysOf: actions.map((action) => numberKeys(action.conditionKeys)),
    arns: resourceTypes.map(({ arns }) => arns),
    keysOfTypes: resourceTypes.map((type) => numberKeys(type.conditionKeys)),
    keyTypes: conditionKeys.map(({ type }) => type),
    keyDescriptions: conditionKeys.map(({ description = "" }) =>
      abbreviate(description, keyOpening, ""),
    ),
    typeLists: lists.types.all().map(split),
    keyLists: lists.keys.all().map(split),
    types: types.all(),
    keys: keys.all(),
  }
}

/**
 * What `packServiceDetail` was given, with the same `names`; actions are in alphabetical order. Throws a
 * RangeError if they are others.
 */
export function unpackServiceDetail(
  packed: PackedServiceDetail,
  names: ReadonlyMap<string, CatalogAction>,
): CatalogServiceDetail {
  if (packed.descriptions.length !== names.size) throw new RangeError("Other actions than packed")
  const keyLists = packed.keyLists.map((list) => list.map((key) => cell(packed.keys, key)))
  const typeLists = packed.typeLists.map((list) =>
    list.map((type) => ({ key: cell(packed.types, type >> 1), required: type % 2 === 1 })),
  )
  const actions = inOrder(names).map((key, row): [string, CatalogActionDetail] => {
    const name = names.get(key)?.name ?? ""
    const description = expand(cell(packed.descriptions, row), actionOpening, name)
    const resourceTypes = cell(typeLists, cell(packed.typesOf, row))
    const conditionKeys = cell(keyLists, cell(packed.keysOf, row))
    return [key, { description, resourceTypes, conditionKeys }]
  })
  const resourceTypes = packed.types.map((key, row): [string, CatalogResourceType] => {
    const conditionKeys = cell(keyLists, cell(packed.keysOfTypes, row))
    return [key, { key, arns: cell(packed.arns, row), conditionKeys }]
  })
  const conditionKeys = packed.keyTypes.map((type, row): [string, CatalogConditionKey] => {
    const key = cell(packed.keys, row)
    const description = expand(cell(packed.keyDescriptions, row), keyOpening, "")
    return [key.toLowerCase(), { key, type, ...(description && { description }) }]
  })
  return {
    actions: new Map(actions),
    resourceTypes: new Map(resourceTypes),
    conditionKeys: new Map(conditionKeys),
  }
}
