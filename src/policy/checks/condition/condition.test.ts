// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import { anyConfig } from "../../conformance/arbitrary.ts"
import { isList, type JsonObject } from "../../iam/document.ts"
import { codesOf, judged, under } from "./judged.ts"

describe("what isn't known isn't judged", () => {
  test.each<[string, JsonObject]>([
    ["CloudFormation's Condition", { "Fn::If": ["A", {}, {}] }],
    ["CloudFormation's block", { StringEquals: { Ref: "A" } }],
    ["CloudFormation's value", { Bool: { "aws:SecureTransport": { Ref: "A" } } }],
    ["a tag", { IpAddress: { "aws:SourceIp": ["!Ref Range", "!Sub ${Range}/24"] } }],
    ["a tag with wildcards", { StringEquals: { "s3:prefix": "!Sub ${A}/*" } }],
    ["Ruby in a value", { StringEquals: { "aws:RequestedRegion": "#{Jets.aws.region}" } }],
    ["Ruby in a date", { DateLessThan: { "aws:CurrentTime": "#{Jets.env}" } }],
    ["Ruby with a question mark", { StringEquals: { "s3:prefix": "#{x ? 1 : 2}" } }],
    ["Ruby in a key", { StringEquals: { "#{Jets.env} x": "a" } }],
    ["Ruby in an operator", { "String#{x}": { "s3:prefix": "a" } }],
    ["Ruby in a variable", { StringEquals: { "s3:prefix": "${#{Jets.env} x, y}" } }],
    ["no Condition", { StringEquals: [] }],
    [
      "a private range among unknown ones",
      { IpAddress: { "aws:SourceIp": ["10.0.0.1", "!Ref A"] } },
    ],
    [
      "a private range where the key may be absent",
      { "ForAllValues:IpAddress": { "aws:SourceIp": "10.0.0.1" } },
    ],
    [
      "a Region in capitals where case doesn't count",
      {
        StringEqualsIgnoreCase: { "aws:RequestedRegion": "US-EAST-1" },
      },
    ],
    [
      "an OIDC provider's key",
      { StringEquals: { "oidc.eks.us-east-1.amazonaws.com/id/A:sub": "a" } },
    ],
    ["a context with spaces", { StringEquals: { "kms:EncryptionContext:my key": "a" } }],
  ])("%s", (_, condition) => {
    expect(codesOf(condition)).toEqual([])
  })
})

test("hostile settings are judged in time", { timeout: 10_000 }, () => {
  const many = (make: (index: number) => string) =>
    Array.from({ length: 10_000 }, (_, i) => make(i))
  const long = "a.".repeat(500_000)
  const keys = (make: (index: number) => string) =>
    Object.fromEntries(many(make).map((key) => [key, "x*"]))
  const config: IamConfig = {
    policy: [
      under({ StringEquals: { "s3:prefix": many((i) => `${i}*`), "s3:delimiter": "/" } }),
      under({ StringEquals: keys((i) => `bad ${i}`), StringLike: keys((i) => `s3:${i}`) }),
      under(keys((i) => `StringEqual${i}`)),
      under(Object.fromEntries(many((i) => `IpAdress${i}`).map((name) => [name, { "a:b": "x" }]))),
      under({ StringEquals: { "iam:PassedToService": long, "kms:ViaService": long } }),
      under({ BinaryEquals: { "s3:x": "QUJD".repeat(250_000) } }),
      under({ IpAddress: { "aws:SourceIp": many((i) => `10.0.${i % 200}.1/24`) } }),
      under({ DateLessThan: { "aws:CurrentTime": many((i) => `${100_000 + i}`) } }),
      under({ StringLike: { "s3:prefix": ["${".repeat(200_000), "${a, b".repeat(200_000)] } }),
    ].map(({ policy }) => (isList(policy) ? (policy[0] ?? null) : null)),
  }
  expect(judged(config).length).toBeGreaterThan(10_000)
})

test("any settings can be judged", () => {
  fc.assert(
    fc.property(anyConfig, (config: IamConfig) => {
      for (const { message, fixes } of judged(config)) {
        expect(message).toMatch(/^[^\n]*[.?]$/)
        for (const { title } of fixes ?? []) expect(title.length).toBeLessThan(150)
      }
    }),
  )
})
