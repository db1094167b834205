import type { Catalog, CatalogConditionKey, CatalogServiceDetail } from "../../iam/catalog.ts"

const tag = "$" + "{TagKey}"
const form = (rest: string) => `arn:\${Partition}:${rest}`

interface SmallService {
  readonly name: string
  /** The resource types of each action, and the keys of its own; `!` marks a required type. */
  readonly actions: Readonly<Record<string, { types?: string; keys?: string }>>
  readonly types: Readonly<Record<string, { arns: readonly string[]; keys?: string }>>
  readonly keys: Readonly<Record<string, string>>
}

const described: Readonly<Record<string, SmallService>> = {
  s3: {
    name: "Amazon S3",
    actions: {
      GetObject: { types: "object!" },
      PutObject: { types: "object!" },
      ListBucket: { types: "bucket!", keys: "s3:prefix s3:max-keys" },
      ListAllMyBuckets: {},
      GetBucketAcl: { types: "bucket!" },
    },
    types: {
      bucket: { arns: [form("s3:::$" + "{BucketName}")], keys: `aws:ResourceTag/${tag}` },
      object: { arns: [form("s3:::$" + "{BucketName}/$" + "{ObjectName}")] },
    },
    keys: {
      "s3:prefix": "String",
      "s3:max-keys": "Numeric",
      "s3:ExistingObjectTag/<key>": "String",
    },
  },
  lambda: {
    name: "AWS Lambda",
    actions: {
      InvokeFunction: { types: "function!" },
      InvokeAsync: { types: "function!" },
      GetFunction: { types: "function!" },
      ListFunctions: {},
    },
    types: {
      function: { arns: [form("lambda:$" + "{Region}:$" + "{Account}:function:$" + "{Name}")] },
    },
    keys: { "lambda:Layer": "ArrayOfString", "lambda:FunctionArn": "ARN" },
  },
  logs: {
    name: "Amazon CloudWatch Logs",
    actions: { PutLogEvents: { types: "log-group!" } },
    types: {
      "log-group": {
        arns: [form("logs:$" + "{Region}:$" + "{Account}:log-group:$" + "{Name}")],
      },
    },
    keys: {},
  },
  cloudwatch: {
    name: "Amazon CloudWatch",
    actions: { PutMetricData: {} },
    types: {},
    keys: {},
  },
}

const globals: Readonly<Record<string, string>> = {
  "aws:userid": "String",
  "aws:username": "String",
  "aws:TagKeys": "ArrayOfString",
  "aws:CalledVia": "ArrayOfString",
  "aws:RequestedRegion": "String",
  "aws:SourceIp": "IPAddress",
  "aws:SourceArn": "ARN",
  "aws:SecureTransport": "Bool",
  "aws:EpochTime": "Date",
  [`aws:ResourceTag/${tag}`]: "String",
  [`aws:PrincipalTag/${tag}`]: "String",
  "lambda:SourceFunctionArn": "ARN",
}

const words = (text = "") => text.split(" ").filter(Boolean)

function keysOf(types: Readonly<Record<string, string>>): Map<string, CatalogConditionKey> {
  return new Map(Object.entries(types).map(([key, type]) => [key.toLowerCase(), { key, type }]))
}

function detailOf({ actions, types, keys }: SmallService): CatalogServiceDetail {
  return {
    actions: new Map(
      Object.entries(actions).map(([name, { types, keys }]) => [
        name.toLowerCase(),
        {
          description: "",
          resourceTypes: words(types).map((type) => ({
            key: type.replace("!", ""),
            required: type.endsWith("!"),
          })),
          conditionKeys: words(keys),
        },
      ]),
    ),
    resourceTypes: new Map(
      Object.entries(types).map(([key, { arns, keys }]) => [
        key,
        { key, arns, conditionKeys: words(keys) },
      ]),
    ),
    conditionKeys: keysOf(keys),
  }
}

const services = Object.entries(described)

/** A catalog with a little of four services, for tests. */
export const smallCatalog: Required<Omit<Catalog, "managedDocuments">> = {
  date: "2026-09-26",
  services: new Map(
    services.map(([prefix, { name }]) => [
      prefix,
      {
        prefix,
        name,
        actions: { List: 0, Read: 0, Tagging: 0, Write: 0, "Permissions management": 0 },
      },
    ]),
  ),
  actions: new Map(
    services.map(([prefix, { actions }]) => [
      prefix,
      new Map(
        Object.keys(actions).map((name) => [name.toLowerCase(), { name, level: "Read" as const }]),
      ),
    ]),
  ),
  details: new Map(services.map(([prefix, service]) => [prefix, detailOf(service)])),
  arnForms: new Map(
    services.map(([prefix, { types }]) => [
      prefix,
      Object.values(types).flatMap(({ arns }) => arns),
    ]),
  ),
  globalKeys: keysOf(globals),
  otherKeyPrefixes: new Set(["saml"]),
  managedPolicies: new Map(
    [
      "AmazonS3FullAccess",
      "AmazonSSMReadOnlyAccess",
      "service-role/AWSLambdaBasicExecutionRole",
      "aws-service-role/AWSLambdaReplicator",
      "AWSLambda_FullAccess",
    ].map((name) => [name, { name }]),
  ),
}
