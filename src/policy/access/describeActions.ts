import type { Catalog } from "../iam/catalog.ts"
import { isEveryText } from "./reach/statementActions.ts"
import type { StatementReach } from "./reach/statementReach.ts"
import { counted } from "./reach/words.ts"

/** The name of a service, or its prefix in backticks. */
export function serviceName(prefix: string, { services }: Catalog): string {
  return services?.get(prefix)?.name ?? `\`${cut(prefix)}\``
}

/**
 * The actions of a statement or an item in a few words: the one action, "Amazon S3" for all of a service, "3
 * actions of Amazon S3", "4 actions of 2 services".
 */
export function actionsPhrase(
  texts: readonly string[],
  written: readonly string[],
  catalog: Catalog,
): string {
  const different = [...new Set(texts)]
  if (different.some(isEveryText)) return "every action"
  const services = [...new Set(different.map(serviceOf))]
  const [service = ""] = services
  const [only = ""] = written
  if (different.length === 1)
    return different[0] === `${service}:*` ? serviceName(service, catalog) : `\`${cut(only)}\``
  const of =
    services.length === 1 ? serviceName(service, catalog) : counted(services.length, "service")
  const isExact = different.every((text) => !/[*?]|#\{/.test(text))
  if (isExact) return `${counted(different.length, "action")} of ${of}`
  return different.every((text) => /^[^*?]+:\*$/.test(text)) ? of : `some actions of ${of}`
}

/** What a statement is about, in a few words: its actions, whether on every resource, whether under a condition. */
export function statementPhrase(reach: StatementReach, catalog: Catalog): string {
  const actions = actionsPhrase(reach.texts, reach.written, catalog)
  const all = reach.isExcept
    ? actions === "every action"
      ? "nothing"
      : `all but ${actions}`
    : actions
  const resources = reach.isEverywhere ? "" : " on some resources"
  return `${all}${resources}${reach.isConditional ? " under a condition" : ""}`
}

function serviceOf(text: string): string {
  return text.includes(":") ? text.slice(0, text.indexOf(":")) : text
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).toWellFormed()}…` : text
}
