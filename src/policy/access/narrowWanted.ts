import type { Catalog } from "../iam/catalog.ts"
import { patternCovers } from "../iam/wildcard.ts"
import type { NarrowChoice } from "./narrowChoice.ts"
import { jetsActions } from "./narrowJetsActions.ts"
import { type ActionIndex, actionIndex } from "./reach/actionIndex.ts"
import { isEveryText } from "./reach/statementActions.ts"

/** The actions that are wanted, all of which the pattern allowed. */
export interface WantedActions {
  readonly actions: readonly string[]
  /** Whether they are all that the pattern allows today. */
  readonly isAll: boolean
}

/** No action or pattern of one is longer. */
const longest = 256

/**
 * What of a pattern is wanted, as names that it covers; as a text, the beginning of a sentence, why that can't be
 * told.
 */
export function wantedActions(
  action: string,
  choice: NarrowChoice,
  catalog: Catalog,
): WantedActions | string {
  const pattern = isEveryText(action) ? "*:*" : action.toLowerCase()
  if (pattern.length > longest || /^!|#\{/.test(pattern)) return "It isn't known what is in"
  const index = actionIndex(catalog)
  const current = index.matching(pattern)
  if (choice.narrow === "levels" && current.length === 0)
    return "AWS's list has, or is loaded with, no actions of"
  const chosen = chosenTexts(pattern, choice, index, current)
  if (!chosen) return "It isn't known what Jets uses of"
  const reached = new Set(chosen.flatMap((text) => index.matching(text.toLowerCase())))
  const isAll =
    chosen.some((text) => patternCovers(canonical(text), pattern)) ||
    (current.length > 0 && current.every((id) => reached.has(id)))
  const texts = chosen.flatMap((text) =>
    patternCovers(pattern, canonical(text)) ? [text] : namesIn(text, index, new Set(current)),
  )
  const actions = distinct(texts)
  return { actions: choice.patterns ? compressed(actions, pattern, index) : actions, isAll }
}

function chosenTexts(
  pattern: string,
  choice: NarrowChoice,
  index: ActionIndex,
  current: readonly number[],
): readonly string[] | undefined {
  switch (choice.narrow) {
    case "levels": {
      const levels = new Set<string>(choice.levels)
      const wanted = current.flatMap((id) => {
        const { name, level } = actionNamed(id, index)
        return level !== undefined && levels.has(level) ? [name] : []
      })
      return wanted.sort()
    }
    case "actions":
      return choice.actions.filter((text) => text.length <= longest)
    case "jets": {
      const [service = ""] = pattern.split(":")
      const known = jetsActions.filter(({ item, actions }) =>
        [item, ...actions].some((text) => patternCovers(service, text.split(":")[0] ?? "")),
      )
      return known.length > 0 ? known.flatMap(({ actions }) => actions) : undefined
    }
  }
}

/** The names of the actions that a wanted pattern has in common with the item. */
function namesIn(text: string, index: ActionIndex, current: ReadonlySet<number>) {
  return index
    .matching(text.toLowerCase())
    .filter((id) => current.has(id))
    .map((id) => actionNamed(id, index).name)
}

/** One pattern for all actions with the same verb, where the item allows it and all of them are wanted. */
function compressed(
  actions: readonly string[],
  pattern: string,
  index: ActionIndex,
): readonly string[] {
  const wanted = new Set(actions.flatMap((action) => index.matching(action.toLowerCase())))
  const shorter = new Map<string, string>()
  for (const action of actions) {
    const verb = /^([^:]+:[A-Z][a-z]+)[^*?]*$/.exec(action)?.[1]
    if (verb === undefined) continue
    const ids = index.matching(`${verb}*`.toLowerCase())
    const isWanted = ids.length > 1 && ids.every((id) => wanted.has(id))
    if (isWanted && patternCovers(pattern, `${verb}*`.toLowerCase()))
      shorter.set(action, `${verb}*`)
  }
  return distinct(actions.map((action) => shorter.get(action) ?? action))
}

function actionNamed(id: number, index: ActionIndex) {
  const service = index.services.findLast(({ first }) => first <= id)
  const action = service?.actions[id - service.first]
  return { name: `${service?.prefix}:${action?.name}`, level: action?.level }
}

/** Each text once, whatever its case. */
function distinct(texts: readonly string[]): readonly string[] {
  return [...new Map(texts.map((text) => [text.toLowerCase(), text])).values()]
}

function canonical(text: string): string {
  return isEveryText(text) ? "*:*" : text.toLowerCase()
}
