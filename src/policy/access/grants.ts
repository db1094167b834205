import { baselines } from "../config/baseline.ts"
import {
  type BaselineName,
  type Draft,
  isDefaultSetting,
  managedSettings,
  policySettings,
  type Setting,
} from "../config/config.ts"
import { actionOf, managedItems, managedPolicyArn, policyItems } from "../config/item.ts"
import type { Pointer } from "../config/pointer.ts"
import { parseAction } from "../iam/action.ts"
import type { Catalog } from "../iam/catalog.ts"
import { isObject } from "../iam/document.ts"
import { attachedPolicies } from "./attached.ts"
import {
  documentStatements,
  itemStatements,
  matchingTexts,
  type SettingsStatement,
} from "./grantsStatements.ts"
import { actionMatch, type MatchKind } from "./reach/actionMatch.ts"
import { statementReach } from "./reach/statementReach.ts"

/** Why an item grants an action, or a pattern of actions, only partly. */
export type GrantLimit = "actions" | "resources" | "condition" | "filled-in-later"

/** Something in the settings that allows or denies an action. */
export interface Grant {
  readonly setting: Setting
  /** The item, or the text inside it: `/policy/0`, `/policy/1/Action/2`; of a managed policy its place. */
  readonly at: Pointer
  /** The text that matches, as written; `NotAction` where that leaves the action in; of an unknown policy its ARN. */
  readonly text: string
  /** "Unknown": a managed policy whose document isn't known may do either. */
  readonly effect: "Allow" | "Deny" | "Unknown"
  /** "wholly": all that was asked for, on every resource, whatever the request. */
  readonly extent: "wholly" | "partly"
  /** Why it is partly; empty for "wholly" and of an unknown policy. */
  readonly limits: readonly GrantLimit[]
  /** Its Resource's texts, or those of its NotResource. */
  readonly resources: readonly string[]
  readonly isNotResource: boolean
  readonly isConditional: boolean
  /** Whether it is one of Jets' own defaults. */
  readonly isJetsDefault: boolean
  /** The managed policy that says so, and where in its document: `/Statement/0/Action/1`. */
  readonly policy?: string
  readonly inPolicy?: Pointer
}

/**
 * All that allows or denies an action, or a part of a pattern such as `logs:*` (`logs` will do; case doesn't
 * count): items and statements of the settings, Jets' defaults included at the places that they would have if
 * overridden, then managed policies (DESIGN 6.1). In the order of the role; Denies are listed too. An action
 * that nothing grants gives an empty list; a managed policy whose document isn't loaded is "Unknown".
 */
export function whoGrants(draft: Draft, action: string, catalog: Catalog): readonly Grant[] {
  const text = action.trim()
  if (text === "") return []
  const asked = {
    match: actionMatch(actionOf(text), catalog),
    isStarOnly: isStarOnly(actionOf(text), catalog),
  }
  return [...ownGrants(draft, asked), ...managedGrants(draft, asked, catalog)]
}

interface Asked {
  readonly match: (text: string) => MatchKind
  /** Whether it is an action that takes no resource but `*`, as far as is loaded. */
  readonly isStarOnly: boolean
}

function isStarOnly(action: string, { details }: Catalog): boolean {
  const parsed = parseAction(action)
  const known = parsed && details?.get(parsed.service)?.actions.get(parsed.name)
  return known?.resourceTypes.length === 0
}

function ownGrants({ config, baseline }: Draft, asked: Asked): readonly Grant[] {
  return policySettings.flatMap((setting) => {
    const own = new Set<string>(defaultsOf(setting, baseline).map(comparable))
    return policyItems(config, setting, baseline).flatMap((item): readonly Grant[] => {
      if (item.kind === "service" || item.kind === "action") {
        const text = item.kind === "service" ? item.service : item.action
        const kind = asked.match(actionOf(text))
        if (kind === "none") return []
        const limits = limitsOf(kind, true, false)
        return [
          {
            setting,
            at: item.at,
            text,
            effect: "Allow",
            extent: limits.length > 0 ? "partly" : "wholly",
            limits,
            resources: ["*"],
            isNotResource: false,
            isConditional: false,
            isJetsDefault: own.has(comparable(text)),
          },
        ]
      }
      return itemStatements(item).flatMap((statement) =>
        statementGrants(statement, asked).map((grant) => ({
          ...grant,
          setting,
          isJetsDefault: false,
        })),
      )
    })
  })
}

function managedGrants(
  { config, baseline }: Draft,
  asked: Asked,
  catalog: Catalog,
): readonly Grant[] {
  return managedSettings.flatMap((setting) => {
    const own = new Set<string>(defaultsOf(setting, baseline).map(managedPolicyArn))
    return managedItems(config, setting, baseline).flatMap(({ name, at }): readonly Grant[] => {
      const policy = managedPolicyArn(name)
      const isJetsDefault = own.has(policy)
      const role = { Policies: [], ManagedPolicyArns: [policy] }
      const document = attachedPolicies(role, catalog).policies[0]?.PolicyDocument
      if (!isObject(document))
        return [{ ...unknown, setting, at, text: policy, isJetsDefault, policy }]
      return documentStatements(document, "").flatMap((statement) =>
        statementGrants(statement, asked).map((grant) => ({
          ...grant,
          setting,
          at,
          isJetsDefault,
          policy,
          inPolicy: grant.at,
        })),
      )
    })
  })
}

const unknown = {
  effect: "Unknown",
  extent: "partly",
  limits: [],
  resources: [],
  isNotResource: false,
  isConditional: false,
} as const

function statementGrants(placed: SettingsStatement, { match, isStarOnly }: Asked) {
  const reach = statementReach(placed.statement, placed.version)
  if (!reach || (isStarOnly && !reach.isEverywhere && !reach.isNotResource)) return []
  const { effect, isEverywhere, isConditional, isNotResource } = reach
  return matchingTexts(placed, match).map(({ kind, ...place }) => {
    const limits = limitsOf(kind, isEverywhere, isConditional)
    const extent = limits.length > 0 ? ("partly" as const) : ("wholly" as const)
    const resources = reach.resources
    return { ...place, effect, extent, limits, resources, isNotResource, isConditional }
  })
}

function limitsOf(kind: MatchKind, isEverywhere: boolean, isConditional: boolean) {
  const limits: GrantLimit[] = []
  if (kind === "some") limits.push("actions")
  if (kind === "filled-in-later") limits.push("filled-in-later")
  if (!isEverywhere) limits.push("resources")
  if (isConditional) limits.push("condition")
  return limits
}

function defaultsOf(setting: Setting, baseline: BaselineName): readonly string[] {
  return isDefaultSetting(setting) ? baselines[baseline][setting] : []
}

const comparable = (item: string) => actionOf(item).toLowerCase()
