import type { Diagnostic, DiagnosticCode } from "../../../config/diagnostic.ts"
import { actionOf } from "../../../config/item.ts"
import { hasWildcard, parseAction } from "../../../iam/action.ts"
import { actionsOfApi } from "../../../iam/apiNames.ts"
import type { Catalog, CatalogAction } from "../../../iam/catalog.ts"
import { patternCovers } from "../../../iam/wildcard.ts"
import { diagnose, quoted } from "../../diagnostic.ts"
import { isTag, type StatementParts } from "../../parts.ts"
import { awsList, byText } from "../../remember.ts"
import type { Check } from "../../walk.ts"
import { replacedInStatement, replacedItem } from "./actionFixes.ts"
import { likelyActions, likelyPatterns } from "./likelyActions.ts"
import { likelyServices } from "./likelyService.ts"

interface Verdict {
  readonly code: DiagnosticCode
  readonly message: string
  /** Each the actions that may be meant instead; an API operation can need two. */
  readonly instead: readonly (readonly string[])[]
}

/**
 * Actions that AWS doesn't have: of Action and NotAction (IAM Access Analyzer, INVALID_SERVICE_IN_ACTION and
 * INVALID_ACTION).
 */
export function unknownActions(parts: StatementParts, catalog: Catalog): readonly Diagnostic[] {
  return [...parts.actions, ...parts.notActions].flatMap(({ text, at }) => {
    const verdict = verdictOn(catalog, text)
    if (!verdict) return []
    const fixes = verdict.instead.map((actions) =>
      replacedInStatement(parts.statement, at, text, actions),
    )
    return diagnose(verdict.code, "warning", at, verdict.message, { subject: text, fixes })
  })
}

/** The same of the strings of policy lists. */
export const unknownActionItems: Check = (walk) => {
  return walk.entries.flatMap(({ at, value, item, setting }) => {
    if (typeof value !== "string" || !item || isTag(value)) return []
    const verdict = verdictOn(walk.catalog, actionOf(value))
    if (!verdict) return []
    const { code, message, instead } = verdict
    const fixes = instead.map((actions) => replacedItem(walk, setting, at, value, actions))
    return diagnose(code, "warning", at, message, { subject: value, fixes })
  })
}

const isKnown = ({ services }: Catalog, service: string) => services?.has(service)

const verdictOn = byText((catalog, text): Verdict | undefined => {
  const parsed = parseAction(text)
  if (!parsed || !catalog.services) return undefined
  const { service, name } = parsed
  const written = text.slice(service.length + 1)
  if (!isKnown(catalog, service)) return unknownService(catalog, service, name, text, written)
  const actions = catalog.actions?.get(service)
  if (!actions || /[$#]\{/.test(name) || actions.has(name)) return undefined
  if (!hasWildcard(name)) return unknownAction(catalog, service, text, written, actions)
  return matchesAny(name, actions)
    ? undefined
    : emptyPattern(catalog, service, text, written, actions)
})

function unknownService(
  catalog: Catalog,
  service: string,
  name: string,
  text: string,
  written: string,
): Verdict | undefined {
  if (hasWildcard(service) || /[$#]\{/.test(service)) return undefined
  const likely = likelyServices(catalog, service, hasWildcard(name) ? undefined : name)
  return {
    code: "invalid-service-in-action",
    message: `${quoted(service)} is no service in ${awsList(catalog)}, so ${quoted(text)} most likely has no effect. ${didYouMean(likely, "Use the prefix that AWS documents for the service.")}`,
    instead: likely.map((prefix) => [`${prefix}:${written}`]),
  }
}

function unknownAction(
  catalog: Catalog,
  service: string,
  text: string,
  written: string,
  actions: ReadonlyMap<string, CatalogAction>,
): Verdict {
  const needed = actionsOfApi(service, written)
  if (needed)
    return {
      code: "invalid-action",
      message: `${quoted(text)} is an operation of the API, but no action in ${awsList(catalog)}: it most likely has no effect. The operation needs ${needed.map(quoted).join(" and ")}.`,
      instead: [needed],
    }
  const likely = likelyActions(catalog, service, written, actions)
  return {
    code: "invalid-action",
    message: `${quoted(text)} is no action in ${awsList(catalog)}, so it most likely has no effect. ${didYouMean(likely, "Look the name up in the list of the service's actions.")}`,
    instead: likely.map((action) => [action]),
  }
}

function emptyPattern(
  catalog: Catalog,
  service: string,
  text: string,
  written: string,
  actions: ReadonlyMap<string, CatalogAction>,
): Verdict {
  const likely = likelyPatterns(service, written, actions)
  return {
    code: "action-pattern-matches-nothing",
    message: `${quoted(text)} matches no action in ${awsList(catalog)}, so it most likely has no effect. ${didYouMean(likely, "Check where the wildcard stands.")}`,
    instead: likely.map((action) => [action]),
  }
}

/** No action's name is longer than 128 characters, so neither is what stands between a pattern's stars. */
const longestName = 128

function matchesAny(pattern: string, actions: ReadonlyMap<string, CatalogAction>): boolean {
  const short = pattern.replace(/\*{2,}/g, "*")
  if (short.replaceAll("*", "").length > longestName) return false
  for (const name of actions.keys()) if (patternCovers(short, name)) return true
  return false
}

function didYouMean(likely: readonly string[], otherwise: string): string {
  return likely.length > 0 ? `Did you mean ${likely.map(quoted).join(" or ")}?` : otherwise
}
