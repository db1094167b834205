import type { Catalog, CatalogServiceDetail } from "../policy/index.ts"
import { loadActionNames } from "./actionNames.ts"
import { buckets, files } from "./data/detailFiles.js"
import { once } from "./once.ts"
import { fileOf } from "./pack/buckets.ts"
import { unpackServiceDetail } from "./pack/details.ts"

const loadFile = once(async (file: string) => (await files[file]?.())?.default)

const loadDetail = once(async (prefix: string): Promise<CatalogServiceDetail | undefined> => {
  const [actions, file] = await Promise.all([loadActionNames(), loadFile(fileOf(buckets, prefix))])
  const names = actions.get(prefix)
  const packed = file?.[prefix]
  return names && packed && unpackServiceDetail(packed, names)
})

/**
 * The catalog with the details of these services too: Jets' own are one file, the others a few to a file.
 * Gives the same catalog back if it has them all. A prefix that AWS doesn't know is ignored. Rejects if a
 * file can't be loaded; the next call tries again.
 */
export async function loadServiceDetails(
  catalog: Catalog,
  prefixes: Iterable<string>,
): Promise<Catalog> {
  const wanted = new Set(Array.from(prefixes, (prefix) => prefix.toLowerCase()))
  const missing = [...wanted].filter((prefix) => !catalog.details?.has(prefix))
  if (missing.length === 0) return catalog
  const known = catalog.services ?? (await loadActionNames())
  const loaded = await Promise.all(
    missing
      .filter((prefix) => known.has(prefix))
      .map(async (prefix) => [prefix, await loadDetail(prefix)] as const),
  )
  if (loaded.length === 0) return catalog
  const details = new Map(catalog.details)
  for (const [prefix, detail] of loaded) if (detail) details.set(prefix, detail)
  return { ...catalog, details }
}
