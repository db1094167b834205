import { accessLevels, type CatalogAction } from "../../policy/index.ts"

/** What `data/actionNames.json` holds. */
export interface PackedActions {
  /** Each verb as often as it comes with another level, the frequent first: `Get List Create`. */
  readonly verbs: string
  /** For each of them the index of its level, a digit. */
  readonly levels: string
  /**
   * By service, its nouns after the verbs that all of them come with, a letter each (`verbLetter`):
   * `ab Bucket Object;c Tags`. An action without a noun (`Publish`) has an empty one.
   */
  readonly services: Readonly<Record<string, string>>
}

type Actions = ReadonlyMap<string, ReadonlyMap<string, CatalogAction>>

// Grouped by noun, names and levels are 59 KB brotli; as sorted lists of names they are 89.

/** A letter of JSON's own for each number: 26 of ASCII, then from U+00A1. */
const verbLetter = (index: number) => String.fromCharCode(index < 26 ? 97 + index : 135 + index)
const verbIndex = (letter: string) => {
  const code = letter.charCodeAt(0)
  return code < 128 ? code - 97 : code - 135
}

/** A name cut behind its first word: Get|BucketAcl. One that begins otherwise is all noun. */
function cut(name: string): { verb: string; noun: string } {
  const verb = /^[A-Z][a-z]+/.exec(name)?.[0] ?? ""
  return { verb, noun: name.slice(verb.length) }
}

function groupBy<T>(items: Iterable<T>, key: (item: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

const verbOf = ({ name, level }: CatalogAction) => `${accessLevels.indexOf(level)}${cut(name).verb}`

/** The actions of each service in their compact form; their order is lost. */
export function packActions(services: Actions): PackedActions {
  const all = Array.from(services.values(), (actions) => [...actions.values()]).flat()
  const verbs = [...groupBy(all, verbOf)]
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .map(([verb]) => verb)
  const letters = new Map(verbs.map((verb, index) => [verb, verbLetter(index)]))

  const pack = (actions: Iterable<CatalogAction>) => {
    const nouns = Array.from(
      groupBy(actions, ({ name }) => cut(name).noun),
      ([noun, group]) => ({
        noun,
        verbs: group
          .map((action) => letters.get(verbOf(action)) ?? "")
          .sort()
          .join(""),
      }),
    )
    return [...groupBy(nouns, ({ verbs }) => verbs)]
      .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
      .map(([verbs, group]) => [verbs, ...group.map(({ noun }) => noun).sort()].join(" "))
      .join(";")
  }
  return {
    verbs: verbs.map((verb) => verb.slice(1)).join(" "),
    levels: verbs.map((verb) => verb.charAt(0)).join(""),
    services: Object.fromEntries(
      Array.from(services, ([prefix, actions]) => [prefix, pack(actions.values())]),
    ),
  }
}

type Verb = Pick<CatalogAction, "level"> & { readonly verb: string }

function unpackService(packed: string, verbs: readonly Verb[]): Map<string, CatalogAction> {
  const actions = new Map<string, CatalogAction>()
  if (packed === "") return actions
  for (const group of packed.split(";")) {
    const [letters = "", ...nouns] = group.split(" ")
    for (const letter of letters) {
      const found = verbs[verbIndex(letter)]
      if (!found) throw new RangeError("actionNames.json: a verb is missing")
      for (const noun of nouns) {
        const name = found.verb + noun
        actions.set(name.toLowerCase(), { name, level: found.level })
      }
    }
  }
  return actions
}

/** How long unpacking may keep the page from answering, in ms; a slow phone needs four times as long. */
const patience = 6

const pause = () => new Promise((resolve) => setTimeout(resolve))

/** What `packActions` was given, the actions in another order. Lets the page answer now and then. */
export async function unpackActions(packed: PackedActions): Promise<Actions> {
  const words = packed.verbs.split(" ")
  const verbs = Array.from(packed.levels, (digit, index): Verb => {
    const level = accessLevels[Number(digit)]
    const verb = words[index]
    if (level === undefined || verb === undefined)
      throw new RangeError(`actionNames.json: verb ${index} is wrong`)
    return { verb, level }
  })
  const services = new Map<string, Map<string, CatalogAction>>()
  let begun = performance.now()
  for (const [prefix, text] of Object.entries(packed.services)) {
    services.set(prefix, unpackService(text, verbs))
    if (performance.now() - begun < patience) continue
    await pause()
    begun = performance.now()
  }
  return services
}
