import { below, type Pointer } from "../../config/pointer.ts"
import {
  documentVersion,
  type InlinePolicy,
  isObject,
  type JsonObject,
  statementsOf,
} from "../../iam/document.ts"
import { readStatement, type Statement, type Version } from "./statement.ts"

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

type Read = (statement: JsonObject) => Statement | undefined

/** Reads each statement once as long as it is the same object: a key changes one of thousands. */
function remembered(version: Version): Read {
  const read = new WeakMap<JsonObject, Statement | "none">()
  return (statement) => {
    const known = read.get(statement) ?? readStatement(statement, version) ?? "none"
    read.set(statement, known)
    return known === "none" ? undefined : known
  }
}

/** Documents of 2008 know no variables (IAM User Guide, "IAM JSON policy elements: Version"). */
const of2012 = remembered({ variables: true, isKnown: true })
const of2008 = remembered({ variables: false, isKnown: true })
const ofNoVersion = remembered({ variables: true, isKnown: false })

function placedStatements(document: JsonObject, at: Pointer): readonly PlacedStatement[] {
  const { Version: version = "2008-10-17" } = document
  const read =
    version === documentVersion ? of2012 : version === "2008-10-17" ? of2008 : ofNoVersion
  const place = below(at, "Statement")
  return statementsOf(document.Statement).flatMap((found) => {
    const statement = read(found.statement)
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
