import { type Draft, isPolicySetting, type PolicySetting, settingAt } from "../config/config.ts"
import { actionOf, type PolicyItem, policyItems } from "../config/item.ts"
import { below, isWithin, joined, type Pointer } from "../config/pointer.ts"
import { type JsonObject, stringsOf } from "../iam/document.ts"
import { itemStatements } from "./grantsStatements.ts"
import { statementReach } from "./reach/statementReach.ts"

/** Where a text stands in a statement. */
export interface StatementPlace {
  readonly item: PolicyItem
  /** The place of the item among the usable ones of its list, repeats counted. */
  readonly index: number
  readonly setting: PolicySetting
  readonly statement: JsonObject
  readonly at: Pointer
  /** The text in its Action: its place below it, "" where the Action is one text. */
  readonly inAction: Pointer
}

/** What is to be narrowed: a string item or a text of a statement's Action. */
export interface NarrowTarget {
  readonly draft: Draft
  readonly setting: PolicySetting
  readonly at: Pointer
  readonly index: number
  readonly written: string
  /** The action or pattern that it allows. */
  readonly action: string
  /** The resources that it is allowed on; undefined for those of a NotResource. */
  readonly resources: readonly string[] | undefined
  readonly place?: StatementPlace
}

/** Finds what stands at `at`; why it can't be narrowed, as a title, where it can't. */
export function narrowTarget(draft: Draft, at: Pointer): NarrowTarget | string {
  const { config, baseline } = draft
  const setting = settingAt(at)
  if (!setting || !isPolicySetting(setting)) return "Only policy items can be narrowed"
  const items = policyItems(config, setting, baseline, { repeats: true })
  const index = items.findIndex((item) => isWithin(at, item.at))
  const item = items[index]
  if (!item) return "Nothing to narrow: the item is gone"
  const target = { draft, setting, at, index }
  if (item.kind === "service" || item.kind === "action") {
    const written = item.kind === "service" ? item.service : item.action
    return { ...target, written, action: actionOf(written), resources: ["*"] }
  }
  for (const { statement, at: place, version } of itemStatements(item)) {
    const base = below(place, "Action")
    if (!isWithin(at, base) || !Object.hasOwn(statement, "Action")) continue
    const text = stringsOf(statement.Action).find((one) => joined(base, one.at) === at)
    if (!text) continue
    const reach = statementReach(statement, version)
    if (reach?.effect === "Deny") return "A Deny stays: narrowing it would allow more"
    if (!reach) return "Nothing to narrow: IAM would refuse the statement"
    return {
      ...target,
      written: text.text,
      action: text.text,
      resources: reach.isNotResource ? undefined : reach.resources,
      place: { item, index, setting, statement, at: place, inAction: text.at },
    }
  }
  return "Only an action that is allowed can be narrowed"
}
