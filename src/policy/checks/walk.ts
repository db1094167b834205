import { defaultBaseline } from "../config/baseline.ts"
import {
  type BaselineName,
  type IamConfig,
  type PolicySetting,
  policySettings,
  type Setting,
} from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import { equalityKey } from "../config/equal.ts"
import { type ListEntry, listEntries, type PolicyItem, toPolicyItem } from "../config/item.ts"
import { below, joined, type Pointer } from "../config/pointer.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  statementsOf,
  stringsOf,
} from "../iam/document.ts"

/** A value of a policy list as written; `item` is undefined where no list can use it. */
export interface PolicyEntry extends ListEntry {
  readonly setting: PolicySetting
  readonly item: PolicyItem | undefined
}

/** A policy document: an item itself, or the `PolicyDocument` of an inline policy. */
export interface PlacedDocument {
  readonly document: JsonObject
  readonly at: Pointer
}

/** A statement, wherever it stands. */
export interface PlacedStatement {
  readonly statement: JsonObject
  readonly at: Pointer
  readonly setting: PolicySetting
}

/** What the settings hold, walked once for all checks. Jets' own defaults aren't in it: nobody wrote them. */
export interface Walk {
  readonly config: IamConfig
  readonly baseline: BaselineName
  readonly entries: readonly PolicyEntry[]
  readonly documents: readonly PlacedDocument[]
  readonly statements: readonly PlacedStatement[]
}

/** Walks the policy lists (checks.json, "What is walked"): flattened, nulls dropped, equal values once. */
export function walkSettings(config: IamConfig, baseline: BaselineName = defaultBaseline): Walk {
  const entries = policySettings.flatMap((setting) =>
    heldEntries(config, setting).map(
      (entry): PolicyEntry => ({ ...entry, setting, item: usableItem(entry) }),
    ),
  )
  const documents: PlacedDocument[] = []
  const statements: PlacedStatement[] = []
  for (const { setting, item } of entries) {
    if (item?.kind === "statement") statements.push({ ...item, setting })
    const placed = item && documentOf(item)
    if (!placed) continue
    documents.push(placed)
    const base = below(placed.at, "Statement")
    for (const { statement, at } of statementsOf(own(placed.document, "Statement")))
      statements.push({ statement, at: `${base}${at}`, setting })
  }
  return { config, baseline, entries, documents, statements }
}

/** What a setting that is present holds: flattened, nulls dropped, equal values once. */
export function heldEntries(config: IamConfig, setting: Setting): readonly ListEntry[] {
  if (!Object.hasOwn(config, setting)) return []
  const seen = new Set<string>()
  return listEntries(config, setting).filter(({ value }) => {
    const before = seen.size
    return seen.add(equalityKey(value)).size > before
  })
}

/**
 * A check of single statements, remembered as long as a statement is the same object: a key costs the one
 * that it changes. `judge` gets a statement at "" and gives places inside it.
 */
export function eachStatement(
  judge: (statement: PlacedStatement) => readonly Diagnostic[],
): (walk: Walk) => readonly Diagnostic[] {
  const judged = new WeakMap<JsonObject, readonly Diagnostic[]>()
  return ({ statements }) =>
    statements.flatMap((placed) => {
      const known = judged.get(placed.statement)
      const found = known ?? judge({ ...placed, at: "" })
      if (!known) judged.set(placed.statement, found)
      return found.map((diagnostic) => ({ ...diagnostic, at: joined(placed.at, diagnostic.at) }))
    })
}

/** The value of an object's own key: `__proto__` and its like are keys as any other. */
export function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** Whether the value stands for one that CloudFormation fills in: `{"Ref": …}`, `{"Fn::…": …}`. */
export function isIntrinsic(value: JsonValue | undefined): boolean {
  if (!isObject(value)) return false
  const [key, ...others] = Object.keys(value)
  return others.length === 0 && key !== undefined && (key === "Ref" || key.startsWith("Fn::"))
}

/** Whether the statement holds for every resource, whatever the request. */
export function isUnrestricted(statement: JsonObject): boolean {
  const condition = own(statement, "Condition")
  return (
    stringsOf(own(statement, "Resource")).some(({ text }) => text === "*") &&
    (condition === undefined || (isObject(condition) && Object.keys(condition).length === 0))
  )
}

const statementKeys =
  "Sid Effect Action NotAction Resource NotResource Condition Principal NotPrincipal".split(" ")

function usableItem({ at, value }: ListEntry): PolicyItem | undefined {
  const item = toPolicyItem(value, at)
  if (typeof value === "string") return /[^\s\p{Cc}\p{Cf}]/u.test(value) ? item : undefined
  if (item?.kind !== "statement") return item
  return statementKeys.some((key) => Object.hasOwn(item.statement, key)) ? item : undefined
}

function documentOf(item: PolicyItem): PlacedDocument | undefined {
  if (item.kind === "document") return item
  if (item.kind !== "inline") return undefined
  const document = own(item.policy, "PolicyDocument")
  return isObject(document) && !isIntrinsic(document)
    ? { document, at: below(item.at, "PolicyDocument") }
    : undefined
}
