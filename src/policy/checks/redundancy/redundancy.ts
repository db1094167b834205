import type { Check } from "../walk.ts"
import { grantedByDefaults } from "./byDefaults.ts"
import { duplicateItems, duplicateManagedPolicies } from "./duplicates.ts"
import { redundantActions, redundantResources, redundantStrings } from "./entries.ts"
import { redundantStatements } from "./statements.ts"

/** What is written twice or grants nothing new. */
export const redundancyChecks: readonly Check[] = [
  duplicateManagedPolicies,
  duplicateItems,
  redundantStatements,
  redundantActions,
  redundantStrings,
  redundantResources,
  grantedByDefaults,
]
