import type { Catalog } from "../policy/index.ts"
import { loadActionNames } from "./actionNames.ts"
import { once } from "./once.ts"
import { unpackManagedPolicies, unpackServices } from "./pack/services.ts"

/**
 * A part of the catalog, loaded by itself when it is wanted. `services` brings the date with it; `actionNames`
 * the names and levels of all actions; `keysAndArns` the ARN forms and the condition keys of no service.
 * `actions` is these two and the details of all services, `managedDocuments` the documents of all managed
 * policies: megabytes, for tests and tools; a page wants `loadServiceDetails` and `loadManagedDocuments`.
 */
export type CatalogPart =
  | "services"
  | "actionNames"
  | "keysAndArns"
  | "actions"
  | "managedPolicies"
  | "managedDocuments"

const readers: Readonly<Record<CatalogPart, () => Promise<Catalog>>> = {
  services: async () => unpackServices((await import("./data/services.json")).default),
  actionNames: async () => ({ actions: await loadActionNames() }),
  keysAndArns: async () => {
    const [{ unpackKeysAndArns }, packed] = await Promise.all([
      import("./pack/keys.ts"),
      import("./data/keysAndArns.json"),
    ])
    return unpackKeysAndArns(packed.default)
  },
  actions: async () => {
    const { loadServiceDetails } = await import("./details.ts")
    const catalog = await loadCatalog("actionNames", "keysAndArns")
    return loadServiceDetails(catalog, catalog.actions?.keys() ?? [])
  },
  managedPolicies: async () => ({
    managedPolicies: unpackManagedPolicies((await import("./data/managedPolicies.json")).default),
  }),
  managedDocuments: async () => {
    const { loadManagedDocuments } = await import("./documents.ts")
    const { managedPolicies } = await loadCatalog("managedPolicies")
    const { managedDocuments } = await loadManagedDocuments({}, managedPolicies?.keys() ?? [])
    return managedDocuments ? { managedDocuments } : {}
  },
}

const loadPart = once((part: CatalogPart) => readers[part]())

/**
 * A catalog with the parts asked for, no others. A part is loaded once: later calls get the same maps.
 * Rejects with the import's error if a part can't be loaded; the next call tries that part again.
 */
export async function loadCatalog(...parts: readonly CatalogPart[]): Promise<Catalog> {
  let catalog: Catalog = {}
  for (const part of await Promise.all(parts.map(loadPart))) catalog = { ...catalog, ...part }
  return catalog
}
