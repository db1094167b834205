import {
  type Catalog,
  configJsonSchema,
  isPolicySetting,
  isSetting,
  toPolicyItem,
} from "../../policy/index.ts"
import { describeItem, describeManaged } from "../form/words.ts"
import type { Span } from "./places.ts"
import { keysAt, schemasAt } from "./schemaAt.ts"
import { type Spot, spotAt } from "./spot.ts"

/** What a word of the settings means, in Markdown. */
export interface Explanation {
  readonly span: Span
  readonly title: string
  readonly says: string
}

/** Explains the key or the string at an offset. */
export function explain(json: string, offset: number, catalog: Catalog): Explanation | undefined {
  const spot = spotAt(json, offset)
  const { text, token } = spot
  if (text === undefined) return undefined
  const says = spot.isKey ? keyMeaning(spot, text) : valueMeaning(spot, text, catalog)
  return says === undefined ? undefined : { span: token, title: text, says }
}

function keyMeaning({ path }: Spot, key: string): string | undefined {
  return keysAt(configJsonSchema, path).get(key)?.description
}

function valueMeaning({ path }: Spot, text: string, catalog: Catalog): string | undefined {
  const [setting, index] = path
  if (typeof setting !== "string" || !isSetting(setting) || typeof index !== "number")
    return undefined
  if (path.length === 2) {
    if (!isPolicySetting(setting)) return describeManaged(text).says
    const item = toPolicyItem(text, `/${setting}/${index}`)
    return item && describeItem(item, catalog).says
  }
  const element = path.findLast((key) => typeof key === "string")
  if (element === "Action" || element === "NotAction") return serviceName(text, catalog)
  return schemasAt(configJsonSchema, path)[0]?.description
}

function serviceName(action: string, catalog: Catalog): string | undefined {
  const [prefix = "", ...name] = action.split(":")
  const service = catalog.services?.get(prefix.toLowerCase())
  return service && `${service.name}: ${name.join(":") || "no action yet"}`
}
