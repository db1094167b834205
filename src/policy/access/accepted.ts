import { isIntrinsic, isList, type JsonObject, type JsonValue } from "../iam/document.ts"
import { isReadableCondition } from "./evaluate/condition.ts"

const elements = new Set("Sid Effect Action NotAction Resource NotResource Condition".split(" "))

/**
 * Whether IAM would take a statement of an identity policy, whose Effect is one: known elements alone, either
 * Action or NotAction, either Resource or NotResource, texts in them of the right form, operators that there are
 * (IAM User Guide, "IAM JSON policy elements reference"). Of another it can't be told what it does.
 */
export function isAccepted(statement: JsonObject): boolean {
  const has = (key: string) => Object.hasOwn(statement, key)
  const { Sid: sid, Condition: condition } = statement
  return (
    has("Action") !== has("NotAction") &&
    has("Resource") !== has("NotResource") &&
    areTexts(statement[has("Action") ? "Action" : "NotAction"], isAction) &&
    areTexts(statement[has("Resource") ? "Resource" : "NotResource"], isResource) &&
    (sid === undefined || typeof sid === "string") &&
    isReadableCondition(condition) &&
    Object.keys(statement).every((key) => elements.has(key))
  )
}

/** Whether it is a text or a list of some, each of the form, or filled in later. */
function areTexts(value: JsonValue | undefined, isForm: (text: string) => boolean): boolean {
  if (value === undefined) return false
  const texts = isList(value) ? value : [value]
  return (
    texts.length > 0 &&
    texts.every((text) =>
      typeof text === "string" ? isForm(text) || isFilledIn(text) : isIntrinsic(text),
    )
  )
}

const isAction = (text: string) => text.includes(":") || isAll(text)
const isResource = (text: string) => text.startsWith("arn:") || isAll(text)
const isAll = (text: string) => /^\*+$/.test(text)
const isFilledIn = (text: string) => /^!(?:Ref|Sub|GetAtt) |#\{/.test(text)
