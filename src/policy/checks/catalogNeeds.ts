import { type IamConfig, managedSettings, policySettings } from "../config/config.ts"
import { actionOf } from "../config/item.ts"
import { parseAction } from "../iam/action.ts"
import { parseArn } from "../iam/arn.ts"
import type { Catalog } from "../iam/catalog.ts"
import { variablesIn } from "../iam/variable.ts"
import { partsOf, variableTexts } from "./parts.ts"
import { walkSettings } from "./walk.ts"

/** What of AWS's catalog the checks of settings need and don't have yet (src/catalog, CatalogPart). */
export interface CatalogNeeds {
  readonly parts: readonly ("services" | "actionNames" | "keysAndArns" | "managedPolicies")[]
  /** The services, by prefix in lower case, whose details are needed. */
  readonly services: readonly string[]
}

/** So many services' details are asked for at most: a hostile link may name all. */
const most = 60

/**
 * What the checks need of the catalog: nothing where nobody wrote an item; names and levels for actions; ARN forms,
 * keys and the details of the services that are named for statements; the names of managed policies for their lists.
 */
export function catalogNeeds(config: IamConfig, catalog: Catalog): CatalogNeeds {
  const isWritten = policySettings.some((setting) => config[setting] !== undefined)
  const { entries, statements } = walkSettings(isWritten ? config : {})
  const hasManaged = managedSettings.some((setting) => config[setting] !== undefined)
  return {
    parts: [
      ...(entries.length > 0 && !catalog.services ? (["services"] as const) : []),
      ...(entries.length > 0 && !catalog.actions ? (["actionNames"] as const) : []),
      ...(statements.length > 0 && !catalog.globalKeys ? (["keysAndArns"] as const) : []),
      ...(hasManaged && !catalog.managedPolicies ? (["managedPolicies"] as const) : []),
    ],
    services: named(entries, statements)
      .filter((service) => catalog.services?.has(service) && !catalog.details?.has(service))
      .slice(0, most),
  }
}

type Walked = ReturnType<typeof walkSettings>

/** The services of named actions, of condition keys, of ARNs and of variables. */
function named(entries: Walked["entries"], statements: Walked["statements"]): readonly string[] {
  const services = new Set<string>()
  const add = (text: string) => services.add(text.slice(0, text.indexOf(":")).toLowerCase())
  for (const { item } of entries)
    if (item?.kind === "action") services.add(parseAction(actionOf(item.action))?.service ?? "")
  for (const { statement } of statements) {
    const parts = partsOf(statement)
    for (const { text } of [...parts.actions, ...parts.notActions]) add(text)
    for (const { key } of parts.conditions) add(key)
    for (const { text } of [...parts.resources, ...parts.notResources])
      services.add(parseArn(text)?.service ?? "")
    for (const { text } of variableTexts(parts)) for (const { name } of variablesIn(text)) add(name)
  }
  return [...services]
}
