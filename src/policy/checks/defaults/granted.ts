import type { Setting } from "../../config/config.ts"
import { actionOf } from "../../config/item.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import { stringsOf } from "../../iam/document.ts"
import { patternCovers, patternsOverlap } from "../../iam/wildcard.ts"
import { own } from "../parts.ts"
import { isUnrestricted, type Walk } from "../walk.ts"

/** An action that something in the settings allows or denies: the text as written and its place. */
export interface Grant {
  readonly text: string
  readonly at: Pointer
  readonly setting: Setting
}

/** Whether the settings grant something: by what, and which Deny takes it, or a part of it, away. */
export interface Granted {
  readonly how: "wholly" | "partly" | "not"
  readonly by: readonly Grant[]
  readonly deniedBy?: Grant
}

/** How much of what a pattern in lower case matches a rule is about. */
type Reach = "all" | "some" | "none"
type Rule = Grant & { readonly reach: (pattern: string) => Reach }
/** Rules by the service that they are about; under "*" those that may be about several. */
type Rules = Map<string, Rule[]>

/**
 * Says how far single items and statements grant actions, given as patterns; managed policies aside (DESIGN
 * 2.5). What covers a pattern on every resource without a condition grants it wholly, what overlaps it partly;
 * a Deny that overlaps leaves a part, one that covers it on every resource nothing (IAM policy evaluation logic).
 */
export function grantJudge(walk: Walk): (patterns: readonly string[]) => Granted {
  const allowed: Rules = new Map()
  const denied: Rules = new Map()
  for (const { item, at, setting } of walk.entries) {
    const text = item?.kind === "service" ? item.service : item?.kind === "action" && item.action
    if (text) add(allowed, serviceOf(actionOf(text)), actionRule({ text, at, setting }, true))
  }
  for (const { statement, at, setting } of walk.statements) {
    const effect = own(statement, "Effect")
    if (effect !== "Allow" && effect !== "Deny") continue
    const rules = effect === "Allow" ? allowed : denied
    const whole = isUnrestricted(statement)
    const base = below(at, "Action")
    for (const { text, at: place } of stringsOf(own(statement, "Action")))
      add(rules, serviceOf(text), actionRule({ text, at: `${base}${place}`, setting }, whole, text))
    const excepted = own(statement, "NotAction")
    if (excepted === undefined) continue
    const grant: Grant = { text: "NotAction", at: below(at, "NotAction"), setting }
    add(rules, "*", exceptRule(grant, whole, stringsOf(excepted)))
  }
  return (patterns) => judge(patterns.map(lower), allowed, denied)
}

function judge(patterns: readonly string[], allowed: Rules, denied: Rules): Granted {
  const { reach, by } = reachOf(patterns, allowed)
  const deny = reachOf(patterns, denied)
  if (reach === "none" || deny.reach === "all")
    return { how: "not", by: [], ...(deny.reach === "all" && { deniedBy: deny.by[0] }) }
  if (reach === "all" && deny.reach === "none") return { how: "wholly", by }
  return { how: "partly", by, ...(deny.by[0] && { deniedBy: deny.by[0] }) }
}

/** How far rules reach all the patterns together, and by which: one that reaches all of it is enough. */
function reachOf(
  patterns: readonly string[],
  rules: Rules,
): { readonly reach: Reach; readonly by: readonly Grant[] } {
  const each = patterns.map((pattern) => {
    const partly: Rule[] = []
    for (const service of new Set([serviceOf(pattern), "*"]))
      for (const rule of rules.get(service) ?? []) {
        const reach = rule.reach(pattern)
        if (reach === "all") return { whole: true, by: [rule] }
        if (reach === "some") partly.push(rule)
      }
    return { whole: false, by: partly }
  })
  const by = [...new Set(each.flatMap((part) => part.by))]
  if (by.length === 0) return { reach: "none", by }
  return { reach: each.every((part) => part.whole) ? "all" : "some", by }
}

function actionRule(grant: Grant, whole: boolean, action = actionOf(grant.text)): Rule {
  const known = lower(action)
  const pattern = anyText(known)
  return {
    ...grant,
    reach: (wanted) => {
      if (whole && patternCovers(known, wanted)) return "all"
      return patternCovers(wanted, pattern) || patternsOverlap(pattern, wanted) ? "some" : "none"
    },
  }
}

function exceptRule(grant: Grant, whole: boolean, excepted: readonly { text: string }[]): Rule {
  const patterns = excepted.map(({ text }) => anyText(lower(text)))
  return {
    ...grant,
    reach: (wanted) => {
      if (patterns.some((pattern) => patternCovers(pattern, wanted))) return "none"
      return whole && !patterns.some((pattern) => patternsOverlap(pattern, wanted)) ? "all" : "some"
    },
  }
}

function add(rules: Rules, service: string, rule: Rule): void {
  const list = rules.get(service)
  if (list) list.push(rule)
  else rules.set(service, [rule])
}

/** The prefix of a pattern's service; "*" where it isn't known. */
function serviceOf(pattern: string): string {
  const service = lower(pattern.slice(0, Math.max(0, pattern.indexOf(":"))))
  return service === "" || /[*?]|#\{/.test(service) ? "*" : service
}

/** Ruby fills `#{…}` in: it may be any text. */
export function anyText(pattern: string): string {
  return pattern.replaceAll(/#\{[^}]*\}?/g, "*")
}

const lower = (text: string) => text.toLowerCase()
