import type { Draft } from "../../config/config.ts"
import { jetsUses } from "../../config/jetsUses.ts"
import { below, joined, type Pointer, parent, pointerKeys } from "../../config/pointer.ts"
import type { Catalog } from "../../iam/catalog.ts"
import {
  documentVersion,
  type InlinePolicy,
  isObject,
  type JsonObject,
  statementsOf,
  stringsOf,
} from "../../iam/document.ts"
import { patternCovers } from "../../iam/wildcard.ts"
import { buildRole, type Role, traceRole } from "../../role/build.ts"
import { attachedPolicies } from "../attached.ts"
import { evaluateAccess } from "../evaluate.ts"
import type { AccessDecision, AccessRequest } from "../request.ts"
import { type Widening, widenedPolicy } from "./widen.ts"

/** A draft's role, ready to be asked what it may do. */
export interface DraftAccess {
  readonly decide: (request: AccessRequest) => AccessDecision
  /** The same where statements hold whatever the request's context, on every resource, or both. */
  readonly widened: Readonly<Record<Widening, (request: AccessRequest) => AccessDecision>>
  /** The statement at a place that a decision gives. */
  readonly statementAt: (matched: Pointer) => JsonObject | undefined
  /** The place in the settings that made it, and of a statement that several items share the one with the action. */
  readonly settingsPlace: (matched: Pointer, action: string) => Pointer | undefined
  /** Managed policies whose documents aren't known. */
  readonly unknown: readonly string[]
}

const known = new WeakMap<Draft["config"], Draft & { catalog: Catalog; access: DraftAccess }>()

/** Builds a draft's role and prepares its policies; remembered, for a log may hold many denials. */
export function accessOf(draft: Draft, catalog: Catalog): DraftAccess {
  const { config, baseline } = draft
  const before = known.get(config)
  if (before?.baseline === baseline && before.catalog === catalog) return before.access
  const access = readAccess(draft, catalog)
  known.set(config, { config, baseline, catalog, access })
  return access
}

function readAccess({ config, baseline }: Draft, catalog: Catalog): DraftAccess {
  const role = buildRole(config, { baseline })
  const { policies, unknown } = attachedPolicies(role, withDefaultDocuments(catalog))
  const ask = (asked: readonly InlinePolicy[]) => (request: AccessRequest) =>
    evaluateAccess(asked, request)
  const widen = (widening: Widening) => {
    let wide: readonly InlinePolicy[] | undefined
    return (request: AccessRequest) => {
      wide ??= policies.map((policy) => widenedPolicy(policy, widening))
      return evaluateAccess(wide, request)
    }
  }
  const statementAt = (matched: Pointer) => findStatement(policies, matched)
  let trace: ReadonlyMap<Pointer, Pointer> | undefined
  return {
    decide: ask(policies),
    widened: {
      condition: widen("condition"),
      resource: widen("resource"),
      both: widen("both"),
      denyCondition: widen("denyCondition"),
    },
    statementAt,
    settingsPlace: (matched, action) => {
      trace ??= traceRole(config, { baseline })
      return placeOf(role, policies, trace, matched, action)
    },
    unknown,
  }
}

const completed = new WeakMap<Catalog, Catalog>()

/** Jets' own managed policies are known in part (jetsUses), before the catalog's documents are loaded. */
function withDefaultDocuments(catalog: Catalog): Catalog {
  const before = completed.get(catalog)
  if (before) return before
  const documents = new Map(catalog.managedDocuments)
  for (const { item, grants } of jetsUses)
    if (grants && !documents.has(item))
      documents.set(item, {
        Version: documentVersion,
        Statement: [{ Effect: "Allow", Action: grants, Resource: "*" }],
      })
  const complete = { ...catalog, managedDocuments: documents }
  completed.set(catalog, complete)
  return complete
}

function findStatement(
  policies: readonly InlinePolicy[],
  matched: Pointer,
): JsonObject | undefined {
  const [index, , , ...rest] = pointerKeys(matched)
  const document = policies[Number(index)]?.PolicyDocument
  if (!isObject(document)) return undefined
  const at = rest.length > 0 ? `/${rest.join("/")}` : ""
  return statementsOf(document.Statement).find((found) => found.at === at)?.statement
}

function placeOf(
  role: Role,
  policies: readonly InlinePolicy[],
  trace: ReadonlyMap<Pointer, Pointer>,
  matched: Pointer,
  action: string,
): Pointer | undefined {
  const index = Number(pointerKeys(matched)[0])
  if (index >= role.Policies.length) {
    const arn = policies[index]?.PolicyName
    const place = typeof arn === "string" ? role.ManagedPolicyArns.indexOf(arn) : -1
    return trace.get(below("/ManagedPolicyArns", place))
  }
  const inRole = joined("/Policies", matched)
  const statement = findStatement(policies, matched)
  const wanted = action.toLowerCase()
  const asked = stringsOf(statement?.Action).find(({ text }) =>
    patternCovers(text.toLowerCase(), wanted),
  )
  const ofAction = asked && trace.get(joined(below(inRole, "Action"), asked.at))
  if (ofAction) return ofAction
  for (let place: Pointer = inRole; place !== ""; place = parent(place)) {
    const from = trace.get(place)
    if (from !== undefined) return joined(from, inside(inRole, place))
  }
  return undefined
}

/** What is left of a place below another. */
function inside(place: Pointer, base: Pointer): Pointer {
  const rest = place.slice(base.length)
  return rest === "" ? "" : `/${rest.slice(1)}`
}
