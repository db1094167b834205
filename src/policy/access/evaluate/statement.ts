import { parseAction } from "../../iam/action.ts"
import { isIntrinsic, isList, type JsonObject, type JsonValue } from "../../iam/document.ts"
import { isAccepted } from "../accepted.ts"
import type { Question } from "../request.ts"
import { readConditions } from "./condition.ts"
import { both, either, type Fit, no, opposite, unsure, yes } from "./fit.ts"
import { anyOf, listMatcher, type Matcher, textMatcher } from "./text.ts"
import type { Version } from "./version.ts"

/** A statement, prepared for many requests. */
export interface Statement {
  readonly effect: "Allow" | "Deny"
  /** The prefixes of the services whose actions it may name; undefined: those of any. */
  readonly services: readonly string[] | undefined
  readonly fit: (question: Question) => Fit
}

/**
 * Reads a statement of an identity policy; undefined where it has no effect at all. Of a statement that IAM would
 * refuse it can't be told whether it fits where its readable parts do: as an Allow it must not allow, as a Deny
 * somebody meant it to deny. One without readable actions names nothing.
 */
export function readStatement(statement: JsonObject, version: Version): Statement | undefined {
  const { Effect: effect } = statement
  if (effect !== "Allow" && effect !== "Deny") return undefined
  const has = (key: string) => Object.hasOwn(statement, key)
  const isExcept = !has("Action")
  const actions = textsOf(statement[isExcept ? "NotAction" : "Action"])
  if (isExcept && !(has("NotAction") && actions.every((text) => text !== null))) return undefined
  const { services, fit: fitsAction } = readActions(actions.filter((text) => text !== null))
  const isElsewhere = has("NotResource") && !has("Resource")
  const fitsResource = listMatcher(
    textsOf(statement[has("Resource") ? "Resource" : "NotResource"]).map(
      (text) => text ?? undefined,
    ),
    { wildcards: true, variables: version.variables },
  )
  const conditions = readConditions(statement.Condition, version.variables)
  const isSure = version.isKnown && isAccepted(statement)
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
      return isSure ? fit : both(fit, unsure)
    },
  }
}

/** The texts of an element: undefined is one that CloudFormation fills in, null one of a wrong type. */
function textsOf(value: JsonValue | undefined): readonly (string | undefined | null)[] {
  if (value === undefined) return [null]
  return (isList(value) ? value : [value]).map((text) =>
    typeof text === "string" ? text : isIntrinsic(text) ? undefined : null,
  )
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
    } else others.push(text === undefined ? () => unsure : textMatcher(text, rules))
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
