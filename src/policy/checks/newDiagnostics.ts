import type { Draft } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import type { Catalog } from "../iam/catalog.ts"
import { checkConfig } from "./check.ts"
import { identities } from "./identity.ts"

/**
 * What the checks say of a proposal and did not say of its base (DESIGN 6, a review). A problem of an item
 * counts as known when the base has an equal item with the same problem, wherever it stands.
 */
export function newDiagnostics(
  base: Draft,
  proposal: Draft,
  catalog: Catalog,
): readonly Diagnostic[] {
  const known = new Map<string, number>()
  for (const key of identities(base.config, judge(base, catalog)))
    known.set(key, (known.get(key) ?? 0) + 1)
  const found = judge(proposal, catalog)
  const keys = identities(proposal.config, found)
  return found.filter((_, index) => {
    const key = keys[index] ?? ""
    const left = known.get(key) ?? 0
    known.set(key, left - 1)
    return left <= 0
  })
}

function judge({ config, baseline }: Draft, catalog: Catalog): readonly Diagnostic[] {
  return checkConfig(config, { baseline, catalog })
}
