import type { Catalog } from "../policy/index.ts"
import { unpackManagedPolicies, unpackServices } from "./pack.ts"

/** A part of the catalog, loaded by itself when it is wanted. `services` brings the date with it. */
export type CatalogPart = "services" | "managedPolicies"

const readers: Readonly<Record<CatalogPart, () => Promise<Catalog>>> = {
  services: async () => unpackServices((await import("./data/services.json")).default),
  managedPolicies: async () => ({
    managedPolicies: unpackManagedPolicies((await import("./data/managedPolicies.json")).default),
  }),
}

const loads = new Map<CatalogPart, Promise<Catalog>>()

function loadPart(part: CatalogPart): Promise<Catalog> {
  const begun = loads.get(part)
  if (begun) return begun
  const load = readers[part]()
  loads.set(part, load)
  load.catch(() => loads.delete(part))
  return load
}

/**
 * A catalog with the parts asked for, no others. A part is loaded once: later calls get the same maps.
 * Rejects with the import's error if a part can't be loaded; the next call tries that part again.
 */
export async function loadCatalog(...parts: readonly CatalogPart[]): Promise<Catalog> {
  let catalog: Catalog = {}
  for (const part of await Promise.all(parts.map(loadPart))) catalog = { ...catalog, ...part }
  return catalog
}
