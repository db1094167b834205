import { parseAction } from "../iam/action.ts"
import type { Catalog } from "../iam/catalog.ts"
import type { NarrowChoice } from "./narrowChoice.ts"
import { jetsActions } from "./narrowJetsActions.ts"
import { resourceCovers } from "./reach/covers.ts"

/** Actions that end up on the same resources; undefined: on those that they are on now. */
export interface ScopedActions {
  readonly actions: readonly string[]
  readonly resources: readonly string[] | undefined
}

/**
 * Puts wanted actions together by the resources that they are narrowed to. Only resources that the ones now cover
 * are taken. Actions that take no resource but `*` (by the loaded details, or what is known of Jets' own) stay.
 */
export function scoped(
  actions: readonly string[],
  wanted: NarrowChoice["resources"],
  now: readonly string[] | undefined,
  catalog: Catalog,
): readonly ScopedActions[] {
  const groups = new Map<string, { actions: string[]; resources: readonly string[] | undefined }>()
  for (const action of actions) {
    const resources = now && resourcesOf(action, wanted, now, catalog)
    const key = resources?.join("\n") ?? ""
    const group = groups.get(key)
    if (group) group.actions.push(action)
    else groups.set(key, { actions: [action], resources })
  }
  return [...groups.values()]
}

function resourcesOf(
  action: string,
  wanted: NarrowChoice["resources"],
  now: readonly string[],
  catalog: Catalog,
): readonly string[] | undefined {
  const lower = action.toLowerCase()
  const isThis = (one: string) => one.toLowerCase() === lower
  const jets = jetsActions.find(({ actions }) => actions.some(isThis))
  const parsed = parseAction(action)
  const types =
    parsed && catalog.details?.get(parsed.service)?.actions.get(parsed.name)?.resourceTypes
  const isStarOnly = types ? types.length === 0 : jets?.starOnly.some(isThis)
  if (isStarOnly || wanted === undefined) return undefined
  const chosen = wanted === "jets" ? (jets?.resources ?? []) : wanted
  const taken = chosen.filter((text) => now.some((cover) => resourceCovers(cover, text)))
  const isSame = taken.length === 0 || now.every((text) => taken.includes(text))
  return isSame ? undefined : [...new Set(taken)]
}
