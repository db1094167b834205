import {
  type InlinePolicy,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { functionName } from "./intrinsics.ts"
import { type Notes, quoted } from "./notes.ts"
import { carried, isNoValue, noteLeft, readPolicies } from "./policies.ts"

/** A role as a text has it: a `Role` whose inline policies may have no `PolicyName`. */
export interface ForeignRole {
  readonly Policies: readonly (InlinePolicy | JsonObject)[]
  readonly ManagedPolicyArns: readonly string[]
}

/** Such a role, with the name that the text has for it. */
export interface NamedRole extends ForeignRole {
  readonly name?: string
}

/** A role of that name; without a name where the text gives none. */
export function newRole(
  name: string | undefined,
  Policies: NamedRole["Policies"],
  ManagedPolicyArns: readonly string[] = [],
): NamedRole {
  return name === undefined
    ? { Policies, ManagedPolicyArns }
    : { name, Policies, ManagedPolicyArns }
}

/** The permissions in the properties of an AWS::IAM::Role, which are also the form of this editor's YAML and JSON. */
export function readRole(
  name: string | undefined,
  properties: JsonObject,
  notes: Notes,
  isTaken: (arn: JsonValue) => boolean = () => false,
): NamedRole {
  noteBoundary(properties.PermissionsBoundary, "PermissionsBoundary", notes)
  const policies = readPolicies(properties.Policies, notes)
  return newRole(name, policies, readArns(properties.ManagedPolicyArns, notes, isTaken))
}

/** The ARNs of a list of managed policies; what `isTaken` is put in elsewhere. */
export function readArns(
  value: JsonValue | undefined,
  notes: Notes,
  isTaken: (arn: JsonValue) => boolean = () => false,
): readonly string[] {
  if (value === undefined || value === null) return []
  if (isList(value))
    return value.filter((arn) => !isTaken(arn)).flatMap((arn) => readArn(arn, notes, value))
  if (typeof value === "string") return readArn(value, notes)
  noteLeft(value, "the list of managed policies", notes)
  return []
}

/** An ARN that Jets keeps as it is. A reference without `arn:` in it is noted: Jets would put a prefix before it. */
export function readArn(value: JsonValue, notes: Notes, near?: JsonValue): readonly string[] {
  if (isNoValue(value)) return []
  const arn = carried(value, "the managed policy", notes)
  if (arn === undefined) return []
  if (typeof arn !== "string") {
    noteLeft(value, "a managed policy", notes, near)
    return []
  }
  if (functionName(value) === undefined || arn.includes("arn:") || !arn.startsWith("!"))
    return [arn]
  const message = `${quoted(arn)} refers to a managed policy elsewhere, and Jets would take it for a name of AWS's. It is left out: add the policy's ARN by hand.`
  notes.add(message, value)
  return []
}

/** A boundary takes permissions away, and Jets' settings have none. */
export function noteBoundary(value: JsonValue | undefined, name: string, notes: Notes): void {
  if (value === undefined || value === null || isNoValue(value)) return
  const message = `The permissions boundary (\`${name}\`) isn't part of Jets' settings, so it is left out: without it the role may do more.`
  notes.add(message, isObject(value) ? value : undefined)
}
