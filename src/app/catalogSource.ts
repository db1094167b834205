import type { CatalogSource } from "../store/actions.ts"

/** The catalog that the page loads; the code for that comes with the first part that is wanted. */
export const catalogSource: CatalogSource = {
  parts: async (...parts) => (await import("../catalog/catalog.ts")).loadCatalog(...parts),
  details: async (catalog, services) => {
    const { loadServiceDetails } = await import("../catalog/details.ts")
    return loadServiceDetails(catalog, services)
  },
  documents: async (catalog, names) => {
    const { loadManagedDocuments } = await import("../catalog/documents.ts")
    return loadManagedDocuments(catalog, names)
  },
}
