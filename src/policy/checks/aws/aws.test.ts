import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import type { Diagnostic } from "../../config/diagnostic.ts"
import { applyFix } from "../../config/edit.ts"
import { anyConfig } from "../../conformance/arbitrary.ts"
import { fixesThatFail } from "../../conformance/checkRows.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { JsonValue } from "../../iam/document.ts"
import { walkSettings } from "../walk.ts"
import { awsChecks } from "./aws.ts"
import { smallCatalog } from "./smallCatalog.ts"

function judge(config: IamConfig, catalog: Catalog = smallCatalog): readonly Diagnostic[] {
  const walk = walkSettings(config, "docs", catalog)
  return awsChecks.flatMap((check) => check(walk))
}

const statement = (parts: { readonly [key: string]: JsonValue }): IamConfig => ({
  policy: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*", ...parts }],
})

const codesOf = (config: IamConfig, catalog?: Catalog) =>
  judge(config, catalog).map(({ code }) => code)

/** What the fixes of a code make of the first item. */
const fixed = (config: IamConfig, code: string) =>
  judge(config)
    .filter((one) => one.code === code)
    .flatMap(({ fixes }) => fixes ?? [])
    .map((fix) => applyFix(config, fix).policy)

const wrong: IamConfig = {
  policy: [
    "lamda",
    "s3:GetObjets",
    {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:ListAllMyBuckets", "s3:Gett*", "lambda:InvokeFunction"],
      Resource: [
        "arn:aws:s3:us-east-1:123456789012:b/*",
        "arn:aws:lamda:us-east-1:123456789012:function:x",
        "arn:aws:lambda::123456789012:functions:x",
        "arn:aws:lambda:::function:$" + "{aws:usrid}$" + "{aws:TagKeys}",
      ],
      Condition: {
        StringEquals: {
          "aws:Region": "us-east-1",
          "s3:prefixs": "a",
          "s33:prefix": "a",
          "s3:max-keys": "1",
          "aws:TagKeys": "a",
          "aws:SourceArn": "arn:aws:s3:::b",
          "aws:ResourceTag/a": "b",
        },
        "ForAllValues:StringEquals": { "aws:RequestedRegion": "us-east-1" },
      },
    },
    { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:lambda:*:*:function:x" },
    { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
    {
      Effect: "Deny",
      Action: "s3:GetObject",
      Resource: "*",
      Condition: { StringEquals: { "aws:ResourceTag/a": "b" } },
    },
  ],
  managed_policy: ["AmazonS3FulAccess", "AWSLambdaFullAccess"],
}

describe("a part of the catalog that isn't loaded", () => {
  const { date, ...parts } = smallCatalog
  test("the whole catalog finds something of every code", () => {
    expect(new Set(codesOf(wrong)).size).toBe(27)
  })
  test.each(Object.keys(parts))("%s alone finds less, and throws nothing", (part) => {
    const alone = Object.fromEntries(Object.entries(parts).filter(([key]) => key === part))
    expect(new Set(codesOf(wrong, alone)).size).toBeLessThanOrEqual(
      part === "managedPolicies" ? 2 : 8,
    )
  })
  test.each(Object.keys(parts))("without %s nothing new is found", (part) => {
    const others = Object.fromEntries(Object.entries(parts).filter(([key]) => key !== part))
    const all = new Set(codesOf(wrong))
    for (const code of codesOf(wrong, others)) expect(all).toContain(code)
  })
  test("an action of a service without details is judged by its name alone", () => {
    const { details, ...others } = smallCatalog
    const some = new Map([...details].filter(([prefix]) => prefix !== "s3"))
    expect(
      codesOf(statement({ Action: "s3:ListAllMyBuckets" }), { ...others, details: some }),
    ).toEqual([])
    expect(codesOf(statement({ Action: "s3:GetObjec" }), { ...others, details: some })).toEqual([
      "invalid-action",
    ])
  })
})

test("what is right is silent", () => {
  expect(
    judge({
      policy: [
        "s3",
        "lambda:Invoke*",
        {
          Effect: "Allow",
          Action: ["s3:GetObject", "S3:listbucket"],
          Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/$" + "{aws:userid}/*"],
          Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
        },
      ],
      managed_policy: ["AmazonS3FullAccess"],
    }),
  ).toEqual([])
})

describe("what can't be known is silent", () => {
  test.each<[string, IamConfig]>([
    ["Ruby's interpolation in an action", { policy: ["s3:#{x}", "#{x}:Get", "s3:Get#{x}Nothing"] }],
    ["a tag as an item", { policy: ["!Ref Something"] }],
    ["a variable in an action", { policy: ["s3:$" + "{x}"] }],
    ["a tag as a resource", statement({ Resource: "!Ref Bucket" })],
    ["an intrinsic as a resource", statement({ Resource: [{ Ref: "B" }] })],
    ["Ruby's interpolation as a resource", statement({ Resource: "#{bucket}" })],
    ["Ruby's interpolation in an ARN", statement({ Resource: "arn:aws:s3:#{region}::#{bucket}" })],
    ["a service in Ruby's interpolation", statement({ Resource: "arn:aws:#{a}:::b/*" })],
    [
      "a star action with an open resource",
      statement({ Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::#{x}" }),
    ],
    ["an incomplete ARN", statement({ Resource: "arn:aws:s3:*" })],
    ["an interpolated key", statement({ Condition: { StringEquals: { "aws:Req#{x}": "a" } } })],
    ["an interpolated prefix", statement({ Condition: { StringEquals: { "#{x}:a": "a" } } })],
    [
      "an identity provider's variable",
      statement({ Resource: "arn:aws:s3:::b/$" + "{idp.example.com:sub}" }),
    ],
    [
      "CloudFormation's variable in a tag",
      statement({ Resource: "!Sub arn:aws:s3:::$" + "{Bucket}/*" }),
    ],
    ["a tag as a managed policy", { managed_policy: ["!Sub arn:aws:iam::aws:policy/X"] }],
    ["Ruby's interpolation in a managed policy", { managed_policy: ["#{x}", "Amazon#{x}"] }],
    ["a malformed managed policy", { managed_policy: ["arn:aws:iam::aws:role/X", "a b"] }],
  ])("%s", (_, config) => {
    expect(judge(config)).toEqual([])
  })
})

describe("fixes", () => {
  test("remove their diagnostics and bring no error", () => {
    expect(fixesThatFail(wrong, (config) => judge(config))).toEqual([])
  })

  test("an operation that needs two actions", () => {
    expect(fixed({ policy: ["s3:CopyObject"] }, "invalid-action")).toEqual([
      ["s3:GetObject", "s3:PutObject"],
    ])
    expect(fixed({ policy: ["s3:CopyObject", "s3:GetObject"] }, "invalid-action")).toEqual([
      ["s3:PutObject", "s3:GetObject"],
    ])
    expect(fixed(statement({ Action: "s3:CopyObject" }), "invalid-action")).toMatchObject([
      [{ Action: ["s3:GetObject", "s3:PutObject"] }],
    ])
    const list = ["lambda:GetFunction", "s3:CopyObject", "lambda:InvokeAsync"]
    expect(fixed(statement({ Action: list }), "invalid-action")).toMatchObject([
      [{ Action: ["lambda:GetFunction", "s3:GetObject", "s3:PutObject", "lambda:InvokeAsync"] }],
    ])
  })

  test("what is there already isn't repeated", () => {
    expect(fixed({ policy: ["s3:GetObjects", "s3:GetObject"] }, "invalid-action")).toEqual([
      ["s3:GetObject"],
    ])
    const list = ["s3:HeadObject", "s3:GetObject"]
    expect(fixed(statement({ Action: list }), "invalid-action")).toMatchObject([
      [{ Action: ["s3:GetObject"] }],
    ])
  })

  test("a shorthand stays one", () => {
    expect(fixed({ policy: ["lamda"] }, "invalid-service-in-action")).toEqual([["lambda"]])
  })

  test("a bucket's objects are added", () => {
    const config = statement({ Resource: "arn:aws:s3:::b" })
    expect(fixed(config, "resource-mismatch")).toMatchObject([
      [{ Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"] }],
    ])
  })

  test("no action is said to be without a resource beside one that isn't known", () => {
    const config = statement({ Resource: ["arn:aws:s3:::b", { Ref: "B" }] })
    expect(codesOf(config)).toEqual(["resource-unused-by-actions"])
  })

  test("repeats go as well", () => {
    const resource = "arn:aws:lambda:*:*:function:x"
    const resources = statement({ Resource: [resource, resource, "arn:aws:s3:::b/*"] })
    const actions = statement({ Action: ["s3:HeadObject", "s3:HeadObject", "s3:GetObject"] })
    for (const config of [resources, actions])
      expect(fixesThatFail(config, (config) => judge(config))).toEqual([])
    expect(fixed(resources, "resource-unused-by-actions")[0]).toMatchObject([
      { Resource: ["arn:aws:s3:::b/*"] },
    ])
  })

  test("the last resource stays", () => {
    const config = statement({ Resource: ["arn:aws:lambda:*:*:function:x"] })
    expect(codesOf(config)).toContain("resource-unused-by-actions")
    expect(fixed(config, "resource-unused-by-actions")).toEqual([])
  })
})

test("any settings can be judged, without changing them", () => {
  fc.assert(
    fc.property(anyConfig, (config: IamConfig) => {
      const before = JSON.stringify(config)
      for (const { message, at } of judge(config)) {
        expect(message).toMatch(/^[^\n]*[.?]$/)
        expect(message.split("`").length % 2).toBe(1)
        expect(at).toMatch(/^\//)
      }
      expect(JSON.stringify(config)).toBe(before)
    }),
  )
})

test.each<[string, () => IamConfig]>([
  [
    "2,000 unknown actions",
    () => ({ policy: Array.from({ length: 2_000 }, (_, i) => `s3:Gett${i}`) }),
  ],
  ["an action of a megabyte", () => ({ policy: [`s3:${"*a".repeat(500_000)}`] })],
  [
    "a resource of a megabyte",
    () => statement({ Resource: `arn:aws:s3:::${"*a".repeat(500_000)}` }),
  ],
  [
    "a resource full of wildcards",
    () => statement({ Resource: `arn:aws:s3:::${"*a".repeat(900)}` }),
  ],
  ["many unknown variables", () => statement({ Resource: `${"$"}{a}`.repeat(100_000) })],
])("%s: judged soon", { timeout: 1_000 }, (_, make) => {
  expect(judge(make())).toBeDefined()
})
