import { type Draft, settingAt } from "../../config/config.ts"
import { applyFix } from "../../config/edit.ts"
import type { Edit, Fix } from "../../config/fix.ts"
import { listEntries } from "../../config/item.ts"
import { isWithin, joined, type Pointer } from "../../config/pointer.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { isList, type JsonObject, stringsOf } from "../../iam/document.ts"
import { narrowFixes } from "./allowFixes.ts"
import { accessOf } from "./draftAccess.ts"
import type { DeniedRequest } from "./request.ts"
import { plain } from "./words.ts"

/** So many statements that deny one request are more than one click should undo. */
const mostDenies = 10

/**
 * Takes away what denies the request, where the settings' own items do: one action of a list, else the statement.
 * What nothing allows then is allowed too. None where a Deny isn't an item of these settings.
 */
export function denyFixes(draft: Draft, request: DeniedRequest, catalog: Catalog): readonly Fix[] {
  const edits: Edit[] = []
  const titles = new Set<string>()
  let now = draft
  for (let step = 0; step < mostDenies; step++) {
    const access = accessOf(now, catalog)
    const { decision, matched } = access.decide(request)
    if (decision === "Allowed") return [{ title: joinedTitle([...titles]), edits }]
    if (decision === "ImplicitlyDenied")
      return narrowFixes(request).map((fix) => ({
        title: joinedTitle([...titles, fix.title]),
        edits: [...edits, ...fix.edits],
      }))
    const [first] = matched
    const statement = first === undefined ? undefined : access.statementAt(first)
    const at = first === undefined ? undefined : access.settingsPlace(first, request.action)
    const removed = statement && at && removeDeny(now, at, statement, request.action)
    if (!removed) return []
    edits.push(...removed.edits)
    titles.add(removed.title)
    now = { ...now, config: applyFix(now.config, removed) }
  }
  return []
}

/** "Remove the Deny of s3:*, and allow s3:GetObject on …" */
function joinedTitle(titles: readonly string[]): string {
  return titles
    .map((title, index) =>
      index === 0 ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`,
    )
    .join(", and ")
}

function removeDeny(
  { config, baseline }: Draft,
  at: Pointer,
  statement: JsonObject,
  action: string,
): Fix | undefined {
  const setting = settingAt(at)
  if (setting === undefined || !Object.hasOwn(config, setting)) return undefined
  const item = listEntries(config, setting, baseline).find((entry) => isWithin(at, entry.at))
  if (!item) return undefined
  const actions = stringsOf(statement.Action)
  const same = actions.filter(({ text }) => text.toLowerCase() === action.toLowerCase())
  if (isList(statement.Action) && same.length > 0 && same.length < statement.Action.length)
    return {
      title: `Take ${plain(action)} out of the Deny`,
      edits: same.toReversed().map((one) => ({
        edit: "unset",
        at: joined(at, joined("/Action", one.at)),
      })),
    }
  const name = actions.length === 1 ? actions[0]?.text : undefined
  const title = `Remove the Deny of ${name === undefined ? "all it names" : plain(name)}`
  return {
    title,
    edits: [
      isAlone(item.value, item.at, at) ? { edit: "remove", at: item.at } : { edit: "unset", at },
    ],
  }
}

/** Whether the statement at `at` is all that its item has. */
function isAlone(item: unknown, itemAt: Pointer, at: Pointer): boolean {
  let value = item
  if (at === itemAt) return true
  for (const key of ["PolicyDocument", "Statement"])
    if (typeof value === "object" && value !== null && Object.hasOwn(value, key))
      value = Object.entries(value).find(([name]) => name === key)?.[1]
  return !Array.isArray(value) || value.length === 1
}
