import { parseAction } from "../../iam/action.ts"
import { isIntrinsic, isList, type JsonObject, type JsonValue } from "../../iam/document.ts"
import type { Question } from "../request.ts"
import { readConditions } from "./condition.ts"
import { both, either, type Fit, no, opposite, unsure, yes } from "./fit.ts"
import { anyOf, listMatcher, type Matcher, type TextRules, textMatcher } from "./text.ts"

/** A statement, prepared for many requests. */
export interface Statement {
  readonly effect: "Allow" | "Deny"
  /** The prefixes of the services whose actions it may name; undefined: those of any. */
  readonly services: readonly string[] | undefined
  readonly fit: (question: Question) => Fit
}

/** What the Version of a document means for its statements. */
export interface Version {
  /** Whether `${…}` is a policy variable. */
  readonly variables: boolean
  /** Whether IAM knows the version. */
  readonly isKnown: boolean
}

const elements = new Set("Sid Effect Action NotAction Resource NotResource Condition".split(" "))

/**
 * Reads a statement of an identity policy; undefined where it has no effect at all. Of a statement that IAM would
 * refuse (both Action and NotAction, no resource, a Principal, an unknown element or operator, a wrong type) it
 * can't be told whether it fits where its readable parts do: as an Allow it must not allow, as a Deny somebody
 * meant it to deny. One without readable actions names nothing.
 */
export function readStatement(statement: JsonObject, version: Version): Statement | undefined {
  const { Effect: effect, Sid: sid } = statement
  if (effect !== "Allow" && effect !== "Deny") return undefined
  const has = (key: string) => Object.hasOwn(statement, key)
  const actions = readTexts(statement[has("Action") ? "Action" : "NotAction"])
  const resources = readTexts(statement[has("Resource") ? "Resource" : "NotResource"])
  const { conditions, isReadable } = readConditions(statement.Condition, version.variables)
  const isAccepted =
    version.isKnown &&
    isReadable &&
    actions.isReadable &&
    resources.isReadable &&
    !(has("Action") && has("NotAction")) &&
    !(has("Resource") && has("NotResource")) &&
    (sid === undefined || typeof sid === "string") &&
    Object.keys(statement).every((key) => elements.has(key))
  const isExcept = !has("Action")
  if (isExcept && !(has("NotAction") && actions.isReadable)) return undefined
  const { services, fit: fitsAction } = readActions(actions.texts.filter((text) => text !== null))
  const isElsewhere = has("NotResource") && !has("Resource")
  const fitsResource = readResources(
    resources.texts.map((text) => text ?? undefined),
    version.variables,
  )
  return {
    effect,
    services: isExcept ? undefined : services,
    fit: (question) => {
      const actionFit = isExcept ? opposite(fitsAction(question)) : fitsAction(question)
      if (actionFit === no) return no
      const resourceFit = fitsResource(question.resource, question)
      let fit = both(actionFit, isElsewhere ? opposite(resourceFit) : resourceFit)
      for (const condition of conditions) {
        if (fit === no) return no
        fit = both(fit, condition(question))
      }
      return isAccepted ? fit : both(fit, unsure)
    },
  }
}

/** The texts of an element: undefined is one that CloudFormation fills in, null one of a wrong type. */
interface Texts {
  readonly texts: readonly (string | undefined | null)[]
  readonly isReadable: boolean
}

function readTexts(value: JsonValue | undefined): Texts {
  if (value === undefined) return { texts: [null], isReadable: false }
  const texts = (isList(value) ? value : [value]).map((text) =>
    typeof text === "string" ? text : isIntrinsic(text) ? undefined : null,
  )
  return { texts, isReadable: !texts.includes(null) }
}

/** Actions by the prefix of their service; those of which it isn't plain are compared as a whole. */
function readActions(texts: readonly (string | undefined)[]): {
  readonly services: readonly string[] | undefined
  readonly fit: (question: Question) => Fit
} {
  const rules = { wildcards: true, ignoreCase: true }
  const names = new Map<string, string[]>()
  const others: Matcher[] = []
  for (const text of texts) {
    const action = text === undefined || /^!|#\{/.test(text) ? undefined : parseAction(text)
    if (action && !/[*?]/.test(action.service)) {
      const known = names.get(action.service)
      if (known) known.push(action.name)
      else names.set(action.service, [action.name])
    } else others.push(wellFormed(text, (form) => form.includes(":") || isAll(form), rules))
  }
  const byService = new Map<string, Matcher>()
  for (const [service, list] of names) byService.set(service, listMatcher(list, rules))
  const fitsOthers = anyOf(new Set(), others)
  return {
    services: others.length > 0 ? undefined : [...byService.keys()],
    fit: (question) => {
      const fit = byService.get(question.service)?.(question.name, question) ?? no
      return fit === yes ? yes : either(fit, fitsOthers(question.action, question))
    },
  }
}

/** Resources: plain ones are looked up at once. */
function readResources(texts: readonly (string | undefined)[], variables: boolean): Matcher {
  const rules = { wildcards: true, variables }
  const arns = texts.filter((text) => text === undefined || text.startsWith("arn:"))
  const others = texts.filter((text) => text !== undefined && !text.startsWith("arn:"))
  if (others.length === 0) return listMatcher(arns, rules)
  return anyOf(new Set(), [
    ...others.map((text) => wellFormed(text, isAll, rules)),
    listMatcher(arns, rules),
  ])
}

/** A matcher of a text; of one in a form that IAM refuses it can't be told. */
function wellFormed(
  text: string | undefined,
  isForm: (text: string) => boolean,
  rules: TextRules,
): Matcher {
  if (text === undefined) return () => unsure
  const matches = textMatcher(text, rules)
  if (isForm(text)) return matches
  return (given, question) => both(matches(given, question), unsure)
}

function isAll(text: string): boolean {
  return /^\*+$/.test(text)
}
