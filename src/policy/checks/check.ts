import type { BaselineName, IamConfig } from "../config/config.ts"
import { type Diagnostic, type DiagnosticCode, severities } from "../config/diagnostic.ts"
import type { Catalog } from "../iam/catalog.ts"
import { dataTypes } from "./dataTypes.ts"
import { defaultsDenied, defaultsRestated } from "./defaults.ts"
import { invalidItems, missingActions, missingStatements, unknownSettings } from "./grammar.ts"
import { jetsAddsVpcPolicy, jetsReadsItems } from "./jets.ts"
import { defaultsRemoved } from "./removed.ts"
import { sizes } from "./size.ts"
import { userOnlyConditions } from "./userOnly.ts"
import { type Walk, walkSettings } from "./walk.ts"

/** How settings are judged: against which baseline ("docs"), with how much of AWS's catalog (none). */
export interface CheckOptions {
  readonly baseline?: BaselineName
  readonly catalog?: Catalog
}

/** All checks; of one severity they are listed in this order. */
const checks: readonly ((walk: Walk) => readonly Diagnostic[])[] = [
  unknownSettings,
  dataTypes,
  invalidItems,
  missingStatements,
  missingActions,
  defaultsRemoved,
  defaultsDenied,
  jetsReadsItems,
  userOnlyConditions,
  sizes,
  defaultsRestated,
  jetsAddsVpcPolicy,
]

/** What Jets does whatever the person wrote: told last. */
const byJets: ReadonlySet<DiagnosticCode> = new Set(["jets-adds-vpc-policy"])

/**
 * Judges settings (DESIGN 2.5; the rule of each code: checks.json): the worst first, and what the person did
 * before what Jets does anyway. Total: any JSON object can be judged.
 */
export function checkConfig(config: IamConfig, options: CheckOptions = {}): readonly Diagnostic[] {
  const walk = walkSettings(config, options.baseline)
  return checks.flatMap((check) => check(walk)).sort((a, b) => rank(a) - rank(b))
}

function rank({ severity, code }: Diagnostic): number {
  return severities.indexOf(severity) * 2 + (byJets.has(code) ? 1 : 0)
}
