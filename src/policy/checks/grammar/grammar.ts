import { arnChecks } from "../arn/arn.ts"
import { conditionChecks } from "../condition/condition.ts"
import { type Check, eachStatement, type StatementCheck } from "../walk.ts"
import { unsupportedCombinations } from "./combined.ts"
import { dataTypes } from "./dataTypes.ts"
import { ids, invalidElements, unsupportedPrincipals } from "./elements.ts"
import { invalidItems } from "./items.ts"
import { policyNames } from "./names/policyNames.ts"
import { sids } from "./names/sids.ts"
import {
  emptyLists,
  missingActions,
  missingEffects,
  missingPolicyDocuments,
  missingResources,
  missingStatements,
} from "./required.ts"
import { unknownSettings } from "./settings.ts"
import { itemActions, statementActions } from "./texts/actions.ts"
import { unsupportedCharacters } from "./texts/characters.ts"
import { invalidEffects, versions } from "./values.ts"

/** What one statement is judged by, all in one look. */
const statementChecks: readonly StatementCheck[] = [
  missingActions,
  missingEffects,
  missingResources,
  emptyLists,
  invalidEffects,
  unsupportedCombinations,
  unsupportedPrincipals,
  statementActions,
]

const ownChecks: readonly Check[] = [
  dataTypes,
  missingStatements,
  versions,
  eachStatement((parts, catalog) => statementChecks.flatMap((check) => check(parts, catalog))),
  itemActions,
  sids,
  policyNames,
  unsupportedCharacters,
  ids,
]

const checksOf = (judges: readonly Check[]): readonly Check[] => [
  unknownSettings(judges),
  invalidItems(judges),
  missingPolicyDocuments(judges),
  invalidElements(judges),
  ...ownChecks,
]

/** What must not be wrong in what a fix makes readable. */
const judges: readonly Check[] = [...checksOf([]), ...arnChecks, ...conditionChecks]

/** IAM's policy grammar without conditions and ARNs. */
export const grammarChecks: readonly Check[] = checksOf(judges)
