// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyFix } from "../../config/edit.ts"
import { fixesThatFail } from "../../conformance/checkRows.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { JsonValue } from "../../iam/document.ts"
import { codesOf, conditionIn, judged, under } from "./judged.ts"

/** The Condition after each fix of a code, by title. */
function fixed(condition: JsonValue, code: string, catalog: Catalog = {}) {
  const config = under(condition)
  return Object.fromEntries(
    judged(config, catalog)
      .filter((one) => one.code === code)
      .flatMap(({ fixes = [] }) => fixes)
      .map((fix) => [fix.title, conditionIn(applyFix(config, fix))]),
  )
}

const allow = { Effect: "Allow", Action: "s3:GetObject" }

describe("what a fix makes of a Condition", () => {
  const cases: readonly [string, string, JsonValue, Record<string, JsonValue | undefined>][] = [
    [
      "an empty block beside another goes alone",
      "empty-object-condition",
      { StringEquals: {}, Bool: { "aws:SecureTransport": "true" } },
      { "Remove the empty condition": { Bool: { "aws:SecureTransport": "true" } } },
    ],
    [
      "the only block takes the Condition with it",
      "empty-object-condition",
      { StringEquals: {} },
      { "Remove the empty condition": undefined },
    ],
    [
      "an operator is renamed in its place",
      "invalid-condition-operator",
      { StringEqual: { "s3:prefix": "a" }, Bool: { "aws:SecureTransport": "true" } },
      {
        "Rename it to StringEquals": {
          StringEquals: { "s3:prefix": "a" },
          Bool: { "aws:SecureTransport": "true" },
        },
      },
    ],
    [
      "not to an operator that is there",
      "invalid-condition-operator",
      { StringEqual: { "s3:prefix": "a" }, stringEquals: { "s3:delimiter": "/" } },
      {},
    ],
    [
      "nor to one that can't take the values",
      "invalid-condition-operator",
      { IpAdress: { "aws:SourceIp": "10.0.0.0/8" } },
      {},
    ],
    [
      "Null loses what it can't have",
      "null-with-if-exists",
      { "ForAllValues:NullIfExists": { "aws:TagKeys": "true" } },
      { "Rename it to Null": { Null: { "aws:TagKeys": "true" } } },
    ],
    [
      "not if Null is there",
      "null-with-if-exists",
      { NullIfExists: { "aws:TagKeys": "true" }, Null: { "aws:userid": "true" } },
      {},
    ],
    [
      "spaces of a key go, those of a tag stay",
      "invalid-condition-key-format",
      { StringEquals: { "aws: ResourceTag/Cost Center": "a" } },
      {
        "Rename it to aws:ResourceTag/Cost Center": {
          StringEquals: { "aws:ResourceTag/Cost Center": "a" },
        },
      },
    ],
    [
      "a tag key gets aws:",
      "invalid-condition-key-format",
      { StringEquals: { "RequestTag/team": "a" } },
      { "Rename it to aws:RequestTag/team": { StringEquals: { "aws:RequestTag/team": "a" } } },
    ],
    [
      "a key isn't renamed to one that is there",
      "invalid-condition-key-format",
      { StringEquals: { "aws: RequestedRegion": "us-east-1", "AWS:requestedregion": "us-east-2" } },
      {},
    ],
    [
      "nor to one that can't have the value",
      "invalid-condition-key-format",
      { StringEquals: { "aws: RequestedRegion": "Ireland" } },
      {},
    ],
    [
      "all spellings of a key are merged at once",
      "duplicate-keys-with-different-case",
      { StringLike: { "s3:Prefix": "a", "s3:prefix": ["b", "a"], "S3:prefix": "c" } },
      {
        "Merge them: any of their values is enough": {
          StringLike: { "s3:Prefix": ["a", "b", "c"] },
        },
      },
    ],
    [
      "but not under an operator that asks for a difference",
      "duplicate-keys-with-different-case",
      { StringNotLike: { "s3:Prefix": "a", "s3:prefix": "b" } },
      {},
    ],
    [
      "mixed values become strings",
      "invalid-condition-data-type",
      { NumericEquals: { "s3:max-keys": [1, "2", true] } },
      { "Write all values as strings": { NumericEquals: { "s3:max-keys": ["1", "2", "true"] } } },
    ],
    [
      "the largest of less-than stays as it is written",
      "redundant-condition-value-num",
      { "ForAnyValue:NumericLessThanIfExists": { "s3:max-keys": [9, 10, 2] } },
      { "Keep the widest value": { "ForAnyValue:NumericLessThanIfExists": { "s3:max-keys": 10 } } },
    ],
    [
      "no widest where one isn't known",
      "redundant-condition-value-num",
      { NumericLessThan: { "s3:max-keys": ["9", "!Ref Most"] } },
      {},
    ],
    [
      "a string stays a string",
      "type-mismatch-boolean",
      { Bool: { "aws:SecureTransport": [" No "] } },
      { "Write false": { Bool: { "aws:SecureTransport": ["false"] } } },
    ],
    [
      "a number among others doesn't become a string",
      "type-mismatch-boolean",
      { Null: { "aws:SecureTransport": [1, 0] } },
      {},
    ],
    [
      "a time without a zone is said to be UTC",
      "type-mismatch-date",
      { DateLessThan: { "aws:CurrentTime": "2030-01-02 03:04:05" } },
      {
        "Take it as UTC: 2030-01-02T03:04:05Z": {
          DateLessThan: { "aws:CurrentTime": "2030-01-02T03:04:05Z" },
        },
      },
    ],
    [
      "milliseconds become no date",
      "invalid-date-value",
      { DateLessThan: { "aws:CurrentTime": 1893456000000 } },
      {},
    ],
    [
      "one key of several moves under Like",
      "wildcard-without-like-operator",
      { StringEqualsIfExists: { "s3:prefix": ["a*", "b"], "s3:delimiter": "/" } },
      {
        "Compare it as a pattern, with StringLikeIfExists": {
          StringEqualsIfExists: { "s3:delimiter": "/" },
          StringLikeIfExists: { "s3:prefix": ["a*", "b"] },
        },
      },
    ],
    [
      "all patterns of an operator move together, beside what is there",
      "wildcard-without-like-operator",
      {
        StringEquals: { "s3:prefix": "a*", "s3:delimiter": "?" },
        StringLike: { "aws:userid": "x*" },
      },
      {
        "Compare all patterns of StringEquals, with StringLike": {
          StringLike: { "aws:userid": "x*", "s3:prefix": "a*", "s3:delimiter": "?" },
        },
      },
    ],
    [
      "not over a key that is there",
      "wildcard-without-like-operator",
      { StringEquals: { "s3:prefix": "a*" }, StringLike: { "S3:Prefix": "b*" } },
      {},
    ],
    [
      "no Like ignores case",
      "wildcard-without-like-operator",
      { StringEqualsIgnoreCase: { "s3:prefix": "a*" } },
      {},
    ],
    [
      "a zone is no Region",
      "invalid-region",
      { StringEquals: { "aws:RequestedRegion": ["US_East_1a"] } },
      { "Write us-east-1": { StringEquals: { "aws:RequestedRegion": ["us-east-1"] } } },
    ],
    [
      "several spaces, and only in names",
      "unsupported-space-in-variable",
      { StringLike: { "s3:prefix": "a b/${aws : userid}/${ * }/${aws:userid , 'x y'}" } },
      {
        "Take the spaces out": {
          StringLike: { "s3:prefix": "a b/${aws:userid}/${*}/${aws:userid, 'x y'}" },
        },
      },
    ],
    [
      "a tag's own space stays the person's matter",
      "unsupported-space-in-variable",
      { StringLike: { "s3:prefix": "${aws:PrincipalTag/Cost Center}" } },
      {},
    ],
    [
      "typed quotes are replaced",
      "missing-quote-in-variable",
      { StringLike: { "s3:prefix": '${aws:userid,"none"}/${aws:userid}' } },
      {
        "Put the default value in quotes": {
          StringLike: { "s3:prefix": "${aws:userid, 'none'}/${aws:userid}" },
        },
      },
    ],
    [
      "no quotes where it isn't clear what they hold",
      "missing-quote-in-variable",
      { StringLike: { "s3:prefix": "${aws:userid, it's}/${aws:userid,}" } },
      {},
    ],
    [
      "a brace is closed at the end of a name",
      "missing-brace-in-variable",
      { StringLike: { "s3:prefix": "${aws:userid${aws:userid}/${aws:username" } },
      {
        "Close the brace": {
          StringLike: { "s3:prefix": "${aws:userid}${aws:userid}/${aws:username}" },
        },
      },
    ],
    [
      "not where the name may go on",
      "missing-brace-in-variable",
      { StringLike: { "s3:prefix": "${aws:userid/*" } },
      {},
    ],
  ]
  test.each(cases)("%s (%s)", (_, code, condition, expected) => {
    expect(codesOf(condition)).toContain(code)
    expect(fixed(condition, code)).toEqual(expected)
    expect(fixesThatFail(under(condition), judged)).toEqual([])
  })

  test("with the catalog a global key gets its prefix", () => {
    const key = { key: "aws:SourceIp", type: "IPAddress" }
    const catalog = { globalKeys: new Map([["aws:sourceip", key]]) }
    const condition = { IpAddress: { sourceip: "203.0.113.0/24" } }
    expect(fixed(condition, "invalid-condition-key-format", catalog)).toEqual({
      "Rename it to aws:SourceIp": { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    })
    expect(fixed(condition, "invalid-condition-key-format")).toEqual({})
  })

  test("CloudFormation's own names in an ARN get !Sub", () => {
    const config = {
      policy: [{ ...allow, Resource: ["arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs"] }],
    }
    const [fix] = judged(config)[0]?.fixes ?? []
    expect(fix && applyFix(config, fix)).toEqual({
      policy: [{ ...allow, Resource: ["!Sub arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:jobs"] }],
    })
  })

  test("a statement of nothing but an empty Condition keeps it", () => {
    expect(judged({ policy: [{ Condition: {} }] })[0]?.fixes).toBeUndefined()
  })
})

test("fixes of any Condition remove what they are for, bring no error, and end", () => {
  const operator = fc.constantFrom(
    ..."StringEquals StringNotEquals stringequals StringEqual StringLike ForAnyValue:StringEquals ForAllValues:StringLike StringEqualsIfExists Bool Boolean Null NullIfExists ForAnyValue:Null NumericLessThan NumericEquals DateLessThan DateEqual IpAddress IpAdress NotIpAddress BinaryEquals ArnLike constructor __proto__".split(
      " ",
    ),
  )
  const key = fc.constantFrom(
    ..."aws:SourceIp|aws:sourceip|aws: SourceIp|SourceIp|aws:ARN|aws:RequestedRegion|AWS:requestedRegion|aws :RequestedRegion|aws:ResourceTag|aws: ResourceTag|ResourceTag/a|iam:PassedToService|kms:ViaService|aws:SourceVpc|aws:VpcSourceIp|aws:MultiFactorAuthPresent|__proto__|s3:prefix".split(
      "|",
    ),
  )
  const single = fc.constantFrom<JsonValue>(
    ..."a|a*|true|yes|1|10|1893456000|2030-01-01|2030-01-01 10:00|10.0.0.1/8|203.0.113.7/24|us-east-1a|lambda|vpce-1|!Ref A|${aws: userid}|${aws:userid, x}|${aws:userid|${}|#{a}|".split(
      "|",
    ),
    ...[true, false, 0, 10, 1893456000, null, { Ref: "A" }, { toString: 1 }, []],
  )
  const values = fc.oneof(single, fc.array(single, { maxLength: 4 }))
  const condition = fc.dictionary(operator, fc.dictionary(key, values, { maxKeys: 4 }), {
    maxKeys: 4,
  })
  fc.assert(
    fc.property(condition, (one) => {
      let config = under(one)
      expect(fixesThatFail(config, judged)).toEqual([])
      for (let step = 0; step < 100; step++) {
        const fix = judged(config).flatMap(({ fixes }) => fixes ?? [])[0]
        if (!fix) return
        config = applyFix(config, fix)
      }
      expect.unreachable(JSON.stringify(one))
    }),
    { numRuns: 300 },
  )
})
