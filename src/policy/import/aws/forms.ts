import { isSetting } from "../../config/config.ts"
import {
  documentVersion,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { buildRole } from "../../role/build.ts"
import type { Data } from "../text/data.ts"
import { readCliAnswer } from "./cli.ts"
import { readResources } from "./cloudformation.ts"
import { createNotes, type Notes } from "./notes.ts"
import { readDocument, readPolicies, readStatements } from "./policies.ts"
import { type NamedRole, newRole, readRole } from "./role.ts"
import { readServerless } from "./serverless.ts"
import { expandVariables } from "./serverlessVariables.ts"

/** The roles of a text's data, and what stays out. Undefined: the data is of no form that is known. */
export function readForms(
  data: Data,
): { readonly roles: readonly NamedRole[]; readonly notes: Notes } | undefined {
  const { value } = data
  const isServerless = isObject(value) && isServerlessFile(value)
  const read = isServerless ? expandVariables(data) : data
  const notes = createNotes(read.rangeOf)
  const roles = isObject(read.value)
    ? readObject(read.value, isServerless, notes)
    : readList(read.value, notes)
  if (!roles) return undefined
  if (roles.length === 0 && notes.issues.length === 0)
    notes.add(
      "This text has no role with permissions of its own: nothing of it can come in. If it names an existing role, import that role's policies.",
      value,
      "no-permissions",
    )
  return { roles, notes }
}

function readObject(
  value: JsonObject,
  isServerless: boolean,
  notes: Notes,
): readonly NamedRole[] | undefined {
  if (isServerless) return readServerless(value, notes)
  if (isObject(value.Resources)) return readResources(value.Resources, notes)
  const answer = readCliAnswer(value, notes)
  if (answer) return answer
  if (typeof value.Type === "string" && value.Type.startsWith("AWS::"))
    return readResources({ "": value }, notes).map((role) =>
      newRole(undefined, role.Policies, role.ManagedPolicyArns),
    )
  if (isList(value.Policies) || isList(value.ManagedPolicyArns) || isObject(value.Properties))
    return [readRole(undefined, isObject(value.Properties) ? value.Properties : value, notes)]
  if (Object.hasOwn(value, "Statement")) {
    const document = readDocument(value, notes)
    return [newRole(undefined, document ? [{ PolicyDocument: document }] : [])]
  }
  if (isStatement(value)) return readBare([value], notes)
  if (Object.keys(value).some(isSetting)) return [readSettings(value)]
  return Object.values(value).some(isResource) ? readResources(value, notes) : undefined
}

/** A list of inline policies, of documents or of statements. */
function readList(value: JsonValue, notes: Notes): readonly NamedRole[] | undefined {
  if (!isList(value) || value.length === 0 || !value.every(isObject)) return undefined
  const all = (key: string) => value.every((one) => isObject(one) && Object.hasOwn(one, key))
  if (all("PolicyDocument")) return [newRole(undefined, readPolicies(value, notes))]
  if (all("Statement")) {
    const documents = value.map((PolicyDocument) => ({ PolicyDocument }))
    return [newRole(undefined, readPolicies(documents, notes))]
  }
  if (!value.some(isStatement)) return undefined
  const isDocument = (one: JsonValue) => isObject(one) && Object.hasOwn(one, "Statement")
  const documents = value.filter(isDocument).map((PolicyDocument) => ({ PolicyDocument }))
  const bare = readBare(
    value.filter((one) => !isDocument(one)),
    notes,
  )
  return documents.length === 0
    ? bare
    : [
        newRole(undefined, [
          ...readPolicies(documents, notes),
          ...bare.flatMap((role) => role.Policies),
        ]),
      ]
}

function readBare(statements: readonly JsonValue[], notes: Notes): readonly NamedRole[] {
  const Statement = readStatements(statements, notes)
  const document = Statement && { PolicyDocument: { Version: documentVersion, Statement } }
  return [newRole(undefined, document ? [document] : [])]
}

/** Settings of this editor's: only the lists that the text has count. */
function readSettings(value: JsonObject): NamedRole {
  const none = { default_policy: [], default_managed_policy: [], default_vpc_policy: [] }
  return buildRole({ ...none, ...value })
}

function isStatement(value: JsonValue): boolean {
  return (
    isObject(value) &&
    ["Effect", "Action", "NotAction"].filter((key) => Object.hasOwn(value, key)).length > 1
  )
}

function isResource(value: JsonValue): boolean {
  return isObject(value) && typeof value.Type === "string" && value.Type.startsWith("AWS::")
}

function isServerlessFile(value: JsonObject): boolean {
  if (Object.hasOwn(value, "Resources")) return false
  return isObject(value.provider) || (isObject(value.functions) && Object.hasOwn(value, "service"))
}
