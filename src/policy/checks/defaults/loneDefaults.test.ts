import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import { fixesThatFail } from "../../conformance/checkRows.ts"
import { smallCatalog } from "../aws/smallCatalog.ts"
import { checkConfig } from "../check.ts"

const judge = (config: IamConfig) => checkConfig(config, { catalog: smallCatalog })
const document = { Version: "2012-10-17", Statement: [] }
const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" }

describe("a list without any of Jets' defaults gets none of them alone", () => {
  test.each<[code: string, list: unknown]>([
    ["invalid-service-in-action", ["lamda"]],
    ["invalid-action-format", ["s3:"]],
    ["invalid-action-format", ["s3::*"]],
    ["invalid-action-format", [[[" sqs"]]]],
    ["unsupported-character", ["s3\u200b"]],
    ["data-type-mismatch", "s3"],
  ])("%s: %j", (code, list) => {
    const config = JSON.parse(JSON.stringify({ default_policy: list }))
    const found = judge(config).filter((one) => one.code === code)
    expect(found.map(({ fixes }) => fixes)).toEqual([[]])
    expect(fixesThatFail(config, judge)).toEqual([])
  })

  test.each<IamConfig>([
    { default_policy: ["lamda", "s3"] },
    { default_policy: ["s3:", "sqs"] },
    { policy: ["s3:"] },
    { default_policy: [], policy: ["lamda"] },
  ])("elsewhere the fix stays: %j", (config) => {
    const [typo] = judge(config).filter(({ code }) => code.startsWith("invalid-"))
    expect(typo?.fixes).not.toEqual([])
  })
})

describe("a list's first statement isn't offered where its policy's name is taken", () => {
  test.each<IamConfig>([
    {
      policy: [
        { PolicyDocument: document },
        { PolicyName: "x", PolicyDocument: { Statement: statement } },
      ],
    },
    {
      policy: [
        { PolicyName: "CustomPolicy", PolicyDocument: document },
        { PolicyName: "x", PolicyDocument: { Statement: statement } },
      ],
    },
    { default_policy: [{ PolicyDocument: { Statement: statement } }] },
    { default_policy: [], policy: [{ PolicyName: "DefaultPolicy", PolicyDocument: document }] },
  ])("%j", (config) => {
    expect(fixesThatFail(config, judge)).toEqual([])
  })

  test("where it is free, it is", () => {
    const [found] = judge({
      policy: [{ PolicyName: "x", PolicyDocument: { Statement: statement } }],
    }).filter(({ code }) => code === "jets-raises-on-inline-policy")
    expect(found?.fixes).toHaveLength(1)
  })
})

test.each<IamConfig>([
  { managed_policy: JSON.parse('"AmazonSSMReadOnlyAccess"') },
  {
    policy: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:amazon:s3:::app-assets" }],
  },
])("no fix brings what is wrong a second time: %j", (config) => {
  expect(fixesThatFail(config, judge)).toEqual([])
})
