import type { IamConfig } from "../config/config.ts"
import { actionOf } from "../config/item.ts"
import { parseAction } from "../iam/action.ts"
import { parseArn } from "../iam/arn.ts"
import type { Catalog } from "../iam/catalog.ts"
import { variablesIn } from "../iam/variable.ts"
import { partsOf, variableTexts } from "./parts.ts"
import { walkSettings } from "./walk.ts"

/** So many services' details are asked for at most: a hostile link may name all. */
const most = 60

/**
 * The services, by prefix in lower case, whose details the checks of these settings need: those of named actions,
 * of condition keys and of variables.
 */
export function servicesToDetail(config: IamConfig, catalog: Catalog): readonly string[] {
  const { entries, statements } = walkSettings(config)
  const named = new Set<string>()
  const add = (text: string) => named.add(text.slice(0, text.indexOf(":")).toLowerCase())
  for (const { item } of entries)
    if (item?.kind === "action") named.add(parseAction(actionOf(item.action))?.service ?? "")
  for (const { statement } of statements) {
    const parts = partsOf(statement)
    for (const { text } of [...parts.actions, ...parts.notActions]) add(text)
    for (const { key } of parts.conditions) add(key)
    for (const { text } of [...parts.resources, ...parts.notResources])
      named.add(parseArn(text)?.service ?? "")
    for (const { text } of variableTexts(parts)) for (const { name } of variablesIn(text)) add(name)
  }
  return [...named].filter((service) => catalog.services?.has(service)).slice(0, most)
}
