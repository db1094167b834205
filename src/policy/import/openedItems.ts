import { equalityKey } from "../config/equal.ts"
import { toPolicyItem } from "../config/item.ts"
import {
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  statementsOf,
  stringsOf,
} from "../iam/document.ts"
import { shortened } from "./listItems.ts"

/**
 * The statements of inline policies as the fewest and shortest items that grant the same. Actions that are allowed
 * on everything become strings where all are such, or where one stands alone; equal statements come once.
 */
export function openedItems(policies: readonly JsonObject[]): readonly JsonValue[] {
  const statements = policies.flatMap(({ PolicyDocument }) =>
    isObject(PolicyDocument) ? statementsOf(PolicyDocument.Statement) : [],
  )
  const allowed = statements.map(({ statement }) => allowedActions(statement))
  const isAllStrings = allowed.every((actions) => actions !== undefined)
  const items = statements.flatMap(({ statement }, index): readonly JsonValue[] => {
    const actions = allowed[index]
    if (actions && (isAllStrings || actions.length === 1)) return actions.map(shortened)
    return [
      toPolicyItem(statement, "")?.kind === "statement" ? statement : { Statement: [statement] },
    ]
  })
  return [...new Map(items.map((item) => [equalityKey(item), item])).values()]
}

/** The actions that a statement allows on every resource and without a condition, if it does nothing else. */
function allowedActions(statement: JsonObject): readonly string[] | undefined {
  const { Action, Effect, Resource } = statement
  if (Effect !== "Allow" || Object.keys(statement).length !== 3) return undefined
  if (Resource !== "*" && !(isList(Resource) && Resource.length === 1 && Resource[0] === "*"))
    return undefined
  const actions = stringsOf(Action).map(({ text }) => text)
  const count = isList(Action) ? Action.length : 1
  const isEach = actions.length === count && actions.every((action) => action.includes(":"))
  return isEach && actions.length > 0 ? actions : undefined
}
