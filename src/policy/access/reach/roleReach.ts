import { below } from "../../config/pointer.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { isObject, statementsOf } from "../../iam/document.ts"
import type { Role } from "../../role/build.ts"
import { attachedPolicies } from "../attached.ts"
import { versionOf } from "../evaluate/version.ts"
import { type ActionIndex, actionIndex } from "./actionIndex.ts"
import { foreignClasses } from "./foreignClasses.ts"
import { actionsWithoutResource } from "./statementActions.ts"
import { type PlacedReach, type ReachClass, statementReach } from "./statementReach.ts"

/** Which statements of a role reach each action. */
export interface RoleReach {
  readonly index: ActionIndex
  /** Of an action, by its number. */
  readonly classOf: (id: number) => ReachClass
  /** The texts in lower case that name nothing that the catalog has. */
  readonly foreign: readonly string[]
  /** Of such a text; only statements with this very text, its whole service or every action reach it. */
  readonly classOfText: (text: string) => ReachClass
  /** The ARNs of managed policies whose documents aren't known. */
  readonly unknown: readonly string[]
}

/** Statements with the same action or pattern, and the actions that it stands for. */
interface Group {
  readonly ids: readonly number[]
  readonly members: number[]
  /** Whether it is a text of NotAction: the statements are about none of the actions. */
  readonly isExcepted: boolean
}

/** Actions that the same groups reach: one group more than `rest`. */
interface Node {
  readonly group: Group
  readonly rest: Node | undefined
  found?: ReachClass
}

const unreached: ReachClass = { allows: [], denies: [] }
const known = new WeakMap<Role, { readonly catalog: Catalog; readonly reach: RoleReach }>()

/** Finds which statements reach each action of the catalog. Remembered for each role. */
export function roleReach(role: Role, catalog: Catalog): RoleReach {
  const before = known.get(role)
  if (before?.catalog === catalog) return before.reach
  const reach = readRole(role, catalog)
  known.set(role, { catalog, reach })
  return reach
}

function readRole(role: Role, catalog: Catalog): RoleReach {
  const index = actionIndex(catalog)
  const { policies, unknown } = attachedPolicies(role, catalog)
  const placed = policies.flatMap(({ PolicyDocument: document }, policy): PlacedReach[] => {
    if (!isObject(document) || !Object.hasOwn(document, "Statement")) return []
    const version = versionOf(document)
    const base = below(below(below("", policy), "PolicyDocument"), "Statement")
    return statementsOf(document.Statement).flatMap(({ statement, at }) => {
      const reach = statementReach(statement, version)
      return reach ? [{ at: `${base}${at}` as const, reach }] : []
    })
  })
  const nodes = refine(groupsOf(placed, index, catalog), index.size)
  const { texts, classOfText } = foreignClasses(placed, index)
  const classOf = (id: number) => {
    const node = nodes[id]
    return node ? resolve(node, placed) : unreached
  }
  return { index, classOf, foreign: texts, classOfText, unknown }
}

function groupsOf(
  placed: readonly PlacedReach[],
  index: ActionIndex,
  catalog: Catalog,
): Iterable<Group> {
  const groups = new Map<string, Group>()
  const withoutResource = actionsWithoutResource(catalog, index)
  const add = (order: number, text: string, isLimited: boolean, isExcepted: boolean) => {
    const key = `${isLimited}${isExcepted} ${text}`
    const group = groups.get(key)
    if (group) {
      if (group.members.at(-1) !== order) group.members.push(order)
      return
    }
    const ids = index.matching(text)
    groups.set(key, {
      ids: isLimited ? ids.filter((id) => !withoutResource[id]) : ids,
      members: [order],
      isExcepted,
    })
  }
  for (const [order, { reach }] of placed.entries()) {
    const isLimited = !reach.isEverywhere && !reach.isNotResource
    if (reach.isExcept) add(order, "*", isLimited, false)
    for (const text of reach.texts) add(order, text, isLimited, reach.isExcept)
  }
  return groups.values()
}

/** Splits the actions until those of a class are reached by the same groups; each action gets its last node. */
function refine(groups: Iterable<Group>, size: number): readonly (Node | undefined)[] {
  const nodes = new Array<Node | undefined>(size).fill(undefined)
  for (const group of groups) {
    const split = new Map<Node | undefined, Node>()
    let from: Node | undefined
    let to: Node | undefined
    for (const id of group.ids) {
      const node = nodes[id]
      if (to === undefined || node !== from) {
        from = node
        to = split.get(node) ?? { group, rest: node }
        split.set(node, to)
      }
      nodes[id] = to
    }
  }
  return nodes
}

function resolve(node: Node, placed: readonly PlacedReach[]): ReachClass {
  if (node.found) return node.found
  const orders: number[] = []
  const excepted = new Set<number>()
  for (let next: Node | undefined = node; next; next = next.rest)
    for (const order of next.group.members)
      if (next.group.isExcepted) excepted.add(order)
      else orders.push(order)
  orders.sort((one, other) => one - other)
  const allows: PlacedReach[] = []
  const denies: PlacedReach[] = []
  let last = -1
  for (const order of orders) {
    const one = placed[order]
    if (one && order !== last && !excepted.has(order))
      (one.reach.effect === "Allow" ? allows : denies).push(one)
    last = order
  }
  node.found = { allows, denies }
  return node.found
}
