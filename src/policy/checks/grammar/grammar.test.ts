import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import type { DiagnosticCode } from "../../config/diagnostic.ts"
import { applyFix } from "../../config/edit.ts"
import type { Catalog } from "../../iam/catalog.ts"
import type { JsonValue } from "../../iam/document.ts"
import { checkConfig } from "../check.ts"

const allow = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" }
const document = { Version: "2012-10-17", Statement: [allow] }

/** What the list is once the first fix of the first diagnostic of a code is applied; undefined without a fix. */
function fixed(code: DiagnosticCode, policy: readonly JsonValue[], catalog: Catalog = {}) {
  const found = checkConfig({ policy }, { catalog }).find((one) => one.code === code)
  expect(found, code).toBeDefined()
  const [fix] = found?.fixes ?? []
  return fix && applyFix({ policy }, fix).policy
}

const places = (code: DiagnosticCode, config: IamConfig) =>
  checkConfig(config)
    .filter((one) => one.code === code)
    .map(({ at }) => at)

describe("a key that isn't known", () => {
  const rename = (statement: JsonValue) =>
    fixed("invalid-policy-element", [{ Statement: [statement] }])

  test.each<[string, JsonValue, JsonValue | undefined]>([
    [
      "of another case",
      { effect: "Allow", Action: "s3:*", Resource: "*" },
      { Effect: "Allow", Action: "s3:*", Resource: "*" },
    ],
    [
      "with its value wrong too",
      { effect: "allow", Action: "s3:*", Resource: "*" },
      { Effect: "Allow", Action: "s3:*", Resource: "*" },
    ],
    [
      "in the plural",
      { Effect: "Allow", Actions: ["s3:*"], Resource: "*" },
      { Effect: "Allow", Action: ["s3:*"], Resource: "*" },
    ],
    [
      "in snake case",
      { Effect: "Deny", not_action: ["s3:*"], Resource: "*" },
      { Effect: "Deny", NotAction: ["s3:*"], Resource: "*" },
    ],
    ["of a wrong value", { Effect: "Allow", actions: ["s3"], Resource: "*" }, undefined],
    ["whose name is there already", { ...allow, resource: "*" }, undefined],
    [
      "that two are slips of",
      { Effect: "Allow", action: "s3:*", actions: "s3:*", Resource: "*" },
      undefined,
    ],
    ["that is a remark", { ...allow, Description: "x" }, allow],
    ["that may limit a grant", { ...allow, Limit: "x" }, undefined],
    ["of a condition that is wrong", { ...allow, Conditions: [] }, undefined],
  ])("%s", (_, statement, expected) => {
    const list = rename(statement)
    expect(list).toEqual(expected && [{ Statement: [expected] }])
  })

  test("isn't renamed to a Sid or a name that is taken", () => {
    expect(
      fixed("invalid-policy-element", [
        { ...allow, Sid: "A" },
        { ...allow, sid: "A" },
      ]),
    ).toBe(undefined)
    expect(fixed("invalid-policy-element", [{ ...allow, sid: "A" }])).toEqual([
      { ...allow, Sid: "A" },
    ])
    const inline = { policy_name: "CustomPolicy", PolicyDocument: document }
    expect(fixed("invalid-policy-element", [inline])).toBe(undefined)
  })

  test("of all keys makes an item", () => {
    const item = { effect: "Allow", action: "s3:GetObject", resource: "*" }
    expect(fixed("invalid-policy-item", [item])).toEqual([allow])
    expect(fixed("invalid-policy-item", [{ foo: 1 }])).toBe(undefined)
  })

  test("isn't looked for in what CloudFormation fills in", () => {
    const config = { policy: [{ Statement: [{ "Fn::If": ["A", {}, {}] }] }] }
    expect(places("invalid-policy-element", config)).toEqual([])
    expect(places("missing-effect", config)).toEqual([])
    expect(places("missing-resource", config)).toEqual([])
  })
})

test.each<[DiagnosticCode, JsonValue, JsonValue | undefined]>([
  [
    "missing-effect",
    { Action: "s3:*", Resource: "*" },
    { Effect: "Allow", Action: "s3:*", Resource: "*" },
  ],
  ["missing-effect", { effect: "Deny", Action: "s3:*", Resource: "*" }, undefined],
  [
    "missing-resource",
    { Effect: "Allow", Action: "s3:*" },
    { Effect: "Allow", Action: "s3:*", Resource: "*" },
  ],
  ["missing-resource", { Effect: "Allow", Action: "s3:*", Resources: "x" }, undefined],
  ["empty-array-resource", { ...allow, Resource: [] }, allow],
  ["empty-array-action", { ...allow, Action: [] }, undefined],
  ["invalid-effect", { ...allow, Effect: "ALLOW " }, allow],
  ["invalid-effect", { ...allow, Effect: "Alow" }, allow],
  ["invalid-effect", { ...allow, Effect: "denied" }, { ...allow, Effect: "Deny" }],
  ["invalid-effect", { ...allow, Effect: "Permit" }, undefined],
  ["unsupported-principal", { ...allow, Principal: "*" }, allow],
  ["unsupported-principal", { ...allow, Effect: "Deny", NotPrincipal: "*" }, undefined],
  ["unsupported-principal", { Principal: "*" }, undefined],
  ["id-in-identity-policy", { ...document, Id: "a" }, document],
  ["id-in-identity-policy", { Id: "a" }, undefined],
  ["unsupported-element-combination", { ...allow, NotAction: ["iam:*", "s3:Put*"] }, allow],
  ["unsupported-element-combination", { ...allow, NotAction: [] }, allow],
  ["unsupported-element-combination", { ...allow, NotAction: ["s3:Get*"] }, undefined],
  ["unsupported-element-combination", { ...allow, NotAction: [1] }, undefined],
  [
    "unsupported-element-combination",
    { ...allow, Resource: "arn:aws:s3:::a", NotResource: "!Ref B" },
    undefined,
  ],
  ["empty-sid-value", { Sid: "", ...allow }, allow],
  ["empty-sid-value", { Sid: "", Effect: "Allow" }, undefined],
  ["unsupported-sid", { Sid: "read-all objects", ...allow }, { Sid: "readAllObjects", ...allow }],
  ["unsupported-sid", { Sid: "чай", ...allow }, allow],
  ["unsupported-sid", { Sid: "a b#{Jets.env}", ...allow }, undefined],
  [
    "missing-policy-document",
    { PolicyName: "A", Statement: allow },
    { PolicyName: "A", PolicyDocument: { Version: "2012-10-17", Statement: allow } },
  ],
  [
    "missing-policy-document",
    { PolicyName: "A", Statement: { ...allow, Action: "s3" } },
    undefined,
  ],
  [
    "invalid-policy-name",
    { PolicyName: "/my policy/", PolicyDocument: document },
    { PolicyName: "my-policy", PolicyDocument: document },
  ],
  [
    "invalid-policy-name",
    { PolicyName: "", PolicyDocument: document },
    { PolicyName: "InlinePolicy", PolicyDocument: document },
  ],
  [
    "policy-name-too-long",
    { PolicyName: "a".repeat(200), PolicyDocument: document },
    { PolicyName: "a".repeat(128), PolicyDocument: document },
  ],
  ["missing-version", { PolicyDocument: { Statement: [allow] } }, { PolicyDocument: document }],
  ["missing-version", { PolicyDocument: { version: "2012-10-17", Statement: [allow] } }, undefined],
  [
    "old-version",
    { PolicyDocument: { ...document, Version: "2008-10-17" } },
    { PolicyDocument: document },
  ],
  [
    "invalid-version",
    { PolicyDocument: { ...document, Version: "2012-10-18" } },
    { PolicyDocument: document },
  ],
  ["unsupported-character", { ...allow, Action: "\u200bs3:GetObject" }, allow],
  [
    "unsupported-character",
    { ...allow, Resource: "arn:aws:s3:::my\u2013bucket" },
    { ...allow, Resource: "arn:aws:s3:::my-bucket" },
  ],
  ["unsupported-character", { ...allow, Resource: "чай" }, undefined],
  ["unsupported-character", { ...allow, Sid: "A\u200b" }, undefined],
  ["unsupported-character", "s3\u200b", "s3"],
])("%s of %j", (code, item, expected) => {
  expect(fixed(code, [item])).toEqual(expected === undefined ? undefined : [expected])
})

test.each<[JsonValue, JsonValue | undefined]>([
  [
    { ...allow, Action: "s3" },
    { ...allow, Action: "s3:*" },
  ],
  [
    { ...allow, Action: ["s3:A", "s3:"] },
    { ...allow, Action: ["s3:A", "s3:*"] },
  ],
  [{ ...allow, Action: "s3.GetObject" }, allow],
  [{ ...allow, Action: "s3::GetObject" }, allow],
  [{ ...allow, Action: " s3: GetObject" }, allow],
  [{ ...allow, Action: "GetObject" }, undefined],
  [{ ...allow, Action: "s3*" }, undefined],
  [{ ...allow, Action: "a:b:c" }, undefined],
  [{ ...allow, Action: "" }, undefined],
  ["s3 : Get*", "s3:Get*"],
  [" s3", "s3:*"],
  [":", undefined],
])("the action of %j", (item, expected) => {
  expect(fixed("invalid-action-format", [item])).toEqual(
    expected === undefined ? undefined : [expected],
  )
})

test("a wildcard of a service is replaced where it means just one", () => {
  const actions = { List: 0, Read: 0, Tagging: 0, Write: 0, "Permissions management": 0 }
  const services = new Map(
    ["dynamodb", "s3", "s3tables"].map((prefix) => [prefix, { prefix, name: prefix, actions }]),
  )
  const fix = (item: JsonValue) => fixed("wildcard-in-action-service", [item], { services })
  expect(fix("Dynamo*")).toEqual(["dynamodb:*"])
  expect(fix("dynamo*:Get?tem")).toEqual(["dynamodb:Get?tem"])
  expect(fix("s3*")).toBe(undefined)
  expect(fixed("wildcard-in-action-service", ["dynamo*"])).toBe(undefined)
})

test.each<[DiagnosticCode, IamConfig]>([
  [
    "invalid-action-format",
    { policy: ["!Ref A", "#{x}", { ...allow, Action: ["!Sub a", `\${a}:b`] }] },
  ],
  ["wildcard-in-action-service", { policy: ["!Ref A*", "#{x}*", { ...allow, Action: "s3*" }] }],
  [
    "invalid-effect",
    {
      policy: [
        { ...allow, Effect: "!Ref Effect" },
        { ...allow, Effect: "#{x}" },
      ],
    },
  ],
  ["invalid-version", { policy: [{ PolicyDocument: { ...document, Version: "!Ref V" } }] }],
  [
    "unsupported-sid",
    {
      policy: [
        { ...allow, Sid: "!Sub a b" },
        { ...allow, Sid: "A#{Jets.env}" },
      ],
    },
  ],
  [
    "unsupported-character",
    { policy: ["#{'→'}:*", { Statement: [], Note: "ÿ\t" }], managed_policy: ["→"] },
  ],
  ["invalid-policy-name", { policy: [{ PolicyName: "a b#{x}" }, { PolicyName: { Ref: "A" } }] }],
  ["policy-name-too-long", { policy: [{ PolicyName: `a#{${"x".repeat(200)}}` }] }],
  [
    "unique-sids-required",
    {
      policy: [
        { ...allow, Sid: "" },
        { ...allow, Action: "s3:*", Sid: "" },
      ],
    },
  ],
  ["duplicate-policy-name", { policy: [{ PolicyName: 1 }, { PolicyName: 1, PolicyDocument: {} }] }],
])("no %s in %j", (code, config) => {
  expect(places(code, config)).toEqual([])
})

test.each<[DiagnosticCode, IamConfig, readonly string[]]>([
  [
    "unsupported-character",
    { policy: ["→", { "→": 1, Action: ["→"] }] },
    ["/policy/0", "/policy/1/→", "/policy/1/Action/0"],
  ],
  ["wildcard-in-action-service", { policy: ["*:", "s3*:a:b"] }, ["/policy/0", "/policy/1"]],
  ["unsupported-sid", { policy: [{ ...allow, Sid: "a b#{x}" }] }, ["/policy/0/Sid"]],
  [
    "duplicate-policy-name",
    { default_policy: [{ PolicyName: "CustomPolicy" }], policy: ["s3"] },
    ["/default_policy/0/PolicyName"],
  ],
  ["duplicate-policy-name", { default_policy: [], policy: [{ PolicyName: "DefaultPolicy" }] }, []],
  [
    "duplicate-policy-name",
    { policy: [{ PolicyName: { Ref: "A" } }, { PolicyName: { Ref: "A" }, PolicyDocument: {} }] },
    ["/policy/1/PolicyName"],
  ],
])("%s in %j", (code, config, expected) => {
  expect(places(code, config)).toEqual(expected)
})

test("names that are offered at once don't clash", () => {
  const statements = ["a:1", "a:2", "a:3"].map((Action) => ({ ...allow, Action, Sid: "Read" }))
  const policy = [...statements, { ...allow, Sid: "Read2" }]
  const titles = checkConfig({ policy }).flatMap(({ code, fixes }) =>
    code === "unique-sids-required" ? (fixes ?? []).map(({ title }) => title) : [],
  )
  expect(titles).toEqual(["Write Read3", "Write Read4"])
  const inline = [
    { PolicyName: "A b" },
    { PolicyName: "A-b" },
    { PolicyName: "A b", PolicyDocument: document },
  ]
  const names = checkConfig({ policy: inline }).flatMap(({ code, fixes }) =>
    code.endsWith("policy-name") ? (fixes ?? []).map(({ title }) => title) : [],
  )
  expect([...new Set(names)]).toEqual(["Write A-b2", "Write A-b3"])
})

test("a policy that Jets names gets a name of its own", () => {
  const inline = { PolicyDocument: document }
  expect(fixed("duplicate-policy-name", ["s3", inline])).toEqual([
    "s3",
    { PolicyName: "CustomPolicy2", PolicyDocument: document },
  ])
})

test("what is no item is removed where it stands once", () => {
  expect(fixed("invalid-policy-item", ["s3", [7, "sqs"]])).toEqual(["s3", ["sqs"]])
  expect(fixed("invalid-policy-item", [7, "s3", [7]])).toBe(undefined)
})

test("an unknown setting gets the name of one that only adds", () => {
  const rename = (config: IamConfig) => {
    const [fix] = checkConfig(config).find(({ code }) => code === "unknown-setting")?.fixes ?? []
    return fix && Object.keys(applyFix(config, fix))
  }
  expect(rename({ policies: ["s3"] })).toEqual(["policy"])
  expect(rename({ managed_policies: ["AmazonS3FullAccess"] })).toEqual(["managed_policy"])
  expect(rename({ managed_policies: ["AmazonSSMReadOnlyAccess"] })).toBe(undefined)
  expect(rename({ policies: ["s3:"] })).toBe(undefined)
  expect(rename({ policies: ["s3"], policy: [] })).toBe(undefined)
  expect(rename({ policies: "s3" })).toBe(undefined)
  expect(rename({ default_policies: ["s3"] })).toBe(undefined)
})
