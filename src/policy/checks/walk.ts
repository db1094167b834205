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
import type { Catalog } from "../iam/catalog.ts"
import { isIntrinsic, isObject, type JsonObject, statementsOf, stringsOf } from "../iam/document.ts"
import { own, partsOf, type StatementParts } from "./parts.ts"

/** A value of a policy list as written; `item` is undefined where no list can use it. */
export interface PolicyEntry extends ListEntry {
  readonly setting: PolicySetting
  readonly item: PolicyItem | undefined
}

/** A policy document: an item itself, or the `PolicyDocument` of an inline policy. */
export interface PlacedDocument {
  readonly document: JsonObject
  readonly at: Pointer
  readonly isInline: boolean
}

/** A statement, wherever it stands. */
export interface PlacedStatement {
  readonly statement: JsonObject
  readonly at: Pointer
  readonly setting: PolicySetting
  /** The resulting policy that it ends up in: the place of its inline policy, else of its list. */
  readonly policy: Pointer
}

/** What the settings hold, walked once for all checks. Jets' own defaults aren't in it: nobody wrote them. */
export interface Walk {
  readonly config: IamConfig
  readonly baseline: BaselineName
  readonly entries: readonly PolicyEntry[]
  readonly documents: readonly PlacedDocument[]
  readonly statements: readonly PlacedStatement[]
  readonly catalog: Catalog
}

/** One check, or several of a family: all that it has to say of the settings. */
export type Check = (walk: Walk) => readonly Diagnostic[]

/** Walks the policy lists (checks.json, "What is walked"): flattened, nulls dropped, equal values once. */
export function walkSettings(
  config: IamConfig,
  baseline: BaselineName = defaultBaseline,
  catalog: Catalog = {},
): Walk {
  const entries = policySettings.flatMap((setting) =>
    heldEntries(config, setting).map(
      (entry): PolicyEntry => ({ ...entry, setting, item: usableItem(entry) }),
    ),
  )
  const documents: PlacedDocument[] = []
  const statements: PlacedStatement[] = []
  for (const { setting, item } of entries) {
    const policy = item?.kind === "inline" ? item.at : below("", setting)
    if (item?.kind === "statement") statements.push({ ...item, setting, policy })
    const placed = item && documentOf(item)
    if (!placed) continue
    documents.push(placed)
    const base = below(placed.at, "Statement")
    for (const { statement, at } of statementsOf(own(placed.document, "Statement")))
      statements.push({ statement, at: `${base}${at}`, setting, policy })
  }
  return { config, baseline, entries, documents, statements, catalog }
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

/** What one statement is judged by: its parts, places given within it, and the catalog; nothing else. */
export type StatementCheck = (parts: StatementParts, catalog: Catalog) => readonly Diagnostic[]

/**
 * A check of single statements, remembered as long as a statement and the catalog are the same objects: a key
 * costs the one that it changes. `judge` gets the parts of a statement at "" and gives places inside it.
 */
export function eachStatement(judge: StatementCheck): Check {
  const judged = new WeakMap<JsonObject, Judged>()
  return ({ statements, catalog }) => {
    const all: Diagnostic[] = []
    for (const { statement, at } of statements) {
      let known = judged.get(statement)
      if (known?.catalog !== catalog) {
        const found = judge(partsOf(statement), catalog)
        known = { catalog, found, at: "", placed: found }
        judged.set(statement, known)
      }
      if (known.found.length === 0) continue
      if (known.at !== at) {
        known.at = at
        known.placed = known.found.map((diagnostic) => placedBelow(at, diagnostic))
      }
      all.push(...known.placed)
    }
    return all
  }
}

/** What is said of a statement: within it, and as it was placed last. */
interface Judged {
  readonly catalog: Catalog
  readonly found: readonly Diagnostic[]
  at: Pointer
  placed: readonly Diagnostic[]
}

/** A diagnostic of something, once that stands at `base`: its places and those of its fixes. */
function placedBelow(base: Pointer, diagnostic: Diagnostic): Diagnostic {
  const { at, related, fixes } = diagnostic
  return {
    ...diagnostic,
    at: joined(base, at),
    ...(related && { related: related.map((place) => joined(base, place)) }),
    ...(fixes && {
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ("at" in edit ? { ...edit, at: joined(base, edit.at) } : edit)),
      })),
    }),
  }
}

/** Whether the statement holds for every resource, whatever the request. */
export function isUnrestricted(statement: JsonObject): boolean {
  return (
    stringsOf(own(statement, "Resource")).some(({ text }) => text === "*") &&
    isUnconditional(statement)
  )
}

/** Whether the statement has no condition: an empty one is none. */
export function isUnconditional(statement: JsonObject): boolean {
  const condition = own(statement, "Condition")
  return condition === undefined || (isObject(condition) && Object.keys(condition).length === 0)
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
  if (item.kind === "document") return { document: item.document, at: item.at, isInline: false }
  if (item.kind !== "inline") return undefined
  const document = own(item.policy, "PolicyDocument")
  return isObject(document) && !isIntrinsic(document)
    ? { document, at: below(item.at, "PolicyDocument"), isInline: true }
    : undefined
}
