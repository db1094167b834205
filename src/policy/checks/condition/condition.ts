import { type Check, eachStatement } from "../walk.ts"
import { duplicateKeys } from "./duplicates.ts"
import { emptyConditions } from "./empty.ts"
import { conditionKeys } from "./keys.ts"
import { conditionOperators } from "./operators.ts"
import { conditionValues } from "./values/values.ts"
import { variableForm } from "./variables/form.ts"
import { variablePlaces, variablesInItems, variablesInOldVersions } from "./variables/places.ts"
import { weakConditions } from "./weak.ts"

/** Conditions and policy variables, as far as they can be judged without the catalog. */
export const conditionChecks: readonly Check[] = [
  eachStatement((parts, catalog) => [
    ...emptyConditions(parts),
    ...conditionOperators(parts),
    ...conditionKeys(parts, catalog),
    ...duplicateKeys(parts),
    ...conditionValues(parts),
    ...weakConditions(parts),
    ...variableForm(parts),
    ...variablePlaces(parts),
  ]),
  variablesInItems,
  variablesInOldVersions,
]
