// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { describe, expect, test } from "vitest"
import { operatorNames, parseOperator } from "../../iam/condition.ts"
import type { JsonValue } from "../../iam/document.ts"
import { evaluateAccess } from "../evaluate.ts"
import type { AccessRequest } from "../request.ts"

/** Pages of the IAM User Guide. */
const guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
const operators = `${guide}reference_policies_elements_condition_operators.html`
const page = {
  string: `${operators}#Conditions_String`,
  numeric: `${operators}#Conditions_Numeric`,
  date: `${operators}#Conditions_Date`,
  bool: `${operators}#Conditions_Boolean`,
  binary: `${operators}#Conditions_BinaryEquals`,
  ip: `${operators}#Conditions_IPAddress`,
  arn: `${operators}#Conditions_ARN`,
  ifExists: `${operators}#Conditions_IfExists`,
  null: `${operators}#Conditions_Null`,
  absent: operators,
  sets: `${guide}reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  setExamples: `${guide}reference_policies_condition_examples-multi-valued-context-keys.html`,
  logic: `${guide}reference_policies_condition-logic-multiple-context-keys-or-values.html`,
  keys: `${guide}reference_policies_elements_condition.html`,
  variables: `${guide}reference_policies_variables.html`,
}

type Context = NonNullable<AccessRequest["context"]>
type Row = readonly [
  page: keyof typeof page,
  condition: { readonly [operator: string]: JsonValue },
  context: Context,
  met: boolean | "unsure",
]

function decide(Effect: "Allow" | "Deny", Condition: JsonValue, context: Context) {
  const statement = { Effect, Action: "s3:GetObject", Resource: "*", Condition }
  const PolicyDocument = { Version: "2012-10-17", Statement: [statement] }
  return evaluateAccess([{ PolicyName: "p", PolicyDocument }], {
    action: "s3:GetObject",
    resource: "arn:aws:s3:::bucket/key",
    context,
  })
}

const tag = "aws:PrincipalTag/team"
const time = "aws:CurrentTime"
const ip = "aws:SourceIp"
const source = "aws:SourceArn"
const topic = "arn:aws:sns:us-east-1:123456789012:topic"
const keys = "aws:TagKeys"

const rows: readonly Row[] = [
  ["string", { StringEquals: { [tag]: "a" } }, { [tag]: "a" }, true],
  ["string", { StringEquals: { [tag]: "a" } }, { [tag]: "A" }, false],
  ["string", { StringEquals: { [tag]: "a*" } }, { [tag]: "ab" }, false],
  ["string", { StringEquals: { [tag]: "a*" } }, { [tag]: "a*" }, true],
  ["string", { StringEquals: { [tag]: ["a", "b"] } }, { [tag]: "b" }, true],
  ["string", { StringEquals: { [tag]: 5 } }, { [tag]: "5" }, true],
  ["string", { StringEquals: { [tag]: true } }, { [tag]: "true" }, true],
  ["string", { StringEquals: { [tag]: "" } }, { [tag]: "" }, true],
  ["string", { StringNotEquals: { [tag]: "a" } }, { [tag]: "b" }, true],
  ["string", { StringNotEquals: { [tag]: "a" } }, { [tag]: "a" }, false],
  ["string", { StringEqualsIgnoreCase: { [tag]: "Abc" } }, { [tag]: "aBC" }, true],
  ["string", { StringEqualsIgnoreCase: { [tag]: "A*" } }, { [tag]: "abc" }, false],
  ["string", { StringNotEqualsIgnoreCase: { [tag]: "Abc" } }, { [tag]: "aBC" }, false],
  ["string", { StringLike: { [tag]: "a*" } }, { [tag]: "abc" }, true],
  ["string", { StringLike: { [tag]: "a?c" } }, { [tag]: "abc" }, true],
  ["string", { StringLike: { [tag]: "a?c" } }, { [tag]: "ac" }, false],
  ["string", { StringLike: { [tag]: "A*" } }, { [tag]: "abc" }, false],
  ["string", { StringLike: { "s3:prefix": ["", "home/"] } }, { "s3:prefix": "" }, true],
  ["string", { StringNotLike: { [tag]: "a*" } }, { [tag]: "abc" }, false],
  ["string", { StringNotLike: { [tag]: "a*" } }, { [tag]: "b" }, true],

  ["numeric", { NumericLessThanEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": "10" }, true],
  ["numeric", { NumericLessThanEquals: { "s3:max-keys": 10 } }, { "s3:max-keys": "11" }, false],
  ["numeric", { NumericLessThan: { "s3:max-keys": 10 } }, { "s3:max-keys": "10" }, false],
  ["numeric", { NumericLessThan: { "s3:max-keys": 10 } }, { "s3:max-keys": "9" }, true],
  ["numeric", { NumericGreaterThan: { "s3:max-keys": 10 } }, { "s3:max-keys": "10" }, false],
  ["numeric", { NumericGreaterThan: { "s3:max-keys": 10 } }, { "s3:max-keys": "100" }, true],
  ["numeric", { NumericGreaterThanEquals: { "s3:max-keys": 10 } }, { "s3:max-keys": "10" }, true],
  ["numeric", { NumericEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": "10.0" }, true],
  ["numeric", { NumericEquals: { "s3:max-keys": ["1", "2"] } }, { "s3:max-keys": "2" }, true],
  ["numeric", { NumericEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": "ten" }, false],
  ["numeric", { NumericNotEquals: { "s3:max-keys": "10" } }, { "s3:max-keys": "10" }, false],
  ["numeric", { NumericNotEquals: { "s3:max-keys": "-0.5" } }, { "s3:max-keys": "0.5" }, true],
  ["numeric", { NumericEquals: { "s3:max-keys": "ten" } }, { "s3:max-keys": "10" }, "unsure"],

  [
    "date",
    { DateGreaterThan: { [time]: "2020-01-01T00:00:01Z" } },
    { [time]: "2020-01-01T00:00:02Z" },
    true,
  ],
  [
    "date",
    { DateGreaterThan: { [time]: "2020-01-01T00:00:01Z" } },
    { [time]: "2020-01-01T00:00:01Z" },
    false,
  ],
  [
    "date",
    { DateGreaterThanEquals: { [time]: "2020-01-01" } },
    { [time]: "2020-01-01T00:00:00Z" },
    true,
  ],
  ["date", { DateLessThan: { [time]: "2030" } }, { [time]: "2029-12-31T23:59:59Z" }, true],
  [
    "date",
    { DateLessThan: { [time]: "2030-01-01T00:00:00+02:00" } },
    { [time]: "2029-12-31T22:30:00Z" },
    false,
  ],
  [
    "date",
    { DateLessThanEquals: { [time]: "1893456000" } },
    { [time]: "2030-01-01T00:00:00Z" },
    true,
  ],
  [
    "date",
    { DateEquals: { "aws:EpochTime": "2030-01-01" } },
    { "aws:EpochTime": "1893456000" },
    true,
  ],
  [
    "date",
    { DateNotEquals: { [time]: "2030-01-01" } },
    { [time]: "2030-01-01T00:00:00.000Z" },
    false,
  ],
  ["date", { DateNotEquals: { [time]: "2030-01-01" } }, { [time]: "2030-01-02" }, true],
  ["date", { DateLessThan: { [time]: "2030-01-01" } }, { [time]: "now" }, false],
  ["date", { DateLessThan: { [time]: "tomorrow" } }, { [time]: "2020-01-01" }, "unsure"],

  ["bool", { Bool: { "aws:SecureTransport": "false" } }, { "aws:SecureTransport": "false" }, true],
  ["bool", { Bool: { "aws:SecureTransport": true } }, { "aws:SecureTransport": "true" }, true],
  ["bool", { Bool: { "aws:SecureTransport": "True" } }, { "aws:SecureTransport": "true" }, true],
  ["bool", { Bool: { "aws:SecureTransport": "true" } }, { "aws:SecureTransport": "false" }, false],
  ["bool", { Bool: { "aws:SecureTransport": "true" } }, { "aws:SecureTransport": "1" }, false],
  ["bool", { Bool: { "aws:SecureTransport": "yes" } }, { "aws:SecureTransport": "true" }, "unsure"],

  [
    "binary",
    { BinaryEquals: { key: "QmluYXJ5VmFsdWVJbkJhc2U2NA==" } },
    { key: "QmluYXJ5VmFsdWVJbkJhc2U2NA==" },
    true,
  ],
  [
    "binary",
    { BinaryEquals: { key: "QmluYXJ5VmFsdWVJbkJhc2U2NA==" } },
    { key: "qmluYXJ5VmFsdWVJbkJhc2U2NA==" },
    false,
  ],
  ["binary", { BinaryEquals: { key: "QQ==" } }, { key: "QR==" }, true],
  ["binary", { BinaryEquals: { key: "QQ==" } }, { key: "A" }, false],
  ["binary", { BinaryEquals: { key: "not base64" } }, { key: "QQ==" }, "unsure"],

  ["ip", { IpAddress: { [ip]: "203.0.113.0/24" } }, { [ip]: "203.0.113.7" }, true],
  ["ip", { IpAddress: { [ip]: "203.0.113.0/24" } }, { [ip]: "203.0.114.7" }, false],
  ["ip", { IpAddress: { [ip]: "203.0.113.7" } }, { [ip]: "203.0.113.7" }, true],
  ["ip", { IpAddress: { [ip]: "203.0.113.7" } }, { [ip]: "203.0.113.8" }, false],
  [
    "ip",
    { IpAddress: { [ip]: ["203.0.113.0/24", "2001:DB8:1234:5678::/64"] } },
    { [ip]: "2001:db8:1234:5678::1" },
    true,
  ],
  [
    "ip",
    { IpAddress: { [ip]: "2001:DB8:1234:5678::/64" } },
    { [ip]: "2001:db8:1234:5679::1" },
    false,
  ],
  ["ip", { IpAddress: { [ip]: "2001:db8::1" } }, { [ip]: "2001:DB8:0:0:0:0:0:1" }, true],
  ["ip", { IpAddress: { [ip]: "0.0.0.0/0" } }, { [ip]: "2001:db8::1" }, false],
  ["ip", { NotIpAddress: { [ip]: "203.0.113.0/24" } }, { [ip]: "203.0.113.7" }, false],
  [
    "ip",
    { NotIpAddress: { [ip]: ["203.0.113.0/24", "192.0.2.0/24"] } },
    { [ip]: "198.51.100.1" },
    true,
  ],
  [
    "ip",
    { IpAddress: { [ip]: "203.0.113.0/24" } },
    { [ip]: "cloudformation.amazonaws.com" },
    false,
  ],
  ["ip", { IpAddress: { [ip]: "203.0.113" } }, { [ip]: "203.0.113.7" }, "unsure"],

  ["arn", { ArnEquals: { [source]: topic } }, { [source]: topic }, true],
  ["arn", { ArnEquals: { [source]: topic } }, { [source]: topic.toUpperCase() }, false],
  ["arn", { ArnEquals: { [source]: "arn:aws:sns:*:123456789012:*" } }, { [source]: topic }, true],
  ["arn", { ArnLike: { [source]: "arn:*:s?s:us-*-1:*:top*" } }, { [source]: topic }, true],
  ["arn", { ArnLike: { [source]: "arn:aws:sns:*:topic" } }, { [source]: topic }, false],
  [
    "arn",
    { ArnLike: { [source]: "arn:aws:*:*:*:*" } },
    { [source]: "arn:aws:logs:us-east-1:1:log-group:g:*" },
    true,
  ],
  [
    "arn",
    { ArnLike: { [source]: "arn:aws:sns:us-*:123456789012:topic" } },
    { [source]: topic },
    true,
  ],
  ["arn", { ArnLike: { [source]: "arn:aws:sns:*:*:*:*:topic" } }, { [source]: topic }, false],
  ["arn", { ArnLike: { [source]: "arn:aws:*:*:*:*" } }, { [source]: "topic" }, false],
  ["arn", { ArnLike: { [source]: "*" } }, { [source]: topic }, "unsure"],
  ["arn", { ArnNotLike: { [source]: "topic" } }, { [source]: topic }, "unsure"],
  ["arn", { ArnNotEquals: { [source]: "arn:aws:s3:*:*:*" } }, { [source]: topic }, true],
  ["arn", { ArnNotEquals: { [source]: "arn:aws:sns:*:*:topic" } }, { [source]: topic }, false],
  ["arn", { ArnNotLike: { [source]: topic } }, { [source]: topic }, false],
  ["arn", { ArnNotLike: { [source]: "arn:aws:sqs:*:*:*" } }, { [source]: topic }, true],

  ["ifExists", { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } }, {}, true],
  [
    "ifExists",
    { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } },
    { "ec2:InstanceType": "t2.micro" },
    true,
  ],
  [
    "ifExists",
    { StringLikeIfExists: { "ec2:InstanceType": ["t1.*", "t2.*"] } },
    { "ec2:InstanceType": "m5.large" },
    false,
  ],
  ["ifExists", { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }, {}, true],
  ["ifExists", { "ForAnyValue:StringEqualsIfExists": { [keys]: "a" } }, {}, true],
  ["ifExists", { NullIfExists: { [tag]: "true" } }, {}, "unsure"],

  ["absent", { StringEquals: { [tag]: "a" } }, {}, false],
  ["absent", { Bool: { "aws:SecureTransport": "false" } }, {}, false],
  ["absent", { StringNotLike: { [tag]: "a" } }, {}, true],
  ["absent", { ArnNotLike: { [source]: topic } }, {}, true],
  ["absent", { NotIpAddress: { [ip]: "203.0.113.0/24" } }, {}, true],
  ["absent", { NumericNotEquals: { "s3:max-keys": "1" } }, { "s3:max-keys": [] }, true],

  ["null", { Null: { "aws:TokenIssueTime": "true" } }, {}, true],
  [
    "null",
    { Null: { "aws:TokenIssueTime": "true" } },
    { "aws:TokenIssueTime": "2020-01-01" },
    false,
  ],
  [
    "null",
    { Null: { "aws:TokenIssueTime": "false" } },
    { "aws:TokenIssueTime": "2020-01-01" },
    true,
  ],
  ["null", { Null: { "aws:TokenIssueTime": false } }, {}, false],
  ["null", { Null: { [keys]: "false" } }, { [keys]: [] }, false],
  ["setExamples", { Null: { [keys]: "false" } }, { [keys]: "" }, false],
  ["null", { Null: { [keys]: "maybe" } }, {}, "unsure"],

  ["sets", { "ForAllValues:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: ["a", "b"] }, true],
  ["sets", { "ForAllValues:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: ["a"] }, true],
  ["sets", { "ForAllValues:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: ["a", "c"] }, false],
  ["sets", { "ForAllValues:StringEquals": { [keys]: ["a", "b"] } }, {}, true],
  ["sets", { "ForAllValues:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: "" }, true],
  ["sets", { "ForAnyValue:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: ["c", "b"] }, true],
  ["sets", { "ForAnyValue:StringEquals": { [keys]: ["a", "b"] } }, { [keys]: ["c", "d"] }, false],
  ["sets", { "ForAnyValue:StringEquals": { [keys]: ["a", "b"] } }, {}, false],
  ["sets", { "ForAnyValue:StringNotEquals": { [keys]: "a" } }, {}, false],
  ["sets", { "ForAnyValue:StringNotEquals": { [keys]: "a" } }, { [keys]: ["a", "b"] }, true],
  [
    "sets",
    { "ForAnyValue:StringNotEquals": { [keys]: ["a", "b"] } },
    { [keys]: ["a", "b"] },
    false,
  ],
  [
    "setExamples",
    { "ForAllValues:StringNotLike": { [keys]: "key1*" } },
    { [keys]: ["key2", "key3"] },
    true,
  ],
  [
    "setExamples",
    { "ForAllValues:StringNotLike": { [keys]: "key1*" } },
    { [keys]: ["key1:x", "key2"] },
    false,
  ],
  ["setExamples", { "ForAllValues:StringNotLike": { [keys]: "key1*" } }, {}, true],
  ["sets", { "forallvalues:arnlike": { [keys]: topic } }, { [keys]: [topic, topic] }, true],
  ["sets", { "ForAllValues:Null": { [keys]: "true" } }, {}, "unsure"],
  ["sets", { StringEquals: { [keys]: "a" } }, { [keys]: ["a"] }, true],
  ["sets", { StringEquals: { [keys]: "a" } }, { [keys]: ["a", "b"] }, "unsure"],
  ["sets", { StringEquals: { [keys]: "a" } }, { [keys]: ["b", "c"] }, false],
  ["sets", { StringNotEquals: { [keys]: "a" } }, { [keys]: ["a", "b"] }, false],

  [
    "logic",
    { StringEquals: { [tag]: "a", "aws:username": "u" } },
    { [tag]: "a", "aws:username": "u" },
    true,
  ],
  [
    "logic",
    { StringEquals: { [tag]: "a", "aws:username": "u" } },
    { [tag]: "a", "aws:username": "v" },
    false,
  ],
  [
    "logic",
    { StringEquals: { [tag]: "a" }, Bool: { b: "true" } },
    { [tag]: "a", b: "false" },
    false,
  ],
  ["logic", { StringNotEquals: { [tag]: ["a", "b"] } }, { [tag]: "b" }, false],
  ["logic", { StringNotEquals: { [tag]: ["a", "b"] } }, { [tag]: "c" }, true],
  ["logic", {}, {}, true],

  [
    "keys",
    { "ForAllValues:StringEquals": { [tag]: "a" } },
    { [tag]: "b", [tag.toUpperCase()]: "a" },
    false,
  ],
  ["keys", { StringEquals: { "AWS:principaltag/TEAM": "a" } }, { [tag]: "a" }, true],
  ["keys", { stringequals: { [tag]: "a" } }, { "AWS:PRINCIPALTAG/TEAM": "a" }, true],

  [
    "variables",
    { StringEquals: { [tag]: "${aws:username}" } },
    { [tag]: "u", "aws:UserName": "u" },
    true,
  ],
  ["variables", { StringEquals: { [tag]: "${aws:username}" } }, { [tag]: "u" }, false],
  ["variables", { StringNotEquals: { [tag]: "${aws:username}" } }, { [tag]: "u" }, true],
  ["variables", { StringEquals: { [tag]: "x-${aws:username, 'all'}" } }, { [tag]: "x-all" }, true],
  [
    "variables",
    { StringLike: { [tag]: "${aws:username}*" } },
    { [tag]: "uv", "aws:username": "u" },
    true,
  ],
  [
    "variables",
    { StringLike: { [tag]: "${aws:username}" } },
    { [tag]: "uv", "aws:username": "u*" },
    false,
  ],
  ["variables", { StringLike: { [tag]: "a${*}" } }, { [tag]: "a*" }, true],
  ["variables", { StringLike: { [tag]: "a${*}${?}${$}" } }, { [tag]: "abcd" }, false],
  ["variables", { StringEquals: { [tag]: "a${*}${?}${$}" } }, { [tag]: "a*?$" }, true],
  [
    "variables",
    { StringEqualsIgnoreCase: { [tag]: "x${aws:username}" } },
    { [tag]: "XU", "aws:username": "U" },
    true,
  ],
  [
    "variables",
    { ArnLike: { [source]: "arn:aws:sns:*:${aws:PrincipalAccount}:*" } },
    { [source]: topic, "aws:PrincipalAccount": "123456789012" },
    true,
  ],
  ["variables", { ArnLike: { [source]: "${aws:x}" } }, { [source]: topic, "aws:x": topic }, true],
  ["variables", { NumericEquals: { n: "${aws:x}" } }, { n: "1", "aws:x": "1" }, "unsure"],
  ["variables", { StringEquals: { [tag]: "${aws:x" } }, { [tag]: "a" }, "unsure"],

  ["keys", { StringEqual: { [tag]: "a" } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringEquals: { [tag]: ["a", {}] } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringEquals: "a" }, {}, "unsure"],
  ["keys", { StringEquals: { [tag]: null } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringEquals: { [tag]: ["a", ["a"]] } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringEquals: { [tag]: { Ref: "Team" } } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringEquals: { [tag]: "#{Jets.env}-a" } }, { [tag]: "dev-a" }, "unsure"],
  ["keys", { StringEquals: { [tag]: "#{Jets.env}-a" } }, { [tag]: "dev-b" }, false],
  ["keys", { StringEquals: { [tag]: "!Ref Team" } }, { [tag]: "a" }, "unsure"],
  ["keys", { StringNotEquals: { [tag]: "!Ref Team" } }, { [tag]: "a" }, "unsure"],
]

describe.each(Object.entries(page).map(([name, url]) => ({ name, url })))(
  "$name: $url",
  (topic) => {
    const cases = rows
      .filter(([name]) => name === topic.name)
      .map(([, condition, context, met]) => {
        const title = `${JSON.stringify(condition)} with ${JSON.stringify(context)}`
        return { title, condition, context, met }
      })

    test.each(cases)("$title: $met", ({ condition, context, met }) => {
      const allow = decide("Allow", condition, context)
      const deny = decide("Deny", condition, context)
      expect(allow.decision).toBe(met === true ? "Allowed" : "ImplicitlyDenied")
      expect(deny.decision).toBe(met === false ? "ImplicitlyDenied" : "ExplicitlyDenied")
      for (const { uncertain } of [allow, deny])
        expect(uncertain !== undefined).toBe(met === "unsure")
    })
  },
)

test("every operator has a row", () => {
  const named = rows.flatMap(([, condition]) => Object.keys(condition))
  expect(new Set(named.map((text) => parseOperator(text)?.name))).toEqual(
    new Set([...operatorNames, undefined]),
  )
})
