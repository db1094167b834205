import { below, type Pointer } from "../../config/pointer.ts"
import { type InlinePolicy, isObject, type JsonObject, statementsOf } from "../../iam/document.ts"
import { readStatement, type Statement } from "./statement.ts"
import { type Version, versionOf } from "./version.ts"

/** A statement and its place in the policies given. */
export interface PlacedStatement {
  readonly at: Pointer
  readonly statement: Statement
}

/** The statements of policies that may name actions of a service, in order. */
export type StatementsOfService = (service: string) => readonly PlacedStatement[]

const prepared = new WeakMap<readonly InlinePolicy[], StatementsOfService>()

/** Prepares policies once for each list: neither it nor what it holds may change afterwards. */
export function preparePolicies(policies: readonly InlinePolicy[]): StatementsOfService {
  const known = prepared.get(policies)
  if (known) return known
  const made = groupByService(
    policies.flatMap((policy, index) =>
      isObject(policy.PolicyDocument)
        ? placedStatements(policy.PolicyDocument, `/${index}/PolicyDocument`)
        : [],
    ),
  )
  prepared.set(policies, made)
  return made
}

const read = new WeakMap<Version, WeakMap<JsonObject, Statement | "none">>()

/** Reads each statement once as long as it is the same object: a key changes one of thousands. */
function reader(version: Version): (statement: JsonObject) => Statement | undefined {
  const ofVersion = read.get(version) ?? new WeakMap<JsonObject, Statement | "none">()
  read.set(version, ofVersion)
  return (statement) => {
    const known = ofVersion.get(statement) ?? readStatement(statement, version) ?? "none"
    ofVersion.set(statement, known)
    return known === "none" ? undefined : known
  }
}

function placedStatements(document: JsonObject, at: Pointer): readonly PlacedStatement[] {
  const readOnce = reader(versionOf(document))
  const place = below(at, "Statement")
  return statementsOf(document.Statement).flatMap((found) => {
    const statement = readOnce(found.statement)
    return statement ? [{ at: `${place}${found.at}` as const, statement }] : []
  })
}

function groupByService(all: readonly PlacedStatement[]): StatementsOfService {
  const named = new Map<string, number[]>()
  const anywhere: number[] = []
  for (const [order, { statement }] of all.entries())
    for (const service of statement.services ?? [undefined]) {
      const orders = service === undefined ? anywhere : (named.get(service) ?? [])
      if (service !== undefined) named.set(service, orders)
      orders.push(order)
    }
  const select = (orders: readonly number[]) => orders.flatMap((order) => all[order] ?? [])
  const everyService = select(anywhere)
  const merged = new Map<string, readonly PlacedStatement[]>()
  return (service) => {
    const orders = named.get(service)
    if (!orders) return everyService
    const known = merged.get(service)
    if (known) return known
    const statements = select([...orders, ...anywhere].sort((one, other) => one - other))
    merged.set(service, statements)
    return statements
  }
}
