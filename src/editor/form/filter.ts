import type { Catalog, JsonValue } from "../../policy/index.ts"
import type { ShownRow } from "./RowGroup.tsx"
import { wordsOf } from "./rowWords.ts"

/** Lists with more rows than this have a filter. */
export const filterFrom = 20

const none: ReadonlySet<number> = new Set()

/**
 * The rows that a filter hides: those that don't hold all its words. It is judged when the filter changes, so
 * a row that is edited or added meanwhile stays.
 */
export function createHidden(
  managed: boolean,
): (query: string, rows: readonly ShownRow[], catalog: Catalog) => ReadonlySet<number> {
  const textOf = createTexts(managed)
  let known = ""
  let hidden = none
  return (query, rows, catalog) => {
    if (query === known) return hidden
    known = query
    const words = wordsIn(query)
    const without = rows.filter(({ value }) => {
      const text = textOf(value, catalog)
      return !words.every((word) => text.includes(word))
    })
    hidden = words.length === 0 ? none : new Set(without.map(({ id }) => id))
    return hidden
  }
}

const wordsIn = (query: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")

/** What a row says and its JSON, in small letters; worked out once for a value. */
function createTexts(managed: boolean): (value: JsonValue, catalog: Catalog) => string {
  let texts = new Map<JsonValue, string>()
  let knownCatalog: Catalog | undefined
  return (value, catalog) => {
    if (catalog !== knownCatalog) texts = new Map()
    knownCatalog = catalog
    const known = texts.get(value)
    if (known !== undefined) return known
    const { name, says, facts } = wordsOf(value, managed, catalog)
    const text = [name, says, ...facts.map((fact) => fact.text), JSON.stringify(value)]
      .join("\n")
      .toLowerCase()
    texts.set(value, text)
    return text
  }
}
