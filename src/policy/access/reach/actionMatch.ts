import { hasWildcard } from "../../iam/action.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { patternCovers, patternsOverlap } from "../../iam/wildcard.ts"
import { actionIndex } from "./actionIndex.ts"
import { isEveryText } from "./statementActions.ts"
import { anyText } from "./statementReach.ts"

/** How much of an action, or of a pattern of actions, a text of a statement stands for. */
export type MatchKind = "all" | "some" | "filled-in-later" | "none"

/** No action or pattern of one is longer. */
const longest = 256

/**
 * Says how much of `action`, which may hold wildcards, the text of an Action stands for. Two patterns overlap where
 * an action of the catalog matches both; where it has none that matches `action`, where any text does.
 */
export function actionMatch(action: string, catalog: Catalog): (text: string) => MatchKind {
  const wanted = canonical(action)
  const index = actionIndex(catalog)
  const isPattern = hasWildcard(wanted)
  const ids = new Set(isPattern ? index.matching(wanted) : [])
  const overlaps = (pattern: string) =>
    ids.size > 0
      ? index.matching(pattern).some((id) => ids.has(id))
      : patternsOverlap(pattern, wanted)
  return (text) => {
    if (text.length > longest || wanted.length > longest) return "none"
    const any = canonical(anyText(text))
    if (any !== canonical(text))
      return patternCovers(any, wanted) || overlaps(any) ? "filled-in-later" : "none"
    if (patternCovers(any, wanted)) return "all"
    if (!isPattern) return "none"
    return patternCovers(wanted, any) || (hasWildcard(any) && overlaps(any)) ? "some" : "none"
  }
}

function canonical(text: string): string {
  return isEveryText(text) ? "*:*" : text.toLowerCase()
}
