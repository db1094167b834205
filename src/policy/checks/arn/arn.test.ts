import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import type { DiagnosticCode } from "../../config/diagnostic.ts"
import { applyFix } from "../../config/edit.ts"
import { checkConfig } from "../check.ts"
import { faultsOfArn } from "./faults.ts"

const codes = new Set<DiagnosticCode>([
  "invalid-arn-prefix",
  "missing-arn-field",
  "invalid-partition",
  "invalid-arn-region",
  "invalid-arn-account",
  "invalid-arn-service-case",
  "wildcard-in-service-name",
  "resource-effectively-star",
])

/** The settings with one resource, and what is said of it; `fixed` is what the first fix of each makes of it. */
function judged(Resource: string, Action = "sqs:SendMessage") {
  const config: IamConfig = { policy: [{ Effect: "Allow", Action, Resource }] }
  return checkConfig(config)
    .filter(({ code }) => codes.has(code))
    .map(({ code, fixes = [] }) => [
      code,
      ...fixes.map((fix) => JSON.parse(JSON.stringify(applyFix(config, fix))).policy[0].Resource),
    ])
}

test.each<[string, readonly (readonly string[])[]]>([
  ["*", []],
  ["", [["invalid-arn-prefix"]]],
  ["**", [["invalid-arn-prefix", "*"]]],
  [
    "ARN:aws:sqs:us-east-1:123456789012:q",
    [["invalid-arn-prefix", "arn:aws:sqs:us-east-1:123456789012:q"]],
  ],
  [" arn:aws:s3:::b", [["invalid-arn-prefix", "arn:aws:s3:::b"]]],
  ["aws:s3:::b", [["invalid-arn-prefix", "arn:aws:s3:::b"]]],
  ["aws:s3:b", [["invalid-arn-prefix"]]],
  ["s3://b/k", [["invalid-arn-prefix", "arn:aws:s3:::b/k"]]],
  [`\${Bucket.Arn}/*`, [["invalid-arn-prefix", `!Sub \${Bucket.Arn}/*`]]],
  [`\${aws:userid}`, [["invalid-arn-prefix"]]],
  ["app-assets/*", [["invalid-arn-prefix"]]],
  ["!Ref Queue", []],
  ["!Reference", [["invalid-arn-prefix"]]],
  ["#{arn}", []],
  ["arn:aws:s3:b/*", [["missing-arn-field", "arn:aws:s3:::b/*"]]],
  ["arn:aws:s3::b", [["missing-arn-field", "arn:aws:s3:::b"]]],
  ["arn:aws:iam:123456789012:role/x", [["missing-arn-field", "arn:aws:iam::123456789012:role/x"]]],
  ["arn:aws:iam:role/x", [["missing-arn-field"]]],
  ["arn:aws:sqs:us-east-1:q", [["missing-arn-field"]]],
  ["arn:aws:s3:#{bucket}", []],
  [`arn:aws:s3:\${a:b:c:d}`, [["missing-arn-field", `arn:aws:s3:::\${a:b:c:d}`]]],
  ["arn:aws:sqs:*", []],
  ["arn:amazon:sqs:*", [["invalid-partition"]]],
  ["arn:AWS:s3:::b", [["invalid-partition", "arn:aws:s3:::b"]]],
  ["arn::s3:::b", [["invalid-partition", "arn:aws:s3:::b"]]],
  ["arn:aws_cn:s3:::b", [["invalid-partition", "arn:aws-cn:s3:::b"]]],
  ["arn:#{x}:s3:::b", []],
  [
    "arn:aws:SQS:us-east-1:123456789012:Q",
    [["invalid-arn-service-case", "arn:aws:sqs:us-east-1:123456789012:Q"]],
  ],
  ["arn:aws:#{Jets.x}:us-east-1:123456789012:q", []],
  [
    "arn:aws:sqs:US_EAST_1:123456789012:q",
    [["invalid-arn-region", "arn:aws:sqs:us-east-1:123456789012:q"]],
  ],
  [
    "arn:aws:sqs:us-east-1b:123456789012:q",
    [["invalid-arn-region", "arn:aws:sqs:us-east-1:123456789012:q"]],
  ],
  ["arn:aws:sqs:us-east:*", [["invalid-arn-region"]]],
  [`arn:aws:sqs:\${aws:RequestedRegion}:#{Jets.aws.account}:q`, []],
  [
    "arn:aws:iam::1234 5678 9012:role/x",
    [["invalid-arn-account", "arn:aws:iam::123456789012:role/x"]],
  ],
  ["arn:aws:iam::12345678901:role/x", [["invalid-arn-account"]]],
  ["arn:aws:cloudfront::cloudfront:x", []],
  ["arn:aws:s?s:us-east-1:123456789012:q", [["wildcard-in-service-name"]]],
  ["arn:aws:sqs:us-east-1:123456789012:*:q?", []],
  ["arn:aws:*:*:*:*", [["wildcard-in-service-name"], ["resource-effectively-star", "*"]]],
  ["arn:aws:*", [["wildcard-in-service-name"], ["resource-effectively-star", "*"]]],
  ["arn:*", [["resource-effectively-star", "*"]]],
  ["arn:aws:*:*:*:*:*", [["wildcard-in-service-name"]]],
  ["arn:aws:*:*:*:x*", [["wildcard-in-service-name"]]],
  [
    "arn:Aws:Sqs:US-EAST-1:123:q",
    [
      ["invalid-partition", "arn:aws:Sqs:US-EAST-1:123:q"],
      ["invalid-arn-service-case", "arn:Aws:sqs:US-EAST-1:123:q"],
      ["invalid-arn-region", "arn:Aws:Sqs:us-east-1:123:q"],
      ["invalid-arn-account"],
    ],
  ],
])("%s", (resource, expected) => {
  expect(judged(resource)).toEqual(expected)
})

test("a bucket's name becomes its ARN where all actions are those of S3", () => {
  expect(judged("app-assets/*", "s3:GetObject")).toEqual([
    ["invalid-arn-prefix", "arn:aws:s3:::app-assets/*"],
  ])
  expect(judged("App", "s3:GetObject")).toEqual([["invalid-arn-prefix"]])
})

describe("managed policies", () => {
  const about = (managed_policy: readonly string[]) => {
    const config = { managed_policy }
    return checkConfig(config)
      .filter(({ code }) => /^(?:invalid-managed|service-linked)/.test(code))
      .map(({ code, fixes = [] }) => [
        code,
        ...fixes.map((fix) => applyFix(config, fix).managed_policy),
      ])
  }

  test.each<[string, readonly (string | readonly string[])[]]>([
    ["Amazon S3 Full Access", ["invalid-managed-policy-arn", ["AmazonS3FullAccess"]]],
    [" AmazonSSMReadOnlyAccess", ["invalid-managed-policy-arn"]],
    ["", ["invalid-managed-policy-arn"]],
    ["!Ref Policy", ["invalid-managed-policy-arn"]],
    ["!Ref arn:x", []],
    [
      "arn:aws:iam:us-east-1:aws:policy/A",
      ["invalid-managed-policy-arn", ["arn:aws:iam::aws:policy/A"]],
    ],
    ["arn:aws:iam::aws:A", ["invalid-managed-policy-arn", ["arn:aws:iam::aws:policy/A"]]],
    [
      `arn:aws:iam::\${AWS::AccountId}:policy/A`,
      ["invalid-managed-policy-arn", [`!Sub arn:aws:iam::\${AWS::AccountId}:policy/A`]],
    ],
    ["arn:aws:iam::123456789012:policy/a/b/C", []],
    ["arn:aws:iam::123456789012:policy//C", ["invalid-managed-policy-arn"]],
    ["arn:amazon:iam::aws:policy/C", ["invalid-managed-policy-arn"]],
    [`arn:aws:iam::aws:policy/${"x".repeat(129)}`, ["invalid-managed-policy-arn"]],
    ["#{policy}", []],
    ["aws-service-role/X", ["service-linked-role-managed-policy", []]],
    ["arn:aws-cn:iam::aws:policy/aws-service-role/X", ["service-linked-role-managed-policy", []]],
    ["arn:aws:iam::aws:policy/aws-service-role/#{x}", ["service-linked-role-managed-policy", []]],
  ])("%s", (name, expected) => {
    expect(about([name])).toEqual(expected.length > 0 ? [expected] : [])
  })

  test("one that stands twice isn't offered to be removed: the other would come up", () => {
    expect(about(["aws-service-role/X", "aws-service-role/X"])).toEqual([
      ["service-linked-role-managed-policy"],
    ])
  })
})

test("long hostile texts take no time", { timeout: 2_000 }, () => {
  for (const part of [`\${`, "#{", ":", "arn:", "a", "*", "-", "/", "\u0000"])
    expect(faultsOfArn(`arn:aws:${part.repeat(500_000)}`)).toBeDefined()
})
