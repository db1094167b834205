import { type Check, eachStatement } from "../walk.ts"
import { unknownActionItems, unknownActions } from "./actions/unknownActions.ts"
import { keyOperators } from "./keys/keyOperators.ts"
import { unknownKeys } from "./keys/unknownKeys.ts"
import { unsupportedKeys } from "./keys/unsupportedKeys.ts"
import { managedPolicies } from "./managedPolicies.ts"
import { arnsOfNothing } from "./resources/arnFields.ts"
import { resourceFit } from "./resources/resourceFit.ts"
import { unknownVariables } from "./variables.ts"

/** What AWS's catalog knows: services, actions, resources, condition keys, managed policies. */
export const awsChecks: readonly Check[] = [
  unknownActionItems,
  eachStatement((parts, catalog) => [
    ...unknownActions(parts, catalog),
    ...arnsOfNothing(parts, catalog),
    ...resourceFit(parts, catalog),
    ...unknownKeys(parts, catalog),
    ...keyOperators(parts, catalog),
    ...unsupportedKeys(parts, catalog),
    ...unknownVariables(parts, catalog),
  ]),
  managedPolicies,
]
