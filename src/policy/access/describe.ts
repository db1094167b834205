import {
  type DefaultSetting,
  type Draft,
  isDefaultSetting,
  managedSettings,
  policySettings,
} from "../config/config.ts"
import { type DefaultState, defaultStates, isKept } from "../config/defaults.ts"
import { actionOf, managedItems, managedPolicyArn, policyItems } from "../config/item.ts"
import type { Catalog } from "../iam/catalog.ts"
import { buildRole } from "../role/build.ts"
import { attachedPolicies } from "./attached.ts"
import { actionsPhrase, serviceName, statementPhrase } from "./describeActions.ts"
import { evaluateAccess } from "./evaluate.ts"
import { documentStatements, itemStatements } from "./grantsStatements.ts"
import { isEveryText } from "./reach/statementActions.ts"
import { type StatementReach, statementReach } from "./reach/statementReach.ts"
import { counted, listed } from "./reach/words.ts"

/**
 * What the role of a draft may do, in one sentence (DESIGN 6.1): what is left of Jets' defaults, what the person
 * added and removed, what is denied, and what is most powerful. "All actions of 15 services and one more action,
 * as Jets' default; you added Amazon S3; it can create IAM users and pass any role." The same draft and catalog
 * give the same sentence; prefixes stand for services whose names aren't loaded. `by` others: who reads it
 * changed nothing.
 */
export function describeRole(draft: Draft, catalog: Catalog, by: "you" | "others" = "you"): string {
  const { config, baseline } = draft
  const role = buildRole(config, { baseline })
  const { policies, unknown } = attachedPolicies(role, catalog)
  const reaches = policies
    .flatMap(({ PolicyDocument: document }) => documentStatements(document, ""))
    .flatMap(({ statement, version }) => statementReach(statement, version) ?? [])
  const denied = few(
    reaches
      .filter(({ effect }) => effect === "Deny")
      .map((reach) => statementPhrase(reach, catalog)),
  )
  const except = denied && `, except ${denied}`
  if (unknown.includes(administrator) || reaches.some(isEverything))
    return `This role may do everything${except}.`
  if (unknown.length === 0 && !reaches.some(({ effect }) => effect === "Allow"))
    return "This role may do nothing."
  const added = few(addedPhrases(draft, catalog))
  const removed = removedPhrase(draft, catalog)
  const who = by === "you" ? "you " : ""
  const [first = "", ...others] = [
    defaultsPhrase(draft),
    added && `${who}added ${added}`,
    removed && `${who}removed ${removed}`,
    powersPhrase((action) => evaluateAccess(policies, { action, resource: "*" }).decision),
  ].filter(Boolean)
  const sentence = [`${first}${except}`, ...others].join("; ")
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
}

const administrator = managedPolicyArn("AdministratorAccess")

function isEverything({ effect, texts, isExcept, isEverywhere, isConditional }: StatementReach) {
  const isPlain = effect === "Allow" && isEverywhere && !isConditional
  return isPlain && !isExcept && texts.some(isEveryText)
}

const defaultLists = ["default_policy", "default_vpc_policy"] as const

function states({ config, baseline }: Draft, settings: readonly DefaultSetting[]) {
  return settings.flatMap((setting) => defaultStates(config, setting, baseline))
}

/** Whether the list holds the default itself: a wider item is the person's own. */
const isHeld = ({ at }: DefaultState) => at.length > 0

function defaultsPhrase(draft: Draft): string {
  const held = states(draft, defaultLists).filter(isHeld)
  const services = held.filter(({ item }) => !item.includes(":")).length
  const actions = held.length - services
  if (held.length === 0) {
    const policies = states(draft, ["default_managed_policy"]).filter(isHeld)
    return policies.length > 0
      ? `what ${listed(policies.map(({ item }) => `\`${item}\``))} ${policies.length > 1 ? "allow" : "allows"}, as Jets' default`
      : ""
  }
  const more = services > 0 ? "more action" : "action"
  const parts = [
    services > 0 ? `all actions of ${inWords(services, "service")}` : "",
    actions > 0 ? inWords(actions, more) : "",
  ].filter(Boolean)
  return `${listed(parts)}, as Jets' default`
}

function inWords(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : counted(count, noun)
}

function removedPhrase(draft: Draft, catalog: Catalog): string {
  const all = states(draft, [...defaultLists, "default_managed_policy"])
  const removed = all.filter((state) => !isKept(state)).map(({ item }) => item)
  if (removed.length === 0) return ""
  if (removed.length === all.length) return "all of Jets' defaults"
  const managed = new Set(states(draft, ["default_managed_policy"]).map(({ item }) => item))
  const names = removed.map((item) =>
    managed.has(item) || item.includes(":") ? `\`${item}\`` : serviceName(item, catalog),
  )
  return few(names)
}

function addedPhrases(draft: Draft, catalog: Catalog): readonly string[] {
  const { config, baseline } = draft
  const phrases: string[] = []
  for (const setting of [...policySettings, ...managedSettings]) {
    const own = isDefaultSetting(setting) ? states(draft, [setting]).flatMap(({ at }) => at) : []
    const isOwn = new Set(own)
    if (setting === "managed_policy" || setting === "default_managed_policy") {
      for (const { at, name } of managedItems(config, setting, baseline))
        if (!isOwn.has(at)) phrases.push(`\`${shortened(name)}\``)
      continue
    }
    for (const item of policyItems(config, setting, baseline)) {
      if (isOwn.has(item.at)) continue
      if (item.kind === "service") phrases.push(serviceName(item.service.toLowerCase(), catalog))
      else if (item.kind === "action")
        phrases.push(actionsPhrase([actionOf(item.action).toLowerCase()], [item.action], catalog))
      else
        for (const { statement, version } of itemStatements(item)) {
          const reach = statementReach(statement, version)
          if (reach?.effect === "Allow") phrases.push(statementPhrase(reach, catalog))
        }
    }
  }
  return phrases
}

function shortened(name: string): string {
  const short = name.replace(/^arn:aws(?:-[a-z-]+)?:iam::aws:policy\//, "")
  return short.length > 80 ? `${short.slice(0, 80).toWellFormed()}…` : short
}

const powers = [
  ["iam:CreateUser", "create IAM users"],
  ["iam:PassRole", "pass any role"],
] as const

function powersPhrase(decide: (action: string) => string): string {
  const held = powers.filter(([action]) => decide(action) === "Allowed").map(([, power]) => power)
  return held.length > 0 ? `it can ${listed(held)}` : ""
}

/** How many things of a kind a sentence names. */
const most = 3

function few(phrases: readonly string[]): string {
  const all = [...new Set(phrases)]
  const named = all.length > most ? all.slice(0, most - 1) : all
  const more = all.length - named.length
  return listed(more > 0 ? [...named, `${more} more`] : named)
}
