import type { Diagnostic, DiagnosticCode, Severity } from "../config/diagnostic.ts"
import type { Pointer } from "../config/pointer.ts"

const jets = "https://docs.rubyonjets.com/docs/remote/codebuild/iam/"
const iam = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
const elements = `${iam}reference_policies_elements`
const quotas = `${iam}reference_iam-quotas.html`
const checks = `${iam}access-analyzer-reference-policy-checks.html`

/** The address of a page that says more on each code. */
export const help: Readonly<Record<DiagnosticCode, string>> = {
  "all-defaults-removed": jets,
  "default-permission-removed": jets,
  "default-managed-policy-removed": jets,
  "default-vpc-permission-removed": jets,
  "default-restated": jets,
  "default-denied": `${iam}reference_policies_evaluation-logic.html`,
  "jets-raises-on-inline-policy": jets,
  "jets-raises-on-statement-without-action": jets,
  "jets-adds-vpc-policy": jets,
  "jets-shorthand-of-star": jets,
  "jets-ignores-document-version": `${elements}_version.html`,
  "user-only-condition-in-role": `${iam}reference_policies_condition-keys.html`,
  "unknown-setting": jets,
  "invalid-policy-item": jets,
  "data-type-mismatch": `${checks}#access-analyzer-reference-policy-checks-error-data-type-mismatch`,
  "missing-statement": `${elements}_statement.html`,
  "missing-action": `${elements}_action.html`,
  "policy-size-exceeds-identity-policy-quota": quotas,
  "policy-size-near-identity-policy-quota": quotas,
  "managed-policies-exceed-default-quota": quotas,
  "managed-policies-exceed-maximum-quota": quotas,
}

/** What a diagnostic may have beside the four that each has. */
type More = Pick<Diagnostic, "subject" | "related" | "fixes">

/** Makes a diagnostic, with its code's help address. */
export function diagnose(
  code: DiagnosticCode,
  severity: Severity,
  at: Pointer,
  message: string,
  more: More = {},
): Diagnostic {
  return { code, severity, message, at, ...more, help: help[code] }
}

const longest = 60

/** A text of the settings as `code` within a message: no backtick or line break of its own, cut when long. */
export function quoted(text: string): string {
  const plain = text.slice(0, longest).replaceAll(/[`\p{C}\s]/gu, (c) => (c === "`" ? "'" : " "))
  return `\`${plain}${text.length > longest ? "…" : ""}\``
}

/** A number as people read it: 10,240. */
export function counted(count: number): string {
  return count.toLocaleString("en-US")
}
