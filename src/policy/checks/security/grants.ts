import { baselines } from "../../config/baseline.ts"
import type { DefaultSetting } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import { actionOf, listEntries } from "../../config/item.ts"
import type { Pointer } from "../../config/pointer.ts"
import { hasWildcard } from "../../iam/action.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { patternCovers } from "../../iam/wildcard.ts"
import { isTag, partsOf, type StatementParts } from "../parts.ts"
import { byText, once } from "../remember.ts"
import { type Check, eachStatement, type Walk } from "../walk.ts"

/** A string item that allows its action on every resource: the action and the item's place. */
export interface StringGrant {
  readonly action: string
  readonly at: Pointer
}

/**
 * The string items of all policy lists, each an Allow of its action on every resource, without those that are
 * Jets' own defaults while their list still holds them: nobody here decided on these (DESIGN 2.5).
 */
export const stringGrants = once((walk: Walk): readonly StringGrant[] => {
  let kept: ReadonlySet<string> | undefined
  const grants: StringGrant[] = []
  for (const { item, at, value } of walk.entries) {
    if (!item || typeof value !== "string" || isTag(value)) continue
    const action = actionOf(value)
    kept ??= keptDefaults(walk)
    if (!kept.has(action.toLowerCase())) grants.push({ action, at })
  }
  return grants
})

function keptDefaults({ config, baseline }: Walk): ReadonlySet<string> {
  const kept = new Set<string>()
  for (const setting of ["default_policy", "default_vpc_policy"] satisfies DefaultSetting[]) {
    const own = new Set(baselines[baseline][setting].map(comparable))
    for (const { value } of listEntries(config, setting, baseline))
      if (typeof value === "string" && own.has(comparable(value))) kept.add(comparable(value))
  }
  return kept
}

const comparable = (item: string) => actionOf(item).toLowerCase()

/**
 * A check of single statements and of string items, these taken as the statements that they stand for. Both are
 * remembered: `judge` must look at nothing else.
 */
export function eachGrant(
  judge: (parts: StatementParts, catalog: Catalog) => readonly Diagnostic[],
): Check {
  const statements = eachStatement(judge)
  const judgeAction = byText((catalog, action) =>
    judge(partsOf({ Effect: "Allow", Action: action, Resource: "*" }), catalog),
  )
  return (walk) => [
    ...stringGrants(walk).flatMap(({ action, at }) =>
      judgeAction(walk.catalog, action).map((found) => ({ ...found, at })),
    ),
    ...statements(walk),
  ]
}

/** No action or pattern of one is longer. */
const longest = 256

/** Says which of some actions, in their order, an action or pattern of a policy grants; case doesn't count. */
export function actionMatcher(actions: readonly string[]): (text: string) => readonly string[] {
  const targets = actions.map((action) => ({ action, lower: action.toLowerCase() }))
  const exact = new Map(targets.map(({ action, lower }) => [lower, [action]]))
  return (text) => {
    if (text.length > longest) return []
    const pattern = text.toLowerCase()
    if (!hasWildcard(pattern)) return exact.get(pattern) ?? []
    const beginning = pattern.replace(/[*?].*/s, "")
    return targets
      .filter(({ lower }) => lower.startsWith(beginning) && patternCovers(pattern, lower))
      .map(({ action }) => action)
  }
}
