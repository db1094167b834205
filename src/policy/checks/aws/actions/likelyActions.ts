import type { Catalog, CatalogAction } from "../../../iam/catalog.ts"
import { namesNear } from "../../nearest.ts"
import { once } from "../../remember.ts"
import { relatedServicesWith } from "./likelyService.ts"

type Actions = ReadonlyMap<string, CatalogAction>

/** The actions that an unknown name of a service most likely stands for, best first, two at most: `s3:GetObject`. */
export function likelyActions(
  catalog: Catalog,
  service: string,
  name: string,
  actions: Actions,
): readonly string[] {
  const wanted = name.toLowerCase()
  // A slip leaves the first letters as they are: UpdateFunction doesn't stand for CreateFunction.
  const near = namesNear(wanted, byStart(actions).get(wanted.slice(0, 2)) ?? [])
  const alike = near.length > 0 ? near : sharingStart(name, actions)
  const found = alike.length > 0 ? alike : namesNear(wanted, namesOf(actions), 1)
  if (found.length > 0) return found.slice(0, 2).map((found) => `${service}:${found}`)
  return relatedServicesWith(catalog, service, wanted)
    .slice(0, 2)
    .flatMap((other) => {
      const action = catalog.actions?.get(other)?.get(wanted)
      return action ? [`${other}:${action.name}`] : []
    })
}

/** Patterns with one `*` at an end that match actions, near to one that doesn't: `s3:Get*` for `s3:Gett*`. */
export function likelyPatterns(service: string, name: string, actions: Actions): readonly string[] {
  const [, begun, , ended] = /^(?:([\w-]{2,60})(\*)|\*([\w-]{2,60}))$/.exec(name) ?? []
  const near =
    begun !== undefined
      ? namesNear(begun, openings(actions)).map((word) => `${word}*`)
      : ended !== undefined
        ? namesNear(ended, endings(actions)).map((word) => `*${word}`)
        : []
  return near.slice(0, 1).map((found) => `${service}:${found}`)
}

const namesOf = once((actions: Actions): readonly string[] =>
  Array.from(actions.values(), ({ name }) => name),
)

const byLength = once((actions: Actions): readonly CatalogAction[] =>
  [...actions.values()].sort((a, b) => a.name.length - b.name.length),
)

const byStart = once((actions: Actions): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>()
  for (const name of namesOf(actions)) {
    const start = name.slice(0, 2).toLowerCase()
    const group = groups.get(start)
    if (group) group.push(name)
    else groups.set(start, [name])
  }
  return groups
})

/** What begins with the name, all at once where they are many; else the longest that the name begins with. */
function sharingStart(name: string, actions: Actions): readonly string[] {
  if (name.length < 3) return []
  const wanted = name.toLowerCase()
  const longer: string[] = []
  let shorter: string | undefined
  for (const { name: known } of byLength(actions)) {
    const lower = known.toLowerCase()
    if (lower.startsWith(wanted)) longer.push(known)
    else if (known.length > 5 && wanted.startsWith(lower)) shorter = known
  }
  if (longer.length > 2 && openings(actions).includes(name)) return [`${name}*`]
  if (longer.length > 0) return longer
  return shorter === undefined ? [] : [shorter]
}

/** Where the words of a name begin: Get|Object|Acl. */
const wordStarts = (name: string) =>
  Array.from(name.matchAll(/(?<=[a-z0-9])[A-Z]/g), (m) => m.index)

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)]

/** What actions begin with, word by word: Get, GetObject. */
const openings = once((actions: Actions): readonly string[] =>
  distinct(
    namesOf(actions).flatMap((name) => [
      ...wordStarts(name).map((start) => name.slice(0, start)),
      name,
    ]),
  ),
)

/** What actions end with: ObjectAcl, Acl. */
const endings = once((actions: Actions): readonly string[] =>
  distinct(
    namesOf(actions).flatMap((name) => [
      name,
      ...wordStarts(name).map((start) => name.slice(start)),
    ]),
  ),
)
