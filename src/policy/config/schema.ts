import type { OperatorName } from "../iam/condition.ts"
import type { JsonValue } from "../iam/document.ts"
import type { Setting } from "./config.ts"

/** The part of JSON Schema (draft 7) that the settings' schema is written in. */
export interface JsonSchema {
  readonly $schema?: string
  readonly title?: string
  readonly description?: string
  readonly type?: "array" | "object" | "string" | readonly string[]
  readonly enum?: readonly JsonValue[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

const oneOrMore = (description: string): JsonSchema => ({
  description,
  type: ["string", "array"],
})

/** What each of IAM's condition operators asks (IAM User Guide, "IAM JSON policy elements: Condition operators"). */
const operators: Readonly<Record<OperatorName, string>> = {
  StringEquals: "The text is equal, case included.",
  StringNotEquals: "The text differs.",
  StringEqualsIgnoreCase: "The text is equal, case aside.",
  StringNotEqualsIgnoreCase: "The text differs, case aside.",
  StringLike: "The text fits a pattern: `*` is any text, `?` one character.",
  StringNotLike: "The text fits no such pattern.",
  NumericEquals: "The number is equal.",
  NumericNotEquals: "The number differs.",
  NumericLessThan: "The number is smaller.",
  NumericLessThanEquals: "The number is smaller or equal.",
  NumericGreaterThan: "The number is greater.",
  NumericGreaterThanEquals: "The number is greater or equal.",
  DateEquals: "It is that time (ISO 8601).",
  DateNotEquals: "It is another time.",
  DateLessThan: "It is before that time.",
  DateLessThanEquals: "It is before that time, or that time.",
  DateGreaterThan: "It is after that time.",
  DateGreaterThanEquals: "It is after that time, or that time.",
  Bool: "The key is `true` or `false`, as written.",
  BinaryEquals: "The bytes are equal (Base64).",
  IpAddress: "The address lies in the range (CIDR).",
  NotIpAddress: "The address lies outside of the range.",
  ArnEquals: "The ARN fits; each of its six parts may hold `*` and `?`.",
  ArnLike: "The same as `ArnEquals`.",
  ArnNotEquals: "The ARN doesn't fit.",
  ArnNotLike: "The same as `ArnNotEquals`.",
  Null: "`true`: the request doesn't have the key. `false`: it has it.",
}

/** The names of IAM's condition operators, without their prefixes and suffixes. */
export const conditionOperatorNames: readonly string[] = Object.keys(operators)

/** The elements of a statement in a role's policy (IAM User Guide, "IAM JSON policy elements reference"). */
const statement: JsonSchema = {
  description: "A statement: what is allowed or denied.",
  type: "object",
  properties: {
    Sid: {
      description: "The statement's own name: letters and digits, once in its policy.",
      type: "string",
    },
    Effect: {
      description: "Whether the statement allows or denies. A `Deny` wins over every `Allow`.",
      type: "string",
      enum: ["Allow", "Deny"],
    },
    Action: oneOrMore(
      'The actions, as `service:Name`. `*` stands for any text: `s3:Get*`, `"s3:*"`.',
    ),
    NotAction: oneOrMore(
      "Every action except these, of all services. With `Allow` that grants nearly everything.",
    ),
    Resource: oneOrMore("The ARNs that the statement is about; `*` is every resource."),
    NotResource: oneOrMore("Every resource except these ARNs."),
    Condition: {
      description:
        'When the statement counts: an operator, with the keys and values that it compares, as in `{"StringEquals": {"aws:RequestedRegion": "us-east-1"}}`.',
      type: "object",
      properties: Object.fromEntries(
        Object.entries(operators).map(([operator, description]) => [
          operator,
          { description, type: "object" },
        ]),
      ),
      additionalProperties: { type: "object" },
    },
  },
}

/** A policy document (IAM User Guide, "JSON policy document structure"). */
const document: JsonSchema = {
  description: "A policy document. Jets takes its statements, and writes the version itself.",
  type: "object",
  properties: {
    Version: {
      description:
        "The version of IAM's policy language. `2012-10-17` is the current one; policy variables need it.",
      type: "string",
      enum: ["2012-10-17", "2008-10-17"],
    },
    Id: { description: "The document's own name. Nothing reads it in a role.", type: "string" },
    Statement: {
      ...statement,
      description: "The statements, or one of them alone.",
      type: ["array", "object"],
      items: statement,
    },
  },
}

/** An entry of CloudFormation's `Policies` (AWS::IAM::Role Policy). */
const inline: JsonSchema = {
  description: "An inline policy of its own. Jets 6.0.5 fails on it: a policy document is safer.",
  type: "object",
  properties: {
    PolicyName: { description: "The policy's name, once in the role.", type: "string" },
    PolicyDocument: document,
  },
}

const policyList = (description: string): JsonSchema => ({
  description,
  type: "array",
  items: {
    anyOf: [
      {
        description: "A service such as `s3`, for all its actions, or an action.",
        type: "string",
      },
      statement,
      document,
      inline,
    ],
  },
})

const managedList = (description: string): JsonSchema => ({
  description,
  type: "array",
  items: {
    description: "The name of a managed policy of AWS, or the ARN of any.",
    type: "string",
  },
})

const lists = {
  policy: policyList(
    "What the role may do beyond Jets' defaults: services, actions, statements or policy documents.",
  ),
  managed_policy: managedList("Managed policies that the role gets beyond Jets' defaults."),
  default_policy: policyList(
    "Replaces Jets' own list of what a deploy needs. Absent: Jets' defaults.",
  ),
  default_managed_policy: managedList(
    "Replaces Jets' own list of managed policies. Absent: Jets' defaults.",
  ),
  default_vpc_policy: policyList(
    "Replaces what Jets adds when the runner is in a VPC. Absent: Jets' defaults.",
  ),
} as const satisfies Record<Setting, JsonSchema>

/**
 * The settings as JSON Schema: what an editor explains and completes. It judges nothing: checkConfig does.
 */
export const configJsonSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "Jets: config.codebuild.iam",
  type: "object",
  properties: lists,
  additionalProperties: false,
}
