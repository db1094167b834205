import type { PolicyItem } from "../config/item.ts"
import { below, joined, type Pointer } from "../config/pointer.ts"
import {
  isObject,
  type JsonObject,
  type JsonValue,
  statementsOf,
  stringsOf,
} from "../iam/document.ts"
import { of2012, type Version, versionOf } from "./evaluate/version.ts"
import type { MatchKind } from "./reach/actionMatch.ts"

/** A statement and its place in the settings, or in a managed policy's document. */
export interface SettingsStatement {
  readonly statement: JsonObject
  readonly at: Pointer
  /** Of its document. */
  readonly version: Version
}

/** The statements of an item, with their places; a string has none. */
export function itemStatements(item: PolicyItem): readonly SettingsStatement[] {
  switch (item.kind) {
    case "service":
    case "action":
      return []
    case "statement":
      return [{ statement: item.statement, at: item.at, version: of2012 }]
    case "document":
      return documentStatements(item.document, item.at, of2012)
    case "inline":
      return documentStatements(
        own(item.policy, "PolicyDocument"),
        below(item.at, "PolicyDocument"),
      )
  }
}

/** The statements of the document at `at`; `version`: where Jets writes another one. */
export function documentStatements(
  document: JsonValue | undefined,
  at: Pointer,
  version?: Version,
): readonly SettingsStatement[] {
  if (!isObject(document)) return []
  const base = below(at, "Statement")
  return statementsOf(own(document, "Statement")).map(({ statement, at: inside }) => ({
    statement,
    at: joined(base, inside),
    version: version ?? versionOf(document),
  }))
}

/** A text of a statement's actions that matches; of NotAction its name. */
export interface MatchingText {
  readonly at: Pointer
  readonly text: string
  readonly kind: Exclude<MatchKind, "none">
}

/** The texts of the actions of the statement at `at` that match. */
export function matchingTexts(
  { statement, at }: SettingsStatement,
  match: (text: string) => MatchKind,
): readonly MatchingText[] {
  if (Object.hasOwn(statement, "Action"))
    return stringsOf(own(statement, "Action")).flatMap(({ text, at: inside }) => {
      const kind = match(text)
      return kind === "none" ? [] : [{ at: joined(below(at, "Action"), inside), text, kind }]
    })
  const excepted = stringsOf(own(statement, "NotAction")).map(({ text }) => match(text))
  if (excepted.length === 0 || excepted.includes("all")) return []
  const partly = excepted.filter((kind) => kind !== "none")
  const kind = partly.includes("filled-in-later") ? "filled-in-later" : (partly[0] ?? "all")
  return [{ at: below(at, "NotAction"), text: "NotAction", kind }]
}

function own(object: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
