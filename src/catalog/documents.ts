import type { Catalog } from "../policy/index.ts"
import { buckets, files } from "./data/documentFiles.js"
import { once } from "./once.ts"
import { fileOf } from "./pack/buckets.ts"

const loadFile = once(async (file: string) => {
  const module = await files[file]?.()
  return new Map(Object.entries(module?.default ?? {}))
})

/**
 * The catalog with the documents of these managed policies too (their names with path, as the catalog has
 * them), some forty to a file. Gives the same catalog back if it has them all. A name that AWS doesn't know
 * is ignored; where the catalog has the names, without loading. Rejects if a file can't be loaded; the next
 * call tries again.
 */
export async function loadManagedDocuments(
  catalog: Catalog,
  names: Iterable<string>,
): Promise<Catalog> {
  const missing = [...new Set(names)].filter(
    (name) => !catalog.managedDocuments?.has(name) && catalog.managedPolicies?.has(name) !== false,
  )
  const loaded = await Promise.all(
    missing.map(async (name) => {
      const document = (await loadFile(fileOf(buckets, name))).get(name)
      return document ? [[name, document] as const] : []
    }),
  )
  const found = loaded.flat()
  if (found.length === 0) return catalog
  return { ...catalog, managedDocuments: new Map([...(catalog.managedDocuments ?? []), ...found]) }
}
