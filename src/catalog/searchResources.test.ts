import { describe, expect, it } from "vitest"
import type { Catalog, CatalogActionDetail, CatalogServiceDetail } from "../policy/index.ts"
import { withBlanks } from "./choice.ts"
import { loadServiceDetails } from "./details.ts"
import { searchResources } from "./searchResources.ts"

const action = (...types: string[]): CatalogActionDetail => ({
  description: "",
  resourceTypes: types.map((key) => ({ key, required: true })),
  conditionKeys: [],
})
const resource = (key: string, ...paths: string[]) =>
  [
    key,
    {
      key,
      arns: paths.map((path) => `arn:\${Partition}:s3:${path}`),
      conditionKeys: [],
    },
  ] as const

const s3: CatalogServiceDetail = {
  actions: new Map([
    ["getobject", action("object")],
    ["putobject", action("object", "point")],
    ["listbucket", action("bucket")],
    ["listall", action()],
    ["strange", action("missing")],
  ]),
  resourceTypes: new Map([
    resource("point", `\${Region}:\${Account}:point/\${Name}`, "::point"),
    resource("bucket", `::\${BucketName}`),
    resource("object", `::\${BucketName}/\${ObjectName}`),
  ]),
  conditionKeys: new Map(),
}
const catalog: Catalog = { details: new Map([["s3", s3]]) }

const object = "arn:aws:s3:::<BucketName>/<ObjectName>"
const bucket = "arn:aws:s3:::<BucketName>"
const point = "arn:aws:s3:<Region>:<Account>:point/<Name>"

const rows: readonly (readonly [actions: string, query: string, found: readonly string[]])[] = [
  ["s3:GetObject", "", [object]],
  ["S3:getobject", "", [object]],
  ["s3:GetObject s3:GetObject", "", [object]],
  // A type with several forms; the shorter first.
  ["s3:PutObject", "", ["arn:aws:s3:::point", object, point]],
  // What most actions take first.
  ["s3:PutObject s3:GetObject", "", [object, "arn:aws:s3:::point", point]],
  ["s3:*Object", "", [object, "arn:aws:s3:::point", point]],
  ["s3:GetObject s3:ListBucket", "", [bucket, object]],
  // By words of the ARN and of the type.
  ["s3:GetObject s3:ListBucket", "OBJECT", [object]],
  ["s3:PutObject", "point name", [point]],
  ["s3:PutObject", "arn:aws:s3:::p", ["arn:aws:s3:::point"]],
  ["s3:PutObject", "nothing", []],
  // Only "*".
  ["s3:ListAll", "", ["*"]],
  ["s3:ListAll s3:ListBucket", "", [bucket, "*"]],
  ["s3:ListAll", "*", ["*"]],
  ["s3:ListAll", "arn:", []],
  // Unknown.
  ["s3:Strange", "", []],
  ["s3:Nothing", "", []],
  ["sqs:SendMessage", "", []],
  ["nonsense * *:* :: s3:", "", []],
  ["", "", []],
]

describe("searchResources", () => {
  it.each(rows)("of %s, '%s' finds %o", (actions, query, found) => {
    const choices = searchResources(catalog, actions.split(" "), query)
    expect(choices.map(({ value }) => value)).toEqual(found)
    for (const { value, label } of choices) expect(label).toBe(value)
  })

  it.each([
    ["s3:GetObject", ["object"]],
    ["s3:ListBucket s3:ListAll", ["bucket, 1 of 2 actions", "all that 1 of 2 actions can take"]],
    ["s3:ListAll", ["all that the action can take"]],
  ])("says of %s: %o", (actions, details) => {
    const choices = searchResources(catalog, actions.split(" "), "")
    expect(choices.map(({ detail }) => detail)).toEqual(details)
  })

  it("gives at most as many as asked for, nothing without details", () => {
    expect(searchResources(catalog, ["s3:*"], "", 2)).toHaveLength(2)
    expect(searchResources({}, ["s3:*"], "")).toEqual([])
  })

  it("offers no policy variable and no partition to fill, in AWS's data", async () => {
    const aws = await loadServiceDetails({}, ["s3", "sqs", "lambda", "apigateway", "backup"])
    for (const service of aws.details?.keys() ?? []) {
      const choices = searchResources(aws, [`${service}:*`], "", 1_000)
      expect(choices.length).toBeGreaterThan(0)
      for (const { value } of choices) expect(value).toMatch(/^(\*|arn:aws:[^${}]+)$/)
    }
  })
})

it.each([
  [`arn:\${Partition}:s3:::\${BucketName}/x`, "arn:aws:s3:::<BucketName>/x"],
  [`aws:RequestTag/\${TagKey}`, "aws:RequestTag/<TagKey>"],
  ["s3:prefix", "s3:prefix"],
])("the blanks of %s are written %s", (form, written) => {
  expect(withBlanks(form)).toBe(written)
})
