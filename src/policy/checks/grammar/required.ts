import type { Diagnostic } from "../../config/diagnostic.ts"
import type { Fix } from "../../config/fix.ts"
import { below, type Pointer } from "../../config/pointer.ts"
import {
  documentVersion,
  isIntrinsic,
  isList,
  isObject,
  type JsonObject,
  type JsonValue,
} from "../../iam/document.ts"
import { diagnose } from "../diagnostic.ts"
import { own } from "../parts.ts"
import type { Check, StatementCheck, Walk } from "../walk.ts"
import { harmless, knownKeys, slipsOf } from "./slips.ts"

/** Policy documents without a statement (IAM Access Analyzer, MISSING_STATEMENT). */
export function missingStatements({ documents }: Walk): readonly Diagnostic[] {
  return documents.flatMap(({ document, at }) => {
    const statement = own(document, "Statement")
    const empty = isList(statement) && statement.length === 0
    if (statement !== undefined && !empty) return []
    return diagnose(
      "missing-statement",
      "error",
      empty ? below(at, "Statement") : at,
      "This policy document has no statement: it grants nothing, and AWS rejects it. Add a `Statement`, or remove the document.",
    )
  })
}

/** Inline policies without a document, which CloudFormation requires (AWS::IAM::Role Policy). */
export function missingPolicyDocuments(judges: readonly Check[]): Check {
  return ({ entries }) =>
    entries.flatMap(({ item }) => {
      if (item?.kind !== "inline" || Object.hasOwn(item.policy, "PolicyDocument")) return []
      const statement = own(item.policy, "Statement")
      const isFixable =
        (isObject(statement) || isList(statement)) &&
        harmless(
          { policy: [item.policy] },
          judges,
        )(putInDocument(item.policy, statement, "/policy/0"))
      return diagnose(
        "missing-policy-document",
        "error",
        item.at,
        "This inline policy has a name but no `PolicyDocument`: it grants nothing, and CloudFormation rejects the role. Add `PolicyDocument` with its `Version` and `Statement`.",
        isFixable ? { fixes: [putInDocument(item.policy, statement, item.at)] } : {},
      )
    })
}

function putInDocument(policy: JsonObject, statement: JsonValue, at: Pointer): Fix {
  const { Statement: _statement, Version: _version, ...rest } = policy
  const document = { Version: documentVersion, Statement: statement }
  return {
    title: "Put Statement into a PolicyDocument",
    edits: [{ edit: "set", at, value: { ...rest, PolicyDocument: document } }],
  }
}

/** Statements with neither `Action` nor `NotAction` (IAM Access Analyzer, MISSING_ACTION). */
export const missingActions: StatementCheck = ({ statement }) =>
  lacks(statement, "Action", "NotAction")
    ? [
        diagnose(
          "missing-action",
          "error",
          "",
          "This statement names no action: AWS rejects the role, and the deploy fails. Add `Action`, such as `s3:GetObject`.",
        ),
      ]
    : []

/** Statements without `Effect` (IAM Access Analyzer, MISSING_EFFECT). */
export const missingEffects: StatementCheck = ({ statement }) =>
  lacks(statement, "Effect")
    ? [
        diagnose(
          "missing-effect",
          "error",
          "",
          "This statement doesn't say whether it allows or denies: AWS rejects the role, and the deploy fails. Add `Effect`, `Allow` or `Deny`.",
          adding(statement, "Effect", "Allow", "Add Effect: Allow"),
        ),
      ]
    : []

/** Statements with neither `Resource` nor `NotResource` (IAM Access Analyzer, MISSING_RESOURCE). */
export const missingResources: StatementCheck = ({ statement }) =>
  lacks(statement, "Resource", "NotResource")
    ? [
        diagnose(
          "missing-resource",
          "error",
          "",
          "This statement names no resource: AWS rejects the role, and the deploy fails. Add `Resource`, an ARN such as `arn:aws:s3:::my-bucket/*`, or `*` for all.",
          adding(statement, "Resource", "*", "Add Resource: * (all resources)"),
        ),
      ]
    : []

/** Actions and resources of which there are none (IAM Access Analyzer, EMPTY_ARRAY_ACTION, EMPTY_ARRAY_RESOURCE). */
export const emptyLists: StatementCheck = ({ statement }) => [
  ...["Action", "NotAction"]
    .filter((key) => isEmpty(statement, key))
    .map((key) =>
      diagnose(
        "empty-array-action",
        "error",
        below("", key),
        `\`${key}\` is an empty list: IAM refuses a statement without actions, and the deploy fails. Name the actions, or remove the statement.`,
      ),
    ),
  ...["Resource", "NotResource"]
    .filter((key) => isEmpty(statement, key))
    .map((key) =>
      diagnose(
        "empty-array-resource",
        "error",
        below("", key),
        `\`${key}\` is an empty list: IAM refuses a statement without resources, and the deploy fails. Name the resources by their ARNs, or write \`*\` for all.`,
        key === "Resource" ? { fixes: [allResources] } : {},
      ),
    ),
]

const allResources: Fix = {
  title: "Write * (all resources)",
  edits: [{ edit: "set", at: "/Resource", value: "*" }],
}

function lacks(statement: JsonObject, ...keys: readonly string[]): boolean {
  return !isIntrinsic(statement) && !keys.some((key) => Object.hasOwn(statement, key))
}

function isEmpty(statement: JsonObject, key: string): boolean {
  const value = own(statement, key)
  return isList(value) && value.length === 0
}

/** The fix that adds an element, unless a key that is a slip of it (or of its opposite) had better be renamed. */
function adding(
  statement: JsonObject,
  key: string,
  value: string,
  title: string,
): { readonly fixes: readonly Fix[] } {
  const meant = [...slipsOf(statement, knownKeys.statement).values()]
  if (meant.some((name) => name.endsWith(key))) return { fixes: [] }
  return { fixes: [{ title, edits: [{ edit: "set", at: below("", key), value }] }] }
}
