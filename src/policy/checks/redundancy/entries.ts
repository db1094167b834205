import type { PolicySetting } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import { actionOf } from "../../config/item.ts"
import { diagnose, quoted } from "../diagnostic.ts"
import type { PlacedText } from "../parts.ts"
import { eachStatement, type Walk } from "../walk.ts"
import { coveredTexts } from "./covered.ts"
import { entryRemovals, itemRemoval, type Removal } from "./removal.ts"

/** Entries of one Action or NotAction list that another entry covers (IAM Access Analyzer, REDUNDANT_ACTION). */
export const redundantActions = eachStatement(({ actions, notActions }) => [
  ...coveredActions(actions),
  ...coveredActions(notActions),
])

/** Entries of one Resource or NotResource list that another entry covers (IAM Access Analyzer, REDUNDANT_RESOURCE). */
export const redundantResources = eachStatement(({ resources, notResources }) => [
  ...coveredResources(resources),
  ...coveredResources(notResources),
])

/** String items of one policy list that another string item of it covers: each is an action on every resource. */
export function redundantStrings(walk: Walk): readonly Diagnostic[] {
  const strings = new Map<PolicySetting, PlacedText[]>()
  for (const { item, at, setting, value } of walk.entries) {
    if (!item || typeof value !== "string") continue
    const list = strings.get(setting)
    if (list) list.push({ text: value, at })
    else strings.set(setting, [{ text: value, at }])
  }
  return [...strings].flatMap(([setting, list]) => {
    return covered(
      list,
      ({ text }) => actionOf(text).toLowerCase(),
      ({ text, at }, by, removal) =>
        diagnose(
          "redundant-action",
          "info",
          at,
          `${quoted(text)} grants nothing that ${quoted(by)} of the same list doesn't grant. Remove it: the role can do the same.`,
          removal,
        ),
      (found) => found.map(({ text, at }) => itemRemoval(walk, setting, text, at)),
    )
  })
}

function coveredActions(list: readonly PlacedText[]): readonly Diagnostic[] {
  return covered(
    list,
    ({ text }) => text.toLowerCase(),
    ({ text, at }, by, removal) =>
      diagnose("redundant-action", "info", at, changesNothing(text, by), removal),
    (found) => entryRemovals("action", found),
  )
}

function coveredResources(list: readonly PlacedText[]): readonly Diagnostic[] {
  return covered(
    list,
    ({ text }) => text,
    ({ text, at }, by, removal) =>
      diagnose("redundant-resource", "info", at, changesNothing(text, by), removal),
    (found) => entryRemovals("resource", found),
  )
}

function changesNothing(text: string, by: string): string {
  return text === by
    ? `${quoted(text)} is in this list already. Remove it: the statement means the same.`
    : `${quoted(by)} of the same list covers ${quoted(text)}. Remove it: the statement means the same.`
}

function covered(
  list: readonly PlacedText[],
  comparable: (one: PlacedText) => string,
  say: (
    one: PlacedText,
    by: string,
    removal: Removal & { related: [PlacedText["at"]] },
  ) => Diagnostic,
  removals: (found: readonly PlacedText[]) => readonly Removal[],
): readonly Diagnostic[] {
  if (list.length < 2) return []
  const pairs = coveredTexts(list.map(comparable)).flatMap(({ index, by }) => {
    const [one, other] = [list[index], list[by]]
    return one && other ? [{ one, other }] : []
  })
  const fixes = removals(pairs.map(({ one }) => one))
  return pairs.flatMap(({ one, other }, index) => {
    const removal = fixes[index]
    return removal ? [say(one, other.text, { ...removal, related: [other.at] })] : []
  })
}
