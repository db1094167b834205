import type { PolicySetting } from "../config/config.ts"
import { actionOf, type PolicyItem } from "../config/item.ts"
import { below, type Pointer } from "../config/pointer.ts"
import {
  documentVersion,
  type InlinePolicy,
  type JsonObject,
  statementsOf,
} from "../iam/document.ts"

/** A part of the role and the place in the settings that it comes from. */
export interface Made<T> {
  readonly made: T
  readonly from: Pointer
}

/** The name that Jets gives to the policy of each list (Jets lib/jets/cfn/resource/codebuild/iam_role.rb). */
export const policyNames: Readonly<Record<PolicySetting, string>> = {
  default_policy: "DefaultPolicy",
  policy: "CustomPolicy",
  default_vpc_policy: "VpcPolicy",
}

/** The statements that Jets makes of a list's items; strings alone share one (DESIGN 2.3). */
export interface ListStatements {
  readonly statements: readonly Made<JsonObject>[]
  /** Where the one statement holds the actions of all items: the items' places, in its actions' order. */
  readonly actions?: readonly Pointer[]
}

/**
 * Splits a list's items into the statements of its one policy and its own inline policies. `statements` is
 * undefined where the list makes no policy of its own. A policy document without `Statement` gives nothing.
 */
export function splitItems(
  items: readonly PolicyItem[],
  setting: PolicySetting,
): { readonly own: ListStatements | undefined; readonly inline: readonly Made<InlinePolicy>[] } {
  const inline: Made<InlinePolicy>[] = []
  const rest: PolicyItem[] = []
  for (const item of items)
    if (item.kind === "inline")
      inline.push({ made: named(item.policy, policyNames[setting]), from: item.at })
    else if (item.kind !== "document" || Object.hasOwn(item.document, "Statement")) rest.push(item)
  return { own: rest.length > 0 ? toStatements(rest) : undefined, inline }
}

/** The policy that holds a list's statements, as Jets writes it. */
export function listPolicy(setting: PolicySetting, own: ListStatements): InlinePolicy {
  return {
    PolicyName: policyNames[setting],
    PolicyDocument: {
      Version: documentVersion,
      Statement: own.statements.map(({ made }) => made),
    },
  }
}

function toStatements(items: readonly PolicyItem[]): ListStatements {
  if (items.every((item) => item.kind === "service" || item.kind === "action")) {
    const actions = items.map((item) => stringAction(item) ?? "")
    return {
      statements: [{ made: allow(actions), from: items[0]?.at ?? "" }],
      actions: items.map((item) => item.at),
    }
  }
  const statements: Made<JsonObject>[] = []
  for (const item of items) statements.push(...itemStatements(item))
  return { statements }
}

function itemStatements(item: PolicyItem): readonly Made<JsonObject>[] {
  switch (item.kind) {
    case "service":
    case "action":
      return [{ made: allow([stringAction(item) ?? ""]), from: item.at }]
    case "statement":
      return [{ made: item.statement, from: item.at }]
    case "document":
      return statementsOf(item.document.Statement).map(({ statement, at }) => ({
        made: statement,
        from: `${below(item.at, "Statement")}${at}`,
      }))
    case "inline":
      return []
  }
}

function stringAction(item: PolicyItem): string | undefined {
  if (item.kind === "service") return actionOf(item.service)
  return item.kind === "action" ? item.action : undefined
}

function allow(actions: readonly string[]): JsonObject {
  return { Action: actions, Effect: "Allow", Resource: "*" }
}

const unnamed = new WeakMap<JsonObject, InlinePolicy>()

function named(policy: JsonObject, name: string): InlinePolicy {
  if (hasName(policy)) return policy
  const known = unnamed.get(policy)
  if (known?.PolicyName === name) return known
  const made = { PolicyName: name, ...policy }
  unnamed.set(policy, made)
  return made
}

function hasName(policy: JsonObject): policy is JsonObject & InlinePolicy {
  return Object.hasOwn(policy, "PolicyName")
}
