import type { Fix } from "../../config/fix.ts"
import { below, type Pointer, pointerKeys } from "../../config/pointer.ts"
import { isObject, type JsonObject, stringsOf } from "../../iam/document.ts"
import type { DraftAccess } from "./draftAccess.ts"
import type { DeniedRequest } from "./request.ts"
import { plain } from "./words.ts"

/** A statement that would allow a request if only its resources or its condition fitted. */
export interface NearMiss {
  readonly kind: "resource" | "condition"
  /** Its place in the settings. */
  readonly at: Pointer | undefined
  /** The keys of the condition that doesn't fit; none where it does. */
  readonly keys: readonly string[]
  /** Changes of that statement itself that would let it fit. */
  readonly fixes: readonly Fix[]
}

/** The statement that fails for the least: its condition alone, its resources alone, or both. */
export function nearMiss(access: DraftAccess, request: DeniedRequest): NearMiss | undefined {
  for (const widening of ["condition", "resource", "both"] as const) {
    const { decision, matched } = access.widened[widening](request)
    const [first] = matched
    if (decision !== "Allowed" || first === undefined) continue
    const statement = access.statementAt(first) ?? {}
    const at = access.settingsPlace(first, request.action)
    const keys = widening === "resource" ? [] : conditionKeys(statement)
    return widening === "condition"
      ? { kind: "condition", at, keys, fixes: withoutCondition(at, statement, keys) }
      : {
          kind: "resource",
          at,
          keys,
          fixes: keys.length > 0 ? [] : withResource(at, statement, request),
        }
  }
  return undefined
}

/** The keys of a statement's condition, each once. */
export function conditionKeys({ Condition }: JsonObject): readonly string[] {
  if (!isObject(Condition)) return []
  const keys = Object.values(Condition).flatMap((block) =>
    isObject(block) ? Object.keys(block) : [],
  )
  return [...new Set(keys)]
}

/** A statement's own place: what a string item or a managed policy made has none. */
function isStatement(at: Pointer | undefined): at is Pointer {
  return at !== undefined && !pointerKeys(at)[0]?.endsWith("managed_policy")
}

function withoutCondition(
  at: Pointer | undefined,
  { Condition }: JsonObject,
  keys: readonly string[],
): readonly Fix[] {
  if (!isStatement(at) || Condition === undefined) return []
  return [
    {
      title: `Remove the condition on ${plain(keys.join(", "))} from the statement`,
      edits: [{ edit: "unset", at: below(at, "Condition") }],
    },
  ]
}

function withResource(
  at: Pointer | undefined,
  { Resource }: JsonObject,
  { grantable }: DeniedRequest,
): readonly Fix[] {
  const known = stringsOf(Resource).map(({ text }) => text)
  if (!isStatement(at) || known.length === 0 || grantable === "*") return []
  return [
    {
      title: `Add ${plain(grantable)} to the statement's resources`,
      edits: [{ edit: "set", at: below(at, "Resource"), value: [...known, grantable] }],
    },
  ]
}
