import { describe, expect, test } from "vitest"
import { applyFix } from "../../../config/edit.ts"
import type { JsonObject } from "../../../iam/document.ts"
import { partsOf } from "../../parts.ts"
import { walkSettings } from "../../walk.ts"
import { awsChecks } from "../aws.ts"
import { smallCatalog } from "../smallCatalog.ts"
import { indexKeys } from "./keyIndex.ts"
import { keyOf } from "./keyOf.ts"
import { operatorForType } from "./operatorForType.ts"

/** The codes of a condition, and what the first fix of the first makes of it. */
function judge(condition: JsonObject, effect = "Allow") {
  const item = { Effect: effect, Action: "s3:*", Resource: "*", Condition: condition }
  const config = { policy: [item] }
  const walk = walkSettings(config, "docs", smallCatalog)
  const found = awsChecks.flatMap((check) => check(walk))
  const fix = found.flatMap(({ fixes }) => fixes ?? [])[0]
  const [made] = JSON.parse(JSON.stringify(fix ? applyFix(config, fix).policy : [null]))
  return { codes: found.map(({ code }) => code), fixed: made?.Condition }
}

describe("a key whose name is partly free", () => {
  const index = indexKeys([
    { key: "s3:ExistingObjectTag/<key>", type: "String" },
    { key: "ssm:resourceTag/tag-key", type: "String" },
    { key: "events:Metadata/$" + "{MetadataKey}", type: "ArrayOfString" },
    { key: "events:Metadata/$" + "{MetadataKey}/Matcher", type: "String" },
    { key: "s3:prefix", type: "String" },
  ])
  test.each<[string, string | undefined]>([
    ["s3:existingobjecttag/team", "s3:ExistingObjectTag/<key>"],
    ["s3:existingobjecttag/", undefined],
    ["s3:existingobjecttag", undefined],
    ["ssm:resourcetag/a b", "ssm:resourceTag/tag-key"],
    ["events:metadata/x", "events:Metadata/$" + "{MetadataKey}"],
    ["events:metadata/x/matcher", "events:Metadata/$" + "{MetadataKey}/Matcher"],
    ["s3:prefix", "s3:prefix"],
    ["s3:prefix/x", undefined],
  ])("%s: %s", (key, expected) => {
    expect(index(key)?.key).toBe(expected)
  })
})

describe("whose a key is", () => {
  test.each<[string, string | undefined, boolean]>([
    ["aws:userid", "global", true],
    ["aws:nothing", "global", false],
    ["aws:resourcetag/a", "global", true],
    ["aws:resourcetag/", "global", false],
    ["lambda:sourcefunctionarn", "global", true],
    ["lambda:layer", "service", true],
    ["lambda:nothing", "service", false],
    ["saml:aud", "other", false],
    ["idp.example.com:sub", "other", false],
    ["nobody:x", "none", false],
    ["noprefix", undefined, false],
    [":x", undefined, false],
    ["aws:re#{x}", undefined, false],
    ["aws:resourcetag/#{x}", "global", true],
  ])("%s: %s", (key, scope, isKnown) => {
    const found = keyOf(smallCatalog, key)
    expect(found?.scope).toBe(scope)
    expect(found?.known !== undefined).toBe(isKnown)
  })
})

describe("a qualifier that is missing", () => {
  test.each<[string, string, string, string]>([
    ["Allow", "StringEquals", "aws:CalledVia", "ForAnyValue:StringEquals"],
    ["Deny", "StringLike", "aws:TagKeys", "ForAnyValue:StringLike"],
    ["Allow", "StringNotEquals", "aws:TagKeys", "ForAllValues:StringNotEquals"],
    ["Deny", "StringNotEquals", "aws:CalledVia", "ForAllValues:StringNotEquals"],
    ["Deny", "StringNotEquals", "aws:TagKeys", "ForAnyValue:StringNotEquals"],
    ["Allow", "StringLikeIfExists", "aws:TagKeys", "ForAnyValue:StringLikeIfExists"],
  ])("%s %s %s: %s", (effect, operator, key, better) => {
    const { codes, fixed } = judge({ [operator]: { [key]: "sqs.amazonaws.com" } }, effect)
    expect(codes).toEqual(["missing-qualifier"])
    expect(fixed).toEqual({ [better]: { [key]: "sqs.amazonaws.com" } })
  })
})

describe("a key moves to another operator", () => {
  const better = "ForAnyValue:StringEquals"
  test.each<[string, JsonObject, JsonObject | undefined]>([
    [
      "its neighbors stay",
      { StringEquals: { "aws:TagKeys": "a", "aws:userid": "b" } },
      { StringEquals: { "aws:userid": "b" }, [better]: { "aws:TagKeys": "a" } },
    ],
    [
      "into one that is there",
      { StringEquals: { "aws:TagKeys": "a" }, [better]: { "aws:CalledVia": "sqs.amazonaws.com" } },
      { [better]: { "aws:CalledVia": "sqs.amazonaws.com", "aws:TagKeys": "a" } },
    ],
    [
      "not where it is compared already",
      { StringEquals: { "aws:TagKeys": "a" }, [better]: { "aws:tagkeys": "b" } },
      undefined,
    ],
  ])("%s", (_, condition, expected) => {
    expect(judge(condition).fixed).toEqual(expected)
  })
})

describe("a key's type", () => {
  test.each<[string, JsonObject, readonly string[]]>([
    ["a number as a date", { NumericLessThan: { "aws:EpochTime": "1" } }, []],
    ["a text as an epoch", { StringEquals: { "aws:EpochTime": "1" } }, ["type-mismatch"]],
    ["any type of a tag", { NumericEquals: { "aws:ResourceTag/a": "1" } }, []],
    ["an ARN in a tag", { ArnLike: { "s3:ExistingObjectTag/a": "arn:aws:s3:::b" } }, []],
    ["a number as a text", { NumericEquals: { "s3:prefix": "1" } }, ["type-mismatch"]],
    ["presence", { Null: { "s3:max-keys": "true" } }, []],
    ["binary data", { BinaryEquals: { "s3:prefix": "QQ==" } }, []],
    ["an unknown operator", { StringIs: { "s3:max-keys": "1" } }, []],
    [
      "an ARN as a text",
      { StringLike: { "aws:SourceArn": "*" } },
      ["arn-key-with-string-operator"],
    ],
  ])("%s", (_, condition, expected) => {
    expect(judge(condition).codes).toEqual(expected)
  })
})

describe("the operator for a type", () => {
  test.each<[string, string, string | readonly string[], string | undefined]>([
    ["StringEquals", "Bool", "true", "Bool"],
    ["StringEqualsIfExists", "Bool", "TRUE", "BoolIfExists"],
    ["StringNotEquals", "Bool", "true", undefined],
    ["StringEquals", "Bool", ["true", "false"], undefined],
    ["StringEquals", "Numeric", ["1", "2.5"], "NumericEquals"],
    ["ForAnyValue:StringNotLike", "Numeric", "1", "ForAnyValue:NumericNotEquals"],
    ["StringEquals", "Numeric", "many", undefined],
    ["StringEquals", "IpAddress", "203.0.113.0/24", "IpAddress"],
    ["StringLike", "IpAddress", "203.0.113.*", undefined],
    ["StringEquals", "IpAddress", "10.0.0.0/8", undefined],
    ["StringEquals", "Date", "2026-01-31", undefined],
    ["StringEquals", "Date", "2026-01-01T00:00:00Z", "DateEquals"],
    ["StringLike", "Arn", "arn:aws:s3:::b*", "ArnLike"],
    ["StringEquals", "Arn", "arn:aws:s3:::b*", undefined],
    ["StringEqualsIgnoreCase", "Arn", "arn:aws:s3:::b", undefined],
    ["NumericEquals", "String", "1", "StringEquals"],
    ["NumericLessThan", "String", "1", undefined],
    ["ArnNotLike", "String", "arn:*", "StringNotLike"],
    ["DateGreaterThanEquals", "Numeric", "1", undefined],
  ])("%s of %s %j: %s", (operatorText, type, value, expected) => {
    const [condition] = partsOf({ Condition: { [operatorText]: { key: value } } }).conditions
    const wanted = (["Bool", "Numeric", "IpAddress", "Date", "Arn", "String"] as const).find(
      (one) => one === type,
    )
    expect(
      condition?.operator && wanted && operatorForType(condition, condition.operator, wanted),
    ).toBe(expected)
  })
})

describe("what was meant by an unknown key", () => {
  test.each<[JsonObject, JsonObject | undefined]>([
    [
      { StringEquals: { "aws:Region": "us-east-1" } },
      { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
    ],
    [
      { IpAddress: { "aws:SourceIpAddress": "203.0.113.0/24" } },
      { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    ],
    // The right key would be an error with this value, and say so better.
    [{ IpAddress: { "aws:SourceIpAddress": "10.0.0.0/8" } }, undefined],
    [
      { StringEquals: { "aws:ResourceTags/team": "a" } },
      { StringEquals: { "aws:ResourceTag/team": "a" } },
    ],
    [{ StringEquals: { "s3:Prefixx": "a" } }, { StringEquals: { "s3:prefix": "a" } }],
    [{ StringEquals: { "s33:prefix": "a" } }, { StringEquals: { "s3:prefix": "a" } }],
    [{ StringEquals: { "s3:Prefixx": "a", "S3:prefix": "b" } }, undefined],
    [{ StringEquals: { "s3:ExistingObjectTag": "a" } }, undefined],
    [{ StringEquals: { "aws:Zzzzzzzz": "a" } }, undefined],
  ])("%j", (condition, expected) => {
    expect(judge(condition).fixed).toEqual(expected)
  })
})
