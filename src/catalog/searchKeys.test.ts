import { describe, expect, it } from "vitest"
import { type Catalog, conditionOperatorNames, keyOf } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"
import { loadServiceDetails } from "./details.ts"
import { operatorsFor, searchConditionKeys } from "./searchKeys.ts"

const catalog: Catalog = {
  services: new Map(),
  details: new Map([
    [
      "s3",
      {
        actions: new Map([
          [
            "listbucket",
            {
              description: "",
              resourceTypes: [{ key: "bucket", required: true }],
              conditionKeys: ["s3:prefix", "aws:SourceIp"],
            },
          ],
          ["getobject", { description: "", resourceTypes: [], conditionKeys: ["s3:authType"] }],
        ]),
        resourceTypes: new Map([
          ["bucket", { key: "bucket", arns: [], conditionKeys: [`aws:ResourceTag/\${TagKey}`] }],
        ]),
        conditionKeys: new Map([
          [
            "s3:prefix",
            { key: "s3:prefix", type: "String", description: "Filters access by prefix" },
          ],
          ["s3:authtype", { key: "s3:authType", type: "String" }],
          ["s3:delimiter", { key: "s3:delimiter", type: "String" }],
          [`aws:resourcetag/\${tagkey}`, { key: `aws:ResourceTag/\${TagKey}`, type: "String" }],
        ]),
      },
    ],
  ]),
  globalKeys: new Map([
    ["lambda:sourcefunctionarn", { key: "lambda:SourceFunctionArn", type: "ARN" }],
    ["aws:tagkeys", { key: "aws:TagKeys", type: "ArrayOfString" }],
    ["aws:sourceip", { key: "aws:SourceIp", type: "IPAddress" }],
    ["aws:sourcearn", { key: "aws:SourceArn", type: "ARN" }],
    [`aws:resourcetag/\${tagkey}`, { key: `aws:ResourceTag/\${TagKey}`, type: "String" }],
  ]),
}

const globals =
  "aws:ResourceTag/<TagKey> aws:SourceArn aws:SourceIp aws:TagKeys lambda:SourceFunctionArn"

const rows: readonly (readonly [actions: string, query: string, found: string])[] = [
  // The actions' own, then the global ones, then those of sessions; each once.
  [
    "s3:ListBucket",
    "",
    "aws:ResourceTag/<TagKey> aws:SourceIp s3:prefix aws:SourceArn aws:TagKeys lambda:SourceFunctionArn",
  ],
  ["s3:GetObject", "", `s3:authType ${globals}`],
  ["s3:*", "s3:", "s3:prefix s3:authType"],
  ["S3:LISTBUCKET", "pre", "s3:prefix"],
  ["", "", globals],
  ["s3:Nothing sqs:SendMessage nonsense", "", globals],
  // Own keys first among equals.
  [
    "s3:ListBucket",
    "source",
    "aws:SourceIp aws:SourceArn lambda:SourceFunctionArn aws:ResourceTag/<TagKey>",
  ],
  [
    "s3:GetObject",
    "source",
    "aws:SourceIp aws:SourceArn lambda:SourceFunctionArn aws:ResourceTag/<TagKey>",
  ],
  ["s3:ListBucket", "aws:source", "aws:SourceIp aws:SourceArn"],
  ["s3:ListBucket", "tag key", "aws:ResourceTag/<TagKey> aws:TagKeys"],
  ["s3:ListBucket", "delimiter", ""],
]

describe("searchConditionKeys", () => {
  it.each(rows)("of '%s', '%s' finds %s", (actions, query, found) => {
    const choices = searchConditionKeys(catalog, actions.split(" "), query)
    expect(choices.map(({ value }) => value).join(" ")).toBe(found)
  })

  it.each([
    ["s3:prefix", "String · Prefix"],
    ["aws:TagKeys", "ArrayOfString"],
    ["lambda:SourceFunctionArn", "ARN"],
  ])("says of %s: %s", (key, detail) => {
    const [choice] = searchConditionKeys(catalog, ["s3:ListBucket"], key)
    expect(choice).toEqual({ value: key, label: key, detail })
  })

  it("gives at most as many as asked for, nothing from an empty catalog", () => {
    expect(searchConditionKeys(catalog, ["s3:*"], "", 2)).toHaveLength(2)
    expect(searchConditionKeys({}, ["s3:*"], "")).toEqual([])
  })

  it("finds what it offers again, in AWS's data", async () => {
    const parts = await loadCatalog("services", "keysAndArns")
    const aws = await loadServiceDetails(parts, ["s3", "iam", "sts", "kms"])
    for (const service of aws.details?.keys() ?? []) {
      const choices = searchConditionKeys(aws, [`${service}:*`], "", 1_000)
      expect(choices.length).toBeGreaterThan(60)
      for (const { value } of choices)
        expect(keyOf(aws, value.toLowerCase())?.known?.key, value).toBeDefined()
    }
  })
})

describe("operatorsFor", () => {
  it.each([
    ["aws:SourceIp", "IpAddress NotIpAddress Null"],
    ["AWS:SOURCEIP", "IpAddress NotIpAddress Null"],
    ["aws:SourceArn", "ArnLike ArnEquals ArnNotLike ArnNotEquals Null"],
    [
      "aws:ResourceTag/team",
      "StringEquals StringLike StringNotEquals StringNotLike StringEqualsIgnoreCase StringNotEqualsIgnoreCase Null",
    ],
    [
      "aws:TagKeys",
      "ForAnyValue:StringEquals ForAnyValue:StringLike ForAnyValue:StringNotEquals ForAnyValue:StringNotLike ForAnyValue:StringEqualsIgnoreCase ForAnyValue:StringNotEqualsIgnoreCase ForAllValues:StringEquals ForAllValues:StringLike ForAllValues:StringNotEquals ForAllValues:StringNotLike ForAllValues:StringEqualsIgnoreCase ForAllValues:StringNotEqualsIgnoreCase Null",
    ],
  ])("%s takes %s", (key, names) => {
    expect(operatorsFor(catalog, key).join(" ")).toBe(names)
  })

  it.each(["other:key", "aws:Nothing", "", "no key", "constructor"])(
    "'%s', which nobody knows, takes all",
    (key) => {
      expect(operatorsFor(catalog, key)).toBe(conditionOperatorNames)
      expect(operatorsFor({}, key)).toBe(conditionOperatorNames)
    },
  )

  it("offers operators that IAM has, for every key of AWS's data", async () => {
    const aws = await loadCatalog("services", "actions")
    const keys = [
      ...(aws.globalKeys?.values() ?? []),
      ...Array.from(aws.details?.values() ?? [], ({ conditionKeys }) => [
        ...conditionKeys.values(),
      ]).flat(),
    ]
    expect(keys.length).toBeGreaterThan(2_000)
    for (const { key } of keys) {
      const names = operatorsFor(aws, key)
      expect(names, key).not.toBe(conditionOperatorNames)
      expect(new Set(names).size).toBe(names.length)
      expect(names.at(-1)).toBe("Null")
      for (const name of names)
        expect(conditionOperatorNames).toContain(name.replace(/^For.*:/, ""))
    }
  })
})
