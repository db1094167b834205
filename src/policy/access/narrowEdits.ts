import type { Edit } from "../config/fix.ts"
import type { PolicyItem } from "../config/item.ts"
import { below, type Pointer, pointerKeys } from "../config/pointer.ts"
import { isList, isObject, type JsonObject, type JsonValue } from "../iam/document.ts"
import type { ScopedActions } from "./narrowResources.ts"
import type { NarrowTarget, StatementPlace } from "./narrowTarget.ts"

/** The edits that put narrower items in the place of a string item. */
export function narrowedString(
  { draft, setting, at, index }: NarrowTarget,
  groups: readonly ScopedActions[],
): readonly Edit[] {
  const items = groups.map(({ actions, resources }): JsonValue => {
    const [only] = actions
    if (!resources && actions.length === 1 && only !== undefined) return only
    return { Effect: "Allow", Action: oneOrMore(actions), Resource: oneOrMore(resources ?? ["*"]) }
  })
  const isAbsent = !Object.hasOwn(draft.config, setting)
  const override: readonly Edit[] =
    isAbsent && setting !== "policy"
      ? [{ edit: "override", setting, baseline: draft.baseline }]
      : []
  return [...override, ...inPlaceOf({ setting, at, index }, items)]
}

/** The edits that narrow a text of a statement's Action; what the statement says besides stays. */
export function narrowedStatement(
  place: StatementPlace,
  groups: readonly ScopedActions[],
): readonly Edit[] {
  const { item, statement, at, index, setting } = place
  const kept = groups.filter(({ resources }) => !resources).flatMap(({ actions }) => actions)
  const rest = replaced(statement.Action, place.inAction, kept)
  const { Sid: _sid, ...unnamed } = statement
  const moved = groups.flatMap(({ actions, resources }, order): JsonObject[] => {
    if (!resources) return []
    const like = rest.length === 0 && order === 0 ? statement : unnamed
    return [{ ...like, Action: oneOrMore(actions), Resource: oneOrMore(resources) }]
  })
  const first = rest.length > 0 ? [{ ...statement, Action: oneOrMore(rest) }] : []
  const statements = [...first, ...moved]
  if (item.kind === "statement") return inPlaceOf({ setting, at: item.at, index }, statements)
  return inDocument(item, at, statements)
}

/** Puts statements in the place of one of a document's; a document without any goes. */
function inDocument(
  item: PolicyItem,
  at: Pointer,
  statements: readonly JsonObject[],
): readonly Edit[] {
  const document = documentOf(item)
  const base = below(
    item.kind === "inline" ? below(item.at, "PolicyDocument") : item.at,
    "Statement",
  )
  const written = isObject(document) ? (document.Statement ?? []) : []
  const index = at === base ? 0 : Number(pointerKeys(at).at(-1))
  const all = (isList(written) ? written : [written]).toSpliced(index, 1, ...statements)
  const [only] = all
  if (only === undefined) return [{ edit: "remove", at: item.at }]
  const value = all.length === 1 && !isList(written) ? only : all
  return [{ edit: "set", at: base, value }]
}

function documentOf(item: PolicyItem): JsonValue | undefined {
  if (item.kind === "document") return item.document
  return item.kind === "inline" ? item.policy.PolicyDocument : undefined
}

function inPlaceOf(
  { setting, at, index }: Pick<NarrowTarget, "setting" | "at" | "index">,
  items: readonly JsonValue[],
): readonly Edit[] {
  const [first, ...others] = items
  if (first === undefined) return [{ edit: "remove", at }]
  return [
    { edit: "replace", at, item: first },
    ...others.map(
      (item, order): Edit => ({ edit: "add", setting, item, index: index + 1 + order }),
    ),
  ]
}

/** The texts of an Action, with others in the place of one; none twice. */
function replaced(
  action: JsonValue | undefined,
  at: Pointer,
  kept: readonly string[],
): readonly JsonValue[] {
  const written = isList(action) ? action : [action ?? []]
  const index = at === "" ? 0 : Number(at.slice(1))
  const others = new Set(
    written.flatMap((one, place) =>
      place !== index && typeof one === "string" ? [one.toLowerCase()] : [],
    ),
  )
  return written.toSpliced(index, 1, ...kept.filter((one) => !others.has(one.toLowerCase())))
}

function oneOrMore(values: readonly JsonValue[]): JsonValue {
  const [only, ...others] = values
  return only !== undefined && others.length === 0 ? only : values
}
