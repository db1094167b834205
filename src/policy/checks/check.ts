import type { BaselineName, IamConfig } from "../config/config.ts"
import { type Diagnostic, type DiagnosticCode, severities } from "../config/diagnostic.ts"
import type { Catalog } from "../iam/catalog.ts"
import { arnChecks } from "./arn/arn.ts"
import { awsChecks } from "./aws/aws.ts"
import { conditionChecks } from "./condition/condition.ts"
import { defaultsDenied, defaultsRestated } from "./defaults/defaults.ts"
import { withoutLoneDefaults } from "./defaults/loneDefaults.ts"
import { defaultsRemoved } from "./defaults/removed.ts"
import { grammarChecks } from "./grammar/grammar.ts"
import { jetsAddsVpcPolicy, jetsReadsItems } from "./jets/jets.ts"
import { userOnlyConditions } from "./jets/userOnly.ts"
import { redundancyChecks } from "./redundancy/redundancy.ts"
import { securityChecks } from "./security/security.ts"
import { sizes } from "./size.ts"
import { type Check, walkSettings } from "./walk.ts"

/** How settings are judged: against which baseline ("docs"), with how much of AWS's catalog (none). */
export interface CheckOptions {
  readonly baseline?: BaselineName
  readonly catalog?: Catalog
}

/** All checks; of one severity they are listed in this order. */
const checks: readonly Check[] = [
  ...grammarChecks,
  ...conditionChecks,
  ...arnChecks,
  defaultsRemoved,
  defaultsDenied,
  jetsReadsItems,
  userOnlyConditions,
  sizes,
  ...awsChecks,
  ...securityChecks,
  ...redundancyChecks,
  defaultsRestated,
  jetsAddsVpcPolicy,
]

/** What Jets does whatever the person wrote: told last. */
const byJets: ReadonlySet<DiagnosticCode> = new Set(["jets-adds-vpc-policy", "defaults-are-broad"])

/**
 * Judges settings (DESIGN 2.5; the rule of each code: checks.json): the worst first, and what the person did
 * before what Jets does anyway. Total: any JSON object can be judged.
 */
export function checkConfig(config: IamConfig, options: CheckOptions = {}): readonly Diagnostic[] {
  const walk = walkSettings(config, options.baseline, options.catalog)
  const found = checks.flatMap((check) => check(walk))
  return withoutLoneDefaults(walk, found).sort((a, b) => rank(a) - rank(b))
}

function rank({ severity, code }: Diagnostic): number {
  return severities.indexOf(severity) * 2 + (byJets.has(code) ? 1 : 0)
}
