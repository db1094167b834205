import type { Draft, IamConfig } from "../config/config.ts"
import type { Issue, Parsed } from "../config/issue.ts"
import { parseConfig } from "../config/parse.ts"
import type { Scope } from "../role/build.ts"
import { addConfig, replaceConfig } from "./addConfig.ts"
import { importIssues } from "./importIssues.ts"
import { recognizeText } from "./recognize.ts"
import { type NamedRole, parseRoles } from "./roles.ts"
import { importOptions, roleToConfig } from "./roleToConfig.ts"

/** The settings that a text gives, and what the draft's would be with them. */
export interface ImportChoice {
  /** The role's name, where the text has one. */
  readonly name?: string
  /** What would come in. */
  readonly config: IamConfig
  /** "custom": the text says nothing about Jets' defaults, and the draft's stay. */
  readonly scope: Scope
  /** What of this role stays out, or comes in changed. */
  readonly issues: readonly Issue[]
  readonly added: IamConfig
  readonly replaced: IamConfig
}

/** What an import would do. No choice: nothing can come in, and the issues say why. */
export interface ImportPlan {
  readonly kind: ReturnType<typeof recognizeText>
  readonly choices: readonly ImportChoice[]
  /** What of the text stays out. */
  readonly issues: readonly Issue[]
}

/** The readers that the editor brings, since they need more than the domain has. */
export interface ImportParsers {
  readonly parseRuby: (text: string) => Parsed<IamConfig> | Promise<Parsed<IamConfig>>
}

/**
 * What importing a text into a draft would do, before it is done. An AccessDenied text gives no choice and no
 * issue: parseAccessDenied reads it. Rejects only where a parser does.
 */
export async function planImport(
  text: string,
  draft: Draft,
  { parseRuby }: ImportParsers,
): Promise<ImportPlan> {
  const kind = recognizeText(text)
  if (kind === "access-denied") return { kind, choices: [], issues: [] }
  if (kind === "config" || kind === "ruby") {
    const { value, issues } = kind === "config" ? parseConfig(text) : await parseRuby(text)
    return { kind, choices: value ? [choice(draft, value, "whole")] : [], issues }
  }
  const { value = [], issues } = await parseRoles(text)
  return { kind, choices: value.map((role) => roleChoice(draft, role)), issues }
}

function roleChoice(draft: Draft, role: NamedRole): ImportChoice {
  const options = { ...importOptions(role), baseline: draft.baseline }
  const config = roleToConfig(role, options)
  const made = choice(draft, config, options.scope, importIssues(role, options))
  return role.name === undefined ? made : { name: role.name, ...made }
}

function choice(
  { config: before }: Draft,
  config: IamConfig,
  scope: Scope,
  issues: readonly Issue[] = [],
): ImportChoice {
  const [added, replaced] = [addConfig(before, config), replaceConfig(before, config, scope)]
  return { config, scope, issues, added, replaced }
}
