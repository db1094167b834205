import { describe, expect, it } from "vitest"
import type { AccessLevel, Catalog, CatalogAction } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"
import { byAccessLevel } from "./pack/services.ts"
import { searchCatalog } from "./search.ts"

const actions = (text: string): ReadonlyMap<string, CatalogAction> =>
  new Map(
    text.split(" ").map((name): [string, CatalogAction] => {
      const level: AccessLevel = name.startsWith("Put") ? "Write" : "Read"
      return [name.toLowerCase(), { name, level }]
    }),
  )
const service = (prefix: string, name: string) =>
  [prefix, { prefix, name, actions: byAccessLevel(() => 0) }] as const

const catalog: Catalog = {
  services: new Map([
    service("s3", "Amazon S3"),
    service("mediastore", "AWS Elemental MediaStore"),
    service("putty", "Amazon Putty"),
    service("compute", "Compute Optimizer"),
  ]),
  actions: new Map([
    ["mediastore", actions("GetObject PutObject GetObjects")],
    ["s3", actions("PutObject GetObjectAcl GetObject ListBucket ListObjectVersionAnnotations")],
  ]),
}

const rows: readonly (readonly [query: string, found: string])[] = [
  // A service: all in alphabetical order.
  [
    "s3:",
    "s3:GetObject s3:GetObjectAcl s3:ListBucket s3:ListObjectVersionAnnotations s3:PutObject",
  ],
  [
    " S3: ",
    "s3:GetObject s3:GetObjectAcl s3:ListBucket s3:ListObjectVersionAnnotations s3:PutObject",
  ],
  // It begins so, the shorter first; then what has a word so; then what holds it.
  ["s3:get", "s3:GetObject s3:GetObjectAcl"],
  ["s3:GETOBJECT", "s3:GetObject s3:GetObjectAcl"],
  ["s3:acl object", "s3:GetObjectAcl"],
  [
    "s3:bject",
    "s3:GetObject s3:PutObject s3:GetObjectAcl s3:ListObjectVersionAnnotations s3:ListBucket",
  ],
  ["s3:nothing", ""],
  ["nothing:get", ""],
  [":", ""],
  [":get", ""],
  ["constructor:get", ""],
  // Patterns stand before what they match.
  ["s3:Get*", "s3:Get* s3:GetObject s3:GetObjectAcl"],
  ["S3:get*acl", "s3:get*acl s3:GetObjectAcl"],
  ["s3:GetObjec?", "s3:GetObjec? s3:GetObject"],
  [
    "s3:*",
    "s3:* s3:GetObject s3:GetObjectAcl s3:ListBucket s3:ListObjectVersionAnnotations s3:PutObject",
  ],
  ["s3:Nothing*", ""],
  ["s*:Get", ""],
  // Operations give what they need; behind the actions that match as well.
  ["s3:HeadBucket", "s3:ListBucket"],
  ["s3:headb", "s3:ListBucket"],
  ["s3:CopyObject", "s3:GetObject s3:PutObject"],
  ["mediastore:HeadBucket", ""],
  // Bare names: Jets' own services first.
  ["GetObject", "s3:GetObject mediastore:GetObject s3:GetObjectAcl mediastore:GetObjects"],
  ["get object", "s3:GetObject mediastore:GetObject s3:GetObjectAcl mediastore:GetObjects"],
  ["HeadBucket", "s3:ListBucket"],
  ["head bucket", "s3:ListBucket"],
  ["bucket head", "s3:ListBucket"],
  ["UploadPartCopy", "s3:GetObject s3:PutObject"],
  // Services that begin so, then actions, then services that hold it.
  ["put", "putty s3:PutObject mediastore:PutObject compute"],
  // Too short for bare names.
  ["pu", "putty compute"],
  ["Get*", ""],
]

describe("actions in searchCatalog", () => {
  it.each(rows)("'%s' finds %s", (query, found) => {
    const values = searchCatalog(catalog, "policy", query).map(({ value }) => value)
    expect(values.join(" ")).toBe(found)
  })

  const detailed: Catalog = {
    ...catalog,
    details: new Map([
      [
        "s3",
        {
          actions: new Map([
            [
              "getobject",
              {
                description: "Grants permission to retrieve objects",
                resourceTypes: [],
                conditionKeys: [],
              },
            ],
          ]),
          resourceTypes: new Map(),
          conditionKeys: new Map(),
        },
      ],
    ]),
  }

  it.each([
    [catalog, "s3:get", "s3:GetObject", "Read"],
    [catalog, "s3:put", "s3:PutObject", "Write"],
    [detailed, "s3:get", "s3:GetObject", "Read · Retrieve objects"],
    [detailed, "getobject", "s3:GetObject", "Read · Retrieve objects"],
    [detailed, "s3:put", "s3:PutObject", "Write"],
    [catalog, "s3:Get*", "s3:Get*", "2 actions"],
    [catalog, "s3:Put*", "s3:Put*", "1 action"],
    [catalog, "HeadBucket", "s3:ListBucket", "Read · for HeadBucket"],
    [detailed, "s3:copyobject", "s3:GetObject", "Read · for CopyObject"],
  ])("%#: '%s' first shows %s with '%s'", (catalog, query, value, detail) => {
    expect(searchCatalog(catalog, "policy", query)[0]).toEqual({ value, label: value, detail })
  })

  it.each(["s3:", "s3:get", "s3:Get*", "object", "s3:copyobject"])(
    "gives at most as many as asked for, and each once ('%s')",
    (query) => {
      expect(searchCatalog(catalog, "policy", query, 2)).toHaveLength(2)
      const values = searchCatalog(catalog, "policy", query).map(({ value }) => value)
      expect(new Set(values).size).toBe(values.length)
    },
  )

  it.each(["s3:get", "s3:HeadBucket", "HeadBucket", "GetObject", "s3:Get*"])(
    "gives nothing while the names aren't loaded ('%s')",
    (query) => {
      const { services = new Map() } = catalog
      expect(searchCatalog({ services }, "policy", query)).toEqual([])
    },
  )
})

const aws = await loadCatalog("services", "actionNames")

describe("in AWS's data", () => {
  it.each([
    ["GetObject", "s3:GetObject"],
    ["head bucket", "s3:ListBucket"],
    ["HeadObject", "s3:GetObject"],
    ["publish", "sns:Publish"],
    ["SendMessageBatch", "sqs:SendMessage"],
    ["lambda", "lambda"],
    ["lambda:invoke", "lambda:InvokeFunction"],
    ["describe instances", "ec2:DescribeInstances"],
    ["create rest api", "apigateway:POST"],
    ["PutItem", "dynamodb:PutItem"],
  ])("'%s' leads to %s", (query, value) => {
    expect(searchCatalog(aws, "policy", query)[0]?.value).toBe(value)
  })

  it("every action is first by its own name", () => {
    for (const [service, actions] of aws.actions ?? [])
      for (const { name } of Array.from(actions.values()).filter((_, index) => index % 10 === 0))
        expect(searchCatalog(aws, "policy", `${service}:${name}`, 1)[0]?.value).toBe(
          `${service}:${name}`,
        )
  })
})
