import { baselines } from "../../config/baseline.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import {
  documentVersion,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import { freeNames } from "../freeNames.ts"
import { wouldNameTwice } from "../grammar/names/policyNames.ts"
import { own } from "../parts.ts"
import type { PolicyEntry, Walk } from "../walk.ts"

/** Where Jets' own reading of an item differs from what is written (Jets 6.0.5 lib/jets/cfn/iam/policy.rb). */
export function jetsReadsItems(walk: Walk): readonly Diagnostic[] {
  const { entries, statements } = walk
  const sids = new Map<Pointer, string[]>()
  for (const { statement, policy } of statements) {
    const sid = own(statement, "Sid")
    if (typeof sid !== "string") continue
    const others = sids.get(policy)
    if (others) others.push(sid)
    else sids.set(policy, [sid])
  }
  return entries.flatMap((entry) => {
    const { item } = entry
    switch (item?.kind) {
      case "inline":
        return inlinePolicy(walk, item.policy, entry, sids)
      case "statement":
        return Object.hasOwn(item.statement, "Action") ? [] : noAction(item.statement, entry.at)
      case "document":
        return documentVersionIgnored(item.document, entry.at)
      case "service":
        return item.service === "*" ? star(entry) : []
      default:
        return []
    }
  })
}

/** The policy that Jets adds without anybody having written it (Jets 6.0.5 bootstrap/codebuild.rb). */
export function jetsAddsVpcPolicy({ config, baseline }: Walk): readonly Diagnostic[] {
  const added = baselines[baseline].default_vpc_policy
  if (added.length === 0 || Object.hasOwn(config, "default_vpc_policy")) return []
  return [
    diagnose(
      "jets-adds-vpc-policy",
      "info",
      "/default_vpc_policy",
      `Jets ${baseline} adds ${added.map(quoted).join(", ")} for functions in a VPC, whether you have one or not. Without a VPC you can override \`default_vpc_policy\` with an empty list.`,
    ),
  ]
}

function inlinePolicy(
  walk: Walk,
  policy: JsonObject,
  { at, setting }: PolicyEntry,
  sids: ReadonlyMap<Pointer, readonly string[]>,
): readonly Diagnostic[] {
  const document = own(policy, "PolicyDocument")
  const statement = isObject(document) ? own(document, "Statement") : undefined
  const version = isObject(document) ? own(document, "Version") : undefined
  const taken = sids.get(below("", setting)) ?? []
  const bare = {
    ...(version !== undefined && { Version: version }),
    Statement: withFreeSids(statement ?? null, freeNames(taken, Number.POSITIVE_INFINITY)),
  }
  return [
    diagnose(
      "jets-raises-on-inline-policy",
      "warning",
      at,
      "No released Jets 6 can read an inline policy here, although the documentation shows one: the deploy stops with NoMethodError. Give its policy document instead; the name is lost, Jets names the policy itself.",
      (isObject(statement) || isList(statement)) && !wouldNameTwice(walk, setting, at)
        ? { fixes: [replaced("Turn it into a policy document", at, bare)] }
        : {},
    ),
  ]
}

/** The statements of an inline policy with Sids that those beside which they come to stand don't have. */
function withFreeSids(statement: JsonValue, free: (name: string) => string): JsonValue {
  if (isList(statement)) return statement.map((one) => withFreeSids(one, free))
  if (!isObject(statement)) return statement
  const sid = own(statement, "Sid")
  return typeof sid === "string" && sid !== "" ? { ...statement, Sid: free(sid) } : statement
}

function noAction(statement: JsonObject, at: Pointer): readonly Diagnostic[] {
  const wrapped = { Version: documentVersion, Statement: [statement] }
  return [
    diagnose(
      "jets-raises-on-statement-without-action",
      "warning",
      at,
      "Jets 6 stops with NoMethodError at a statement without `Action` that is an item of its own, so the deploy never starts. Inside the `Statement` of a policy document it is read.",
      { fixes: [replaced("Wrap it in Statement", at, wrapped)] },
    ),
  ]
}

function documentVersionIgnored(document: JsonObject, at: Pointer): readonly Diagnostic[] {
  const version = own(document, "Version")
  if (typeof version !== "string" || version === documentVersion) return []
  if (!Object.hasOwn(document, "Statement")) return []
  return [
    diagnose(
      "jets-ignores-document-version",
      "info",
      below(at, "Version"),
      `Jets takes only the statements of a policy document and writes \`Version: ${documentVersion}\` itself, so ${quoted(version)} has no effect.`,
    ),
  ]
}

function star({ at, setting }: PolicyEntry): readonly Diagnostic[] {
  const statement = { Effect: "Allow", Action: "*", Resource: "*" }
  return [
    diagnose(
      "jets-shorthand-of-star",
      "warning",
      at,
      "Jets makes the action `*:*` of `*`, which is no action of AWS's grammar. Name the services that the deploy needs; if it must be everything, write a statement with the action `*`.",
      // In a default list the statement would no longer count as the defaults that `*:*` covers.
      setting === "policy" ? { fixes: [replaced("Turn it into a statement", at, statement)] } : {},
    ),
  ]
}

function replaced(title: string, at: Pointer, item: JsonValue): Fix {
  return { title, edits: [{ edit: "replace", at, item }] }
}
