import type { IamConfig, PolicySetting, Setting } from "../../../config/config.ts"
import type { Fix } from "../../../config/fix.ts"
import { listEntries } from "../../../config/item.ts"
import { type Pointer, parent, pointerKeys } from "../../../config/pointer.ts"
import { isList, type JsonObject } from "../../../iam/document.ts"
import { quoted, write } from "../../diagnostic.ts"
import { own } from "../../parts.ts"
import { once } from "../../remember.ts"
import type { PolicyEntry, Walk } from "../../walk.ts"

/**
 * Puts other actions in the place of one of a statement's, at `/Action` or `/Action/3`; an action that its list
 * holds already isn't repeated.
 */
export function replacedInStatement(
  statement: JsonObject,
  at: Pointer,
  text: string,
  actions: readonly string[],
): Fix {
  const [key = "", index] = pointerKeys(at)
  const list = own(statement, key)
  const [only, ...more] = actions
  if (index === undefined || !isList(list)) {
    if (only !== undefined && more.length === 0) return write(at, only)
    return { title: writing(actions), edits: [{ edit: "set", at, value: actions }] }
  }
  const present = textsIn(list)
  const added = actions.filter((action) => !present.has(action))
  if (added.length === 0) return removedFrom(statement, at, text)
  const [first] = added
  if (first !== undefined && added.length === 1) return write(at, first)
  const value = list.flatMap((one, place) => (place === Number(index) ? added : [one]))
  return { title: writing(added), edits: [{ edit: "set", at: parent(at), value }] }
}

/** Takes a text out of a statement's list, with all its repeats: the next of them would take its place. */
export function removedFrom(statement: JsonObject, at: Pointer, text: string): Fix {
  const list = own(statement, pointerKeys(at)[0] ?? "")
  const hasRepeats = isList(list) && textsIn(list).size < list.length
  const rest = hasRepeats ? list.filter((one) => one !== text) : []
  const isRepeated = hasRepeats && rest.length < list.length - 1
  return {
    title: removing(text),
    edits: [isRepeated ? { edit: "set", at: parent(at), value: rest } : { edit: "unset", at }],
  }
}

/** As replacedInStatement, for a string item of a policy list: what is more than one goes to the list's end. */
export function replacedItem(
  { config, entries }: Walk,
  setting: PolicySetting,
  at: Pointer,
  text: string,
  actions: readonly string[],
): Fix {
  const items = text.includes(":") ? actions : actions.map((action) => action.replace(/:\*$/, ""))
  const present = itemsIn(entries)
  const [first, ...more] = items.filter((item) => !present.has(`${setting} ${item}`))
  if (first === undefined) return removedItem(config, setting, text)
  return {
    title: writing([first, ...more]),
    edits: [
      { edit: "replace", at, item: first },
      ...more.map((item) => ({ edit: "add", setting, item }) as const),
    ],
  }
}

/** Takes a text out of a setting's list, with all its repeats, the last first: so no place moves before its turn. */
export function removedItem(config: IamConfig, setting: Setting, text: string): Fix {
  const places = listEntries(config, setting).filter(({ value }) => value === text)
  return {
    title: removing(text),
    edits: places.map(({ at }) => ({ edit: "remove", at }) as const).reverse(),
  }
}

const textsIn = once((list: readonly unknown[]): ReadonlySet<unknown> => new Set(list))

const itemsIn = once(
  (entries: readonly PolicyEntry[]): ReadonlySet<string> =>
    new Set(
      entries.flatMap(({ setting, value }) =>
        typeof value === "string" ? [`${setting} ${value}`] : [],
      ),
    ),
)

const plain = (text: string) => quoted(text).slice(1, -1)
const writing = (texts: readonly string[]) => `Write ${texts.map(plain).join(" and ")}`
const removing = (text: string) => `Remove ${plain(text)}`
