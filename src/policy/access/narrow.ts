import type { Draft } from "../config/config.ts"
import type { Fix } from "../config/fix.ts"
import type { Pointer } from "../config/pointer.ts"
import type { Catalog } from "../iam/catalog.ts"
import type { NarrowChoice } from "./narrowChoice.ts"
import { narrowedStatement, narrowedString } from "./narrowEdits.ts"
import { scoped } from "./narrowResources.ts"
import { narrowTarget } from "./narrowTarget.ts"
import { wantedActions } from "./narrowWanted.ts"
import { counted, listed } from "./reach/words.ts"

/**
 * The fix that narrows the item, or the action of a statement, at `at` to what is wanted, by the shortest equal
 * form: one action as a string, several as one statement; an absent default list is overridden first. Actions
 * without a resource stay on `*`, in a statement of their own. Nothing lost: a fix without edits; nothing left: it
 * takes the item out. It never allows what the item didn't. Where that can't be told (a Deny, NotAction, a name that
 * the catalog doesn't have) the fix has no edits, and its title says why.
 */
export function narrowItem(draft: Draft, at: Pointer, choice: NarrowChoice, catalog: Catalog): Fix {
  const target = narrowTarget(draft, at)
  if (typeof target === "string") return { title: target, edits: [] }
  const name = `\`${target.written}\``
  const wanted = wantedActions(target.action, choice, catalog)
  if (typeof wanted === "string") return { title: `${wanted} ${name}`, edits: [] }
  const groups = scoped(wanted.actions, choice.resources, target.resources, catalog)
  const isWhole = groups.every(({ resources }) => resources === undefined)
  if (wanted.isAll && isWhole) return { title: `Keep ${name}: nothing is lost`, edits: [] }
  const title =
    groups.length === 0
      ? `Remove ${name}: nothing of it is wanted`
      : `Narrow ${name} to ${wanted.isAll ? "some resources" : choiceText(choice)}`
  const edits = target.place
    ? narrowedStatement(target.place, groups)
    : narrowedString(target, groups)
  return { title, edits }
}

function choiceText(choice: NarrowChoice): string {
  switch (choice.narrow) {
    case "levels":
      return listed(choice.levels)
    case "actions":
      return counted(choice.actions.length, "action")
    case "jets":
      return "what Jets uses"
  }
}
