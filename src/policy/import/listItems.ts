import type { PolicySetting } from "../config/config.ts"
import { equalityKey } from "../config/equal.ts"
import { toPolicyItem } from "../config/item.ts"
import {
  documentVersion,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../iam/document.ts"
import { listPolicy } from "../role/statements.ts"

/** The name that Jets gives to the policy of a list. */
export function policyName(setting: PolicySetting): JsonValue {
  return listPolicy(setting, { statements: [] }).PolicyName
}

/** The statements of a policy that Jets makes of a list's items: that very form, under the list's own name. */
export function ownStatements(
  policy: JsonObject,
  setting: PolicySetting,
): readonly JsonObject[] | undefined {
  const { PolicyName, PolicyDocument } = policy
  if (PolicyName !== policyName(setting) || Object.keys(policy).length !== 2) return undefined
  if (!isObject(PolicyDocument) || Object.keys(PolicyDocument).length !== 2) return undefined
  const { Version, Statement } = PolicyDocument
  if (Version !== documentVersion || !isList(Statement)) return undefined
  const statements = Statement.filter(isObject)
  return statements.length === Statement.length ? statements : undefined
}

/**
 * The fewest and shortest items of which Jets makes exactly these statements: actions as strings where they stand
 * alone, else statements; a policy document for what a list would drop as equal, or would take for something else.
 */
export function statementItems(statements: readonly JsonObject[]): readonly JsonValue[] {
  const [first] = statements
  if (first === undefined) return [{ Statement: [] }]
  const actions = statements.length === 1 ? allowedActions(first) : undefined
  if (actions) return actions.map(shortened)
  const items: JsonValue[] = []
  const seen = new Set<string>()
  for (const [index, statement] of statements.entries()) {
    const item = statementItem(statement)
    const key = equalityKey(item)
    if (seen.has(key)) {
      const rest = statements.slice(index)
      items.push({ Statement: rest.length === 1 ? statement : rest })
      break
    }
    seen.add(key)
    items.push(item)
  }
  // Strings alone would share one statement.
  return items.every((item) => typeof item === "string") ? [first, ...items.slice(1)] : items
}

/** One item that makes this statement beside others that aren't strings. */
function statementItem(statement: JsonObject): JsonValue {
  const [action, ...others] = allowedActions(statement) ?? []
  if (action !== undefined && others.length === 0) return shortened(action)
  const isPlain = toPolicyItem(statement, "")?.kind === "statement"
  return isPlain ? statement : { Statement: [statement] }
}

/**
 * The actions of a statement that strings make: Allow, on every resource, each action once. An action without a
 * colon (`*`) isn't one: as a string it would be a service's name.
 */
function allowedActions(statement: JsonObject): readonly string[] | undefined {
  const { Action, Effect, Resource } = statement
  if (Effect !== "Allow" || Resource !== "*" || Object.keys(statement).length !== 3)
    return undefined
  if (!isList(Action) || Action.length === 0) return undefined
  const actions = Action.filter((action) => typeof action === "string").filter((action) =>
    action.includes(":"),
  )
  return new Set(actions).size === Action.length ? actions : undefined
}

/** `s3:*` as the service that stands for it. */
export function shortened(action: string): string {
  return /^(?:[\w-]+|\*):\*$/.test(action) ? action.slice(0, -2) : action
}

/** An inline policy as an item that isn't among `seen` yet: as it is, or without the name that its list gives it. */
export function inlineItem(
  policy: JsonObject,
  setting: PolicySetting,
  seen: ReadonlySet<string>,
): JsonObject | undefined {
  if (!seen.has(equalityKey(policy))) return policy
  const { PolicyName, ...unnamed } = policy
  if (PolicyName !== policyName(setting) || !Object.hasOwn(unnamed, "PolicyDocument"))
    return undefined
  return seen.has(equalityKey(unnamed)) ? undefined : unnamed
}
