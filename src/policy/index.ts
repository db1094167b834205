export { type AttachedPolicies, attachedPolicies, managedNames } from "./access/attached.ts"
export { type AccessComparison, compareAccess } from "./access/compare.ts"
export type {
  AccessChange,
  ChangePart,
  LevelChange,
  PolicyChange,
  ServiceChange,
} from "./access/compareChange.ts"
export { describeChange } from "./access/compareWords.ts"
export type { AccessDenied, DeniedBy } from "./access/denied/denial.ts"
export { parseAccessDenied } from "./access/denied/denied.ts"
export { describeRole } from "./access/describe.ts"
export { evaluateAccess } from "./access/evaluate.ts"
export { type Grant, type GrantLimit, whoGrants } from "./access/grants.ts"
export { narrowItem } from "./access/narrow.ts"
export type { NarrowChoice } from "./access/narrowChoice.ts"
export { type AllowedAction, type NarrowOffer, narrowOffer } from "./access/narrowOffer.ts"
export type { AccessDecision, AccessRequest, Decision } from "./access/request.ts"
export type { DeniedCause, DeniedJudgement } from "./access/suggest/judgement.ts"
export { judgeDenied, suggestFixes } from "./access/suggest/suggest.ts"
export {
  type ActionAccess,
  type ActionReach,
  type LevelAccess,
  type ServiceAccess,
  summarizeAccess,
  type UnknownAccess,
  unknownAccess,
} from "./access/summarize.ts"
export { type FoundKey, keyOf } from "./checks/aws/keys/keyOf.ts"
export { type CatalogNeeds, catalogNeeds } from "./checks/catalogNeeds.ts"
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
export { hasWildcard, needsNoPermission, parseAction } from "./iam/action.ts"
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
export { addConfig, replaceConfig } from "./import/addConfig.ts"
export { importIssues } from "./import/importIssues.ts"
export {
  type ImportChoice,
  type ImportParsers,
  type ImportPlan,
  planImport,
} from "./import/planImport.ts"
export { recognizeText, type TextKind } from "./import/recognize.ts"
export { type ForeignRole, type NamedRole, parseRoles } from "./import/roles.ts"
export { type ImportOptions, importOptions, roleToConfig } from "./import/roleToConfig.ts"
export { parseRuby } from "./import/ruby/parseRuby.ts"
export type { PrismParse } from "./import/ruby/source/prism.ts"
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
  outputParts,
  renderOutput,
  type Source,
  sourcesOf,
} from "./output/format.ts"
export { isOutputFormat, type OutputFormat, outputFormats } from "./output/formats.ts"
export { countInterpolated } from "./output/interpolation.ts"
export { toJson } from "./output/json.ts"
export { type MarkdownOptions, toMarkdown } from "./output/markdown.ts"
export { comparable, lineCount, type OutputPart, textOf } from "./output/roleParts.ts"
export { toRuby } from "./output/ruby.ts"
export { toYaml, yamlParts } from "./output/yaml.ts"
export { buildRole, type Role, type RoleOptions, type Scope, traceRole } from "./role/build.ts"
export { measureRole, type RoleSize } from "./role/measure.ts"
export { type ItemSize, measureItems } from "./role/measureItems.ts"
