import type { DiagnosticCode } from "../../config/diagnostic.ts"
import { hasWildcard } from "../../iam/action.ts"
import { arnFields, isRegion, partitions } from "../../iam/arn.ts"
import { isTag } from "../parts.ts"

/** What can be wrong with a resource's form, as one of its codes each. */
export type ArnFault = Extract<
  DiagnosticCode,
  | "invalid-arn-prefix"
  | "missing-arn-field"
  | "invalid-partition"
  | "invalid-arn-region"
  | "invalid-arn-account"
  | "invalid-arn-service-case"
>

/** Owners that AWS writes in the place of an account. */
const owners = new Set(["aws", "cloudfront", "offering"])

/**
 * What is wrong with the form of a text of `Resource` or `NotResource` (AWS General Reference, "Amazon Resource Names";
 * IAM Access Analyzer, INVALID_ARN_PREFIX and its like). What Ruby, CloudFormation or a variable fills in isn't judged.
 */
export function faultsOfArn(text: string): readonly ArnFault[] {
  if (text === "*" || isTag(text) || text.startsWith("#{")) return []
  if (!text.startsWith("arn:")) return ["invalid-arn-prefix"]
  const fields = arnFields(text)
  if (fields.length < 6 && fields.at(-1) !== "*")
    return text.includes("#{") ? [] : ["missing-arn-field"]
  const [, partition = "", service = "", region = "", account = ""] = fields
  const faults: ArnFault[] = []
  if (!isOpen(partition) && !partitions.has(partition)) faults.push("invalid-partition")
  if (/\p{Lu}/u.test(fixedPart(service))) faults.push("invalid-arn-service-case")
  if (region !== "" && !isOpen(region) && !isRegion(region)) faults.push("invalid-arn-region")
  if (account !== "" && !isOpen(account) && !isAccount(account)) faults.push("invalid-arn-account")
  return faults
}

/** Whether the service of an ARN holds a wildcard. */
export function hasWildcardService(text: string): boolean {
  if (!text.startsWith("arn:")) return false
  const fields = arnFields(text)
  return isArn(fields) && hasWildcard(fixedPart(fields[2] ?? ""))
}

/** Whether an ARN matches all that `*` matches: `arn:aws:*:*:*:*`, and `arn:aws:*`, whose star matches colons too. */
export function isEveryArn(text: string): boolean {
  if (!text.startsWith("arn:") || !text.endsWith("*")) return false
  const fields = arnFields(text)
  return isArn(fields) && fields.length <= 6 && fields.slice(2).every((field) => field === "*")
}

/** Whether a field holds what stands for several texts, or for one that isn't known here. */
function isOpen(field: string): boolean {
  return /[*?]|[$#]\{/.test(field)
}

function isArn(fields: readonly string[]): boolean {
  return fields.length >= 6 || fields.at(-1) === "*"
}

function isAccount(field: string): boolean {
  return /^\d{12}$/.test(field) || owners.has(field)
}

/** A field without its variables and interpolations. */
function fixedPart(field: string): string {
  return /[$#]\{/.test(field) ? field.replaceAll(/[$#]\{[^}]*(?:\}|$)/g, "") : field
}
