import type { Catalog } from "../../iam/catalog.ts"
import type { ActionIndex } from "./actionIndex.ts"
import type { StatementReach } from "./statementReach.ts"

const starOnly = new WeakMap<NonNullable<Catalog["details"]>, WeakMap<ActionIndex, Uint8Array>>()

/**
 * Marks the actions that take no resource but `*`, as far as the services' details are loaded: a statement
 * that names resources doesn't hold for them (Service Authorization Reference, "Resource types").
 */
export function actionsWithoutResource({ details }: Catalog, index: ActionIndex) {
  const known = details && starOnly.get(details)?.get(index)
  if (known) return known
  const marks = new Uint8Array(index.size)
  for (const { prefix, idOf } of index.services) {
    const actions = details?.get(prefix)?.actions
    if (!actions) continue
    for (const [name, id] of idOf) if (actions.get(name)?.resourceTypes.length === 0) marks[id] = 1
  }
  if (details) {
    const byIndex = starOnly.get(details) ?? new WeakMap<ActionIndex, Uint8Array>()
    starOnly.set(details, byIndex.set(index, marks))
  }
  return marks
}

/** Whether a text in lower case stands for every action of every service. */
export function isEveryText(text: string): boolean {
  return /^\*+(?::\*+)?$/.test(text)
}

/**
 * The texts of a statement that name nothing that the catalog has, in lower case: a service that it doesn't
 * know, an action newer than it, or everything while the actions aren't loaded.
 */
export function foreignTexts({ texts, isExcept }: StatementReach, index: ActionIndex) {
  if (isExcept) return []
  return texts.filter((text) => index.matching(text).length === 0)
}
