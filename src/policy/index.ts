export { type FoundKey, keyOf } from "./checks/aws/keys/keyOf.ts"
export { servicesToDetail } from "./checks/catalogNeeds.ts"
export { type CheckOptions, checkConfig } from "./checks/check.ts"
export { fixAll } from "./checks/fixAll.ts"
export { identities } from "./checks/identity.ts"
export { newDiagnostics } from "./checks/newDiagnostics.ts"
export {
  type Baseline,
  baselineNames,
  baselines,
  defaultBaseline,
  withDefaults,
} from "./config/baseline.ts"
export {
  type BaselineName,
  type DefaultSetting,
  type Draft,
  type IamConfig,
  isDefaultSetting,
  isPolicySetting,
  isSetting,
  type ManagedSetting,
  managedSettings,
  type PolicySetting,
  policySettings,
  type Setting,
  settingAt,
  settings,
} from "./config/config.ts"
export { type DefaultState, defaultStates, isKept, restoreEdits } from "./config/defaults.ts"
export {
  type Diagnostic,
  type DiagnosticCode,
  type Severity,
  severities,
} from "./config/diagnostic.ts"
export { differences, type ListDifference, summarizeDraft } from "./config/differences.ts"
export {
  addItem,
  applyEdit,
  applyFix,
  moveItem,
  overrideSetting,
  removeItem,
  replaceItem,
  resetSetting,
} from "./config/edit.ts"
export type { Edit, Fix } from "./config/fix.ts"
export { formatConfig } from "./config/format.ts"
export type { Issue, IssueCode, Parsed, Range } from "./config/issue.ts"
export {
  actionOf,
  itemValue,
  type ListEntry,
  listEntries,
  type ManagedItem,
  managedItems,
  managedPolicyArn,
  type PolicyItem,
  policyItems,
  toPolicyItem,
} from "./config/item.ts"
export { type JetsUse, jetsUse } from "./config/jetsUses.ts"
export { keepItems } from "./config/keepItems.ts"
export { parseConfig, parseItem } from "./config/parse.ts"
export { below, isWithin, type Pointer, parent, pointerKeys } from "./config/pointer.ts"
export { conditionOperatorNames, configJsonSchema, type JsonSchema } from "./config/schema.ts"
export { hasWildcard, parseAction } from "./iam/action.ts"
export {
  type ApiName,
  actionsOfApi,
  apiNames,
  apiNamesCalled,
} from "./iam/apiNames.ts"
export {
  type AccessLevel,
  accessLevels,
  type Catalog,
  type CatalogAction,
  type CatalogActionDetail,
  type CatalogConditionKey,
  type CatalogManagedPolicy,
  type CatalogResourceType,
  type CatalogService,
  type CatalogServiceDetail,
} from "./iam/catalog.ts"
export {
  documentVersion,
  type InlinePolicy,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
  statementsOf,
  stringsOf,
} from "./iam/document.ts"
export { patternCovers } from "./iam/wildcard.ts"
export { toCloudFormation } from "./output/cloudformation.ts"
export {
  type ChangeSection,
  compareParts,
  contextOf,
  countChanges,
  diffLines,
  type LineChange,
} from "./output/diff.ts"
export {
  isOutputFormat,
  type OutputFormat,
  outputFormats,
  outputParts,
  renderOutput,
  type Source,
  sourcesOf,
} from "./output/format.ts"
export { countInterpolated } from "./output/interpolation.ts"
export { toJson } from "./output/json.ts"
export { comparable, lineCount, type OutputPart, textOf } from "./output/roleParts.ts"
export { toYaml } from "./output/yaml.ts"
export { buildRole, type Role, type RoleOptions, type Scope, traceRole } from "./role/build.ts"
export { measureRole, type RoleSize } from "./role/measure.ts"
export { type ItemSize, measureItems } from "./role/measureItems.ts"
