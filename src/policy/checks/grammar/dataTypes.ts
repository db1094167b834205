import { isPolicySetting, managedSettings, type Setting, settings } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { managedItems, managedPolicyArn } from "../../config/item.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import {
  isIntrinsic,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { diagnose } from "../diagnostic.ts"
import { own } from "../parts.ts"
import { eachStatement, heldEntries, type Walk } from "../walk.ts"

/** A test of a value and the words for what passes it. */
interface Type {
  readonly is: string
  readonly fits: (value: JsonValue) => boolean
}

const list: Type = { is: "a list", fits: isList }
const object: Type = { is: "an object", fits: isObject }
const string: Type = { is: "a string", fits: (value) => typeof value === "string" }
/** A string, or one that CloudFormation fills in. */
const laterString: Type = {
  is: "a string",
  fits: (value) => typeof value === "string" || isIntrinsic(value),
}
const scalar: Type = {
  is: "a string, number or boolean",
  fits: (value) =>
    laterString.fits(value) || typeof value === "number" || typeof value === "boolean",
}

/** Values of a type that their place doesn't allow (IAM Access Analyzer, DATA_TYPE_MISMATCH). */
export function dataTypes(walk: Walk): readonly Diagnostic[] {
  const { config, entries, documents } = walk
  return [
    ...settings.flatMap((setting) =>
      wrongIn(config, "", [setting], list).map((found) => ({
        ...found,
        fixes: listFixes(walk, setting),
      })),
    ),
    ...managedSettings.flatMap((setting) =>
      heldEntries(config, setting)
        .filter(({ value }) => !string.fits(value))
        .map(({ at }) => mismatch(at, string)),
    ),
    ...entries.flatMap(({ item, at }) =>
      item?.kind === "inline"
        ? [
            ...wrongIn(item.policy, at, ["PolicyName"], laterString),
            ...wrongIn(item.policy, at, ["PolicyDocument"], object),
          ]
        : [],
    ),
    ...documents.flatMap(({ document, at }) => [
      ...wrongIn(document, at, ["Version", "Id"], string),
      ...wrongIn(document, at, ["Statement"], object, true),
    ]),
    ...statementTypes(walk),
  ]
}

const statementTypes = eachStatement(({ statement }) => [
  ...wrongIn(statement, "", ["Sid", "Effect"], string),
  ...wrongIn(statement, "", ["Action", "NotAction"], string, true),
  ...wrongIn(statement, "", ["Resource", "NotResource"], laterString, true),
  ...wrongIn(statement, "", ["Condition"], object),
  ...conditionTypes(own(statement, "Condition"), "/Condition"),
])

function conditionTypes(condition: JsonValue | undefined, at: Pointer): readonly Diagnostic[] {
  if (!isObject(condition)) return []
  return Object.entries(condition).flatMap(([operator, block]) => [
    ...wrongIn(condition, at, [operator], object),
    ...(isObject(block)
      ? wrongIn(block, below(at, operator), Object.keys(block), scalar, true)
      : []),
  ])
}

/** The values of the object's keys that aren't of the type; `orList`: nor lists of such. */
function wrongIn(
  parent: JsonObject,
  at: Pointer,
  keys: readonly string[],
  type: Type,
  orList = false,
): readonly Diagnostic[] {
  return keys.flatMap((key) => {
    const value = own(parent, key)
    if (value === undefined || type.fits(value)) return []
    if (!orList || !isList(value)) return mismatch(below(at, key), type)
    if (value.every(type.fits)) return []
    return value.flatMap((element, index) =>
      type.fits(element) ? [] : mismatch(below(below(at, key), index), type),
    )
  })
}

function mismatch(at: Pointer, type: Type): Diagnostic {
  return diagnose(
    "data-type-mismatch",
    "error",
    at,
    `This must be ${type.is}: as it is, Jets leaves it out or AWS rejects it, and the deploy fails. Write ${type.is}.`,
  )
}

/** What stands where a list belongs has no places: adding it as an item puts it in a list. */
function listFixes({ config, baseline }: Walk, setting: Setting): readonly Fix[] {
  const value = config[setting]
  if (typeof value !== "string" || value.trim() === "") return []
  const isAttached = managedSettings.some(
    (other) =>
      other !== setting &&
      !isPolicySetting(setting) &&
      managedItems(config, other, baseline).some(
        ({ name }) => managedPolicyArn(name) === managedPolicyArn(value),
      ),
  )
  if (isAttached) return []
  return [{ title: "Put it in a list", edits: [{ edit: "add", setting, item: value }] }]
}
