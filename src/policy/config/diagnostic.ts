import type { Fix } from "./fix.ts"
import type { Pointer } from "./pointer.ts"

/** Everything that can be said of settings (rules: DESIGN 2.5). Sorted by family. */
export type DiagnosticCode =
  // defaults
  | "all-defaults-removed"
  | "default-permission-removed"
  | "default-managed-policy-removed"
  | "default-vpc-permission-removed"
  | "default-restated"
  | "default-denied"
  // jets
  | "jets-raises-on-inline-policy"
  | "jets-raises-on-statement-without-action"
  | "jets-adds-vpc-policy"
  | "jets-shorthand-of-star"
  | "jets-ignores-document-version"
  | "user-only-condition-in-role"
  // grammar
  | "unknown-setting"
  | "invalid-policy-item"
  | "data-type-mismatch"
  | "missing-statement"
  | "missing-action"
  // size
  | "policy-size-exceeds-identity-policy-quota"
  | "policy-size-near-identity-policy-quota"
  | "managed-policies-exceed-default-quota"
  | "managed-policies-exceed-maximum-quota"

/** How bad it is: `error` fails a deploy or is refused, the rest in falling order. */
export type Severity = "error" | "security" | "warning" | "info"

/** All severities, the worst first: the order of the list of problems. */
export const severities = [
  "error",
  "security",
  "warning",
  "info",
] as const satisfies readonly Severity[]

/**
 * Judges settings at one place. `at` points into the settings as written; `subject` names what is judged
 * where one place can have several (the default, the action). Identity: code, at and subject.
 */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** What is wrong, why it matters to a deploy, what to do; `code` in backticks. */
  readonly message: string
  readonly at: Pointer
  readonly subject?: string
  readonly related?: readonly Pointer[]
  readonly fixes?: readonly Fix[]
  /** The address of a page that says more. */
  readonly help?: string
}
