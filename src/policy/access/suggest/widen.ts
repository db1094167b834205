import { type InlinePolicy, isObject, type JsonObject, statementsOf } from "../../iam/document.ts"

/** What is taken out of Allow statements, or of Deny ones, to see what keeps them from fitting. */
export type Widening = "condition" | "resource" | "both" | "denyCondition"

/** A policy with that taken out of all its statements, each at its place. */
export function widenedPolicy(policy: InlinePolicy, widening: Widening): InlinePolicy {
  const document = policy.PolicyDocument
  if (!isObject(document)) return policy
  const statements = statementsOf(document.Statement)
  const widened = statements.map(({ statement }) => widenedStatement(statement, widening))
  const [only] = widened
  const Statement = isObject(document.Statement) && only ? only : widened
  return { ...policy, PolicyDocument: { ...document, Statement } }
}

function widenedStatement(statement: JsonObject, widening: Widening): JsonObject {
  const isOfDeny = widening === "denyCondition"
  if (statement.Effect !== (isOfDeny ? "Deny" : "Allow")) return statement
  const { Condition: _condition, ...unconditional } = statement
  if (isOfDeny || widening === "condition") return unconditional
  const from = widening === "both" ? unconditional : statement
  const { Resource: _resource, NotResource: _notResource, ...rest } = from
  return { ...rest, Resource: "*" }
}
