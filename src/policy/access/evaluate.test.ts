// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import conformance from "../conformance/access-decisions.json" with { type: "json" }
import { anyConfig } from "../conformance/arbitrary.ts"
import type { InlinePolicy, JsonObject, JsonValue } from "../iam/document.ts"
import { buildRole } from "../role/build.ts"
import { evaluateAccess } from "./evaluate.ts"
import type { AccessRequest, Decision } from "./request.ts"

const recorded = conformance.cases.map(({ policies, action, resource, expected }, index) => ({
  index,
  policies: policies.map((policy): InlinePolicy => JSON.parse(JSON.stringify(policy))),
  request: { action, resource },
  expected,
}))

/**
 * Here the recorded simulator wants a key policy too, without which an Allow has no effect on a KMS key (AWS KMS
 * Developer Guide, "Key policies"); jets-scenarios.json and evaluateAccess judge the role's own policies alone.
 */
const needKeyPolicy = new Set([4, 84, 140])

test.each(recorded)("recorded case $index", ({ index, policies, request, expected }) => {
  const { decision, uncertain } = evaluateAccess(policies, request)
  expect(decision).toBe(needKeyPolicy.has(index) ? "Allowed" : expected)
  expect(uncertain).toBe(undefined)
})

const version = "2012-10-17"
const policy = (Statement: JsonValue, Version: JsonValue = version): InlinePolicy => ({
  PolicyName: "p",
  PolicyDocument: { Version, Statement },
})
const get = "s3:GetObject"
const key = "arn:aws:s3:::bucket/key"
const allow = { Effect: "Allow", Action: get, Resource: key }
const deny = { ...allow, Effect: "Deny" }
const ask = (
  statement: JsonValue,
  resource = key,
  context?: AccessRequest["context"],
  action = get,
) => evaluateAccess([policy(statement)], { action, resource, ...(context && { context }) })

describe("actions", () => {
  test.each<[string, JsonObject, string, boolean]>([
    ["case doesn't count", { Action: "S3:getOBJECT" }, "s3:GetObject", true],
    ["nor in the request", { Action: "s3:GetObject" }, "S3:GETOBJECT", true],
    ["wildcards", { Action: "s3:Get*" }, get, true],
    ["? is one", { Action: "s3:?etObject" }, get, true],
    ["? and * are one at least", { Action: "s3:GetObjec?*" }, get, true],
    ["? is not none", { Action: "s3:GetObject?" }, get, false],
    ["wildcards in the service", { Action: "s*:GetObject" }, get, true],
    ["all", { Action: "*" }, get, true],
    ["all of all", { Action: "*:*" }, get, true],
    ["a list", { Action: ["ec2:*", "s3:Put*", "s3:Get*"] }, get, true],
    ["no service", { Action: "GetObject" }, get, false],
    ["an empty list", { Action: [] }, get, false],
    ["NotAction", { NotAction: ["ec2:*", "s3:Put*"] }, get, true],
    ["NotAction of it", { NotAction: ["ec2:*", "S3:get*"] }, get, false],
    ["NotAction of all", { NotAction: "*" }, get, false],
    ["a request without service", { Action: "s3:*" }, "GetObject", false],
    ["the service alone", { Action: "s3" }, get, false],
    ["other service", { Action: "s3-outposts:*" }, get, false],
  ])("%s", (_, part, action, fits) => {
    const allowed = ask({ Effect: "Allow", Resource: "*", ...part }, key, undefined, action)
    const denied = ask({ Effect: "Deny", Resource: "*", ...part }, key, undefined, action)
    expect(allowed.decision).toBe(fits ? "Allowed" : "ImplicitlyDenied")
    expect(denied.decision).toBe(fits ? "ExplicitlyDenied" : "ImplicitlyDenied")
  })
})

describe("resources", () => {
  const user = { "aws:username": "ann", "aws:PrincipalTag/team": "a*", many: ["a", "b"] }
  const variable = "arn:aws:s3:::bucket/${aws:username}"
  test.each<[string, JsonObject, string, boolean | "unsure"]>([
    ["itself", { Resource: key }, key, true],
    ["case counts", { Resource: "arn:aws:s3:::Bucket/key" }, key, false],
    ["wildcards", { Resource: "arn:aws:s3:::b*/k?y" }, key, true],
    [
      "slashes are like others",
      { Resource: "arn:aws:s3:::bucket/*/z" },
      "arn:aws:s3:::bucket/a/b/z",
      true,
    ],
    [
      "a star goes past colons",
      { Resource: "arn:aws:logs:*:g" },
      "arn:aws:logs:us-east-1:1:g",
      true,
    ],
    ["all", { Resource: "*" }, key, true],
    ["all of no resource", { Resource: "*" }, "*", true],
    ["an ARN isn't no resource", { Resource: "arn:*" }, "*", false],
    ["a list", { Resource: ["arn:aws:s3:::a", key] }, key, true],
    ["an empty list", { Resource: [] }, key, false],
    ["NotResource", { NotResource: ["arn:aws:s3:::a", "arn:aws:s3:::b"] }, key, true],
    ["NotResource of it", { NotResource: "arn:aws:s3:::bucket/*" }, key, false],
    ["NotResource of no resource", { NotResource: "arn:aws:s3:::bucket/*" }, "*", true],
    ["a variable", { Resource: variable }, "arn:aws:s3:::bucket/ann", true],
    ["a variable's other value", { Resource: variable }, "arn:aws:s3:::bucket/bob", false],
    [
      "a variable in any case",
      { Resource: variable.toLowerCase() },
      "arn:aws:s3:::bucket/ann",
      true,
    ],
    [
      "values hold no wildcards",
      { Resource: "arn:aws:s3:::${aws:PrincipalTag/team}" },
      "arn:aws:s3:::abc",
      false,
    ],
    ["an absent key", { Resource: "arn:aws:s3:::${aws:x}" }, "arn:aws:s3:::abc", false],
    [
      "an absent key with a default",
      { Resource: "arn:aws:s3:::${aws:x, 'abc'}" },
      "arn:aws:s3:::abc",
      true,
    ],
    [
      "a default that isn't needed",
      { Resource: "arn:aws:s3:::${aws:username, 'abc'}" },
      "arn:aws:s3:::abc",
      false,
    ],
    [
      "NotResource with an absent key",
      { NotResource: "arn:aws:s3:::${aws:x}" },
      "arn:aws:s3:::abc",
      true,
    ],
    ["NotResource elsewhere", { NotResource: "arn:aws:s3:::${aws:x}" }, "arn:aws:sqs:::abc", true],
    ["several values are none", { Resource: "arn:aws:s3:::${many}" }, "arn:aws:s3:::a", "unsure"],
    ["a star itself", { Resource: "arn:aws:s3:::${*}" }, "arn:aws:s3:::*", true],
    ["no other than it", { Resource: "arn:aws:s3:::${*}${?}" }, "arn:aws:s3:::ab", false],
    ["the other two", { Resource: "arn:aws:s3:::${?}${$}" }, "arn:aws:s3:::?$", true],
    [
      "Ruby's interpolation",
      { Resource: "arn:aws:s3:::#{Jets.env}-a/*" },
      "arn:aws:s3:::dev-a/k",
      "unsure",
    ],
    [
      "and what it can't be",
      { Resource: "arn:aws:s3:::#{Jets.env}-a/*" },
      "arn:aws:s3:::dev-b/k",
      false,
    ],
    ["a reference", { Resource: "!Ref Bucket" }, key, "unsure"],
    ["a substitution", { Resource: "!Sub arn:aws:s3:::${Bucket}/*" }, key, "unsure"],
    ["elsewhere", { Resource: "!Sub arn:aws:s3:::${Bucket}/x" }, key, false],
    ["an intrinsic", { Resource: { "Fn::GetAtt": ["Bucket", "Arn"] } }, key, "unsure"],
    ["NotResource unknown", { NotResource: "!Ref Bucket" }, key, "unsure"],
    ["no ARN", { Resource: "bucket*" }, key, false],
    ["a form that IAM refuses", { Resource: "*:bucket/*" }, key, "unsure"],
  ])("%s", (_, part, resource, fits) => {
    const allowed = ask({ Effect: "Allow", Action: get, ...part }, resource, user)
    const denied = ask({ Effect: "Deny", Action: get, ...part }, resource, user)
    expect(allowed.decision).toBe(fits === true ? "Allowed" : "ImplicitlyDenied")
    expect(denied.decision).toBe(fits === false ? "ImplicitlyDenied" : "ExplicitlyDenied")
    for (const { uncertain } of [allowed, denied])
      expect(uncertain !== undefined).toBe(fits === "unsure")
  })
})

test.each([
  ["2012-10-17", "arn:aws:s3:::ann", "Allowed"],
  ["2012-10-17", "arn:aws:s3:::${aws:username}", "ImplicitlyDenied"],
  ["2008-10-17", "arn:aws:s3:::ann", "ImplicitlyDenied"],
  ["2008-10-17", "arn:aws:s3:::${aws:username}", "Allowed"],
  [undefined, "arn:aws:s3:::${aws:username}", "Allowed"],
  ["2012-10-18", "arn:aws:s3:::ann", "ImplicitlyDenied"],
])("variables with Version %s on %s: %s", (Version, resource, decision) => {
  const Statement = { ...allow, Resource: "arn:aws:s3:::${aws:username}" }
  const PolicyDocument = Version === undefined ? { Statement } : { Version, Statement }
  const context = { "aws:username": "ann" }
  const answer = evaluateAccess([{ PolicyName: "p", PolicyDocument }], {
    action: get,
    resource,
    context,
  })
  expect(answer.decision).toBe(decision)
})

describe("statements that IAM would refuse allow nothing, and deny what they name", () => {
  test.each<[string, JsonObject, Decision]>([
    ["no Effect", { Effect: "" }, "ImplicitlyDenied"],
    ["an Effect in small letters", { Effect: "deny" }, "ImplicitlyDenied"],
    ["both Action and NotAction", { NotAction: "ec2:*" }, "ExplicitlyDenied"],
    ["both Resource and NotResource", { NotResource: "*" }, "ExplicitlyDenied"],
    ["an Action of a wrong type", { Action: 5 }, "ImplicitlyDenied"],
    ["one of the Actions of a wrong type", { Action: [get, 5] }, "ExplicitlyDenied"],
    ["a Resource of a wrong type", { Resource: null }, "ExplicitlyDenied"],
    ["one of the Resources of a wrong type", { Resource: [key, {}] }, "ExplicitlyDenied"],
    ["an unknown operator", { Condition: { StringIs: { a: "b" } } }, "ExplicitlyDenied"],
    ["a Condition that is none", { Condition: [] }, "ExplicitlyDenied"],
    ["a Principal", { Principal: "*" }, "ExplicitlyDenied"],
    ["a slip in the name of Condition", { Conditions: {} }, "ExplicitlyDenied"],
    ["a Sid that is a number", { Sid: 1 }, "ExplicitlyDenied"],
  ])("%s", (_, part, decision) => {
    expect(ask({ ...allow, ...part }).decision).toBe("ImplicitlyDenied")
    const denied = ask([{ ...deny, ...part }])
    expect(denied.decision).toBe(decision)
    expect(denied.uncertain).toEqual(denied.matched.length > 0 ? denied.matched : undefined)
  })

  test.each<JsonObject>([
    { NotAction: [], Resource: "*" },
    { NotAction: "iam", Resource: "*" },
    { NotAction: ["iam:*", "kms"], Resource: "*" },
    { Action: [get, "kms"], Resource: "*" },
    { Action: "s3:*", NotResource: [] },
    { Action: "s3:*", NotResource: "bucket" },
    { Action: "s3:*", Resource: ["*", "bucket"] },
  ])("a text that IAM refuses makes all of it unsure: %j", (part) => {
    const allowed = ask({ Effect: "Allow", ...part })
    expect(allowed.decision).toBe("ImplicitlyDenied")
    expect(allowed.uncertain).toHaveLength(1)
    const denied = ask([{ ...allow }, { Effect: "Deny", ...part }])
    expect(denied.decision).toBe("ExplicitlyDenied")
    expect(denied.uncertain).toEqual(denied.matched)
  })

  test("a Deny without resource denies on each", () => {
    expect(ask({ Effect: "Deny", Action: get }).decision).toBe("ExplicitlyDenied")
    expect(ask({ Effect: "Allow", Action: get }).decision).toBe("ImplicitlyDenied")
    expect(ask({ Effect: "Deny", Resource: "*" }).decision).toBe("ImplicitlyDenied")
  })
})

describe("what decides", () => {
  const policies = [
    policy(allow),
    policy([{ ...allow, Action: "s3:*" }, 5, { ...deny, Action: "s3:Put*" }, allow]),
    { PolicyName: "none" },
    policy({ ...deny, Action: "s3:P*", Resource: "*" }),
  ]

  test.each<[string, Decision, readonly string[]]>([
    [
      "s3:GetObject",
      "Allowed",
      [
        "/0/PolicyDocument/Statement",
        "/1/PolicyDocument/Statement/0",
        "/1/PolicyDocument/Statement/3",
      ],
    ],
    [
      "s3:PutObject",
      "ExplicitlyDenied",
      ["/1/PolicyDocument/Statement/2", "/3/PolicyDocument/Statement"],
    ],
    ["ec2:RunInstances", "ImplicitlyDenied", []],
  ])("%s: %s", (action, decision, matched) => {
    const answer = evaluateAccess(policies, { action, resource: key })
    expect(answer).toEqual({ decision, matched, missingContext: [] })
  })

  test("in order, statements of any service among the others", () => {
    const mixed = [{ ...allow, Action: "*" }, allow, { ...allow, Action: "s?:Get*" }, allow]
    expect(ask(mixed).matched).toEqual(
      mixed.map((_, index) => `/0/PolicyDocument/Statement/${index}`),
    )
  })

  test("only what it hangs on is uncertain", () => {
    const unknown = { ...allow, Resource: "!Ref Bucket" }
    expect(ask([unknown, allow]).uncertain).toBe(undefined)
    expect(ask([{ ...unknown, Effect: "Deny" }, deny]).uncertain).toBe(undefined)
    expect(ask([unknown]).uncertain).toEqual(["/0/PolicyDocument/Statement/0"])
    expect(ask([allow, { ...unknown, Effect: "Deny" }]).uncertain).toEqual([
      "/0/PolicyDocument/Statement/1",
    ])
  })
})

describe("missing context", () => {
  const tag = { StringEquals: { "aws:PrincipalTag/Team": "a" } }
  const ip = { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }
  test.each<[string, JsonValue, AccessRequest["context"], readonly string[]]>([
    ["a key", { ...allow, Condition: tag }, {}, ["aws:PrincipalTag/Team"]],
    ["no key is missing", { ...allow, Condition: tag }, { "AWS:principaltag/team": "b" }, []],
    ["of another action", { ...allow, Action: "s3:Put*", Condition: tag }, {}, []],
    ["of another resource", { ...allow, Resource: "arn:aws:s3:::b", Condition: tag }, {}, []],
    [
      "another condition fails",
      { ...allow, Condition: { ...tag, ...ip } },
      { "aws:SourceIp": "192.0.2.1" },
      [],
    ],
    [
      "another condition holds",
      { ...allow, Condition: { ...tag, ...ip } },
      { "aws:SourceIp": "203.0.113.1" },
      ["aws:PrincipalTag/Team"],
    ],
    [
      "both",
      { ...allow, Condition: { ...ip, ...tag } },
      {},
      ["aws:SourceIp", "aws:PrincipalTag/Team"],
    ],
    ["asked for by a Deny", [allow, { ...deny, Condition: ip }], {}, ["aws:SourceIp"]],
    ["IfExists asks too", { ...allow, Condition: { BoolIfExists: { b: "true" } } }, {}, ["b"]],
    [
      "once each",
      [
        { ...allow, Condition: tag },
        { ...allow, Condition: { StringLike: { "aws:principaltag/team": "*" } } },
      ],
      {},
      ["aws:PrincipalTag/Team"],
    ],
    [
      "of a variable",
      { ...allow, Resource: "arn:aws:s3:::bucket/${aws:username}" },
      {},
      ["aws:username"],
    ],
    ["a variable elsewhere", { ...allow, Resource: "arn:aws:s3:::other/${aws:username}" }, {}, []],
    [
      "a variable with a default",
      { ...allow, Resource: "arn:aws:s3:::bucket/${aws:username, 'x'}" },
      {},
      [],
    ],
    [
      "a variable that isn't needed",
      { ...allow, Resource: ["arn:aws:s3:::bucket/${aws:username}", key] },
      {},
      [],
    ],
    [
      "the next variable fits",
      { ...allow, Resource: ["arn:aws:s3:::${aws:x}/key", "arn:aws:s3:::${aws:y}/key"] },
      { "aws:y": "bucket" },
      [],
    ],
    ["of a value", { ...allow, Condition: { StringEquals: { a: "${b}" } } }, { a: "x" }, ["b"]],
  ])("%s", (_, statement, context, missing) => {
    expect(ask(statement, key, context).missingContext).toEqual(missing)
  })
})

const part = {
  action: fc.constantFrom(get, "s3:*", "s3:Put*", "*", "iam:PassRole", "!Ref a", "s3"),
  resource: fc.constantFrom(key, "*", "arn:aws:s3:::*", "arn:aws:s3:::${aws:username}", "#{a}", ""),
  condition: fc.constantFrom<JsonValue>(
    {},
    { StringEquals: { "aws:username": "ann" } },
    { StringNotLike: { "aws:username": "a*" } },
    { "ForAllValues:StringLike": { "aws:username": ["a*", "${x}"] } },
    { Slip: {} },
    5,
  ),
}
const names = (one: fc.Arbitrary<string>) => fc.oneof(one, fc.array(one, { maxLength: 3 }))
const statement = (Effect: string) =>
  fc
    .record({
      not: fc.boolean(),
      notResource: fc.boolean(),
      actions: names(part.action),
      resources: names(part.resource),
      Condition: part.condition,
    })
    .map(({ not, notResource, actions, resources, Condition }) => ({
      Effect,
      [not ? "NotAction" : "Action"]: actions,
      [notResource ? "NotResource" : "Resource"]: resources,
      Condition,
    }))
const anyPolicies = fc.array(
  fc
    .array(fc.oneof(statement("Allow"), statement("Deny")), { maxLength: 4 })
    .map((all) => policy(all)),
  { maxLength: 3 },
)
const anyRequest: fc.Arbitrary<AccessRequest> = fc.record({
  action: fc.constantFrom(get, "s3:PutObject", "iam:PassRole", "", ":", "*"),
  resource: fc.constantFrom(key, "*", "arn:aws:s3:::ann", "arn:aws:s3:::b", ""),
  context: fc.constantFrom<NonNullable<AccessRequest["context"]>>(
    {},
    { "aws:username": "ann" },
    { "aws:username": ["ann", "bob"], x: "y" },
    { "aws:username": [] },
  ),
})

describe("whatever the policies", () => {
  const isAllowed = (policies: readonly InlinePolicy[], request: AccessRequest) =>
    evaluateAccess(policies, request).decision === "Allowed"

  test("adding an Allow never loses a permission", () => {
    fc.assert(
      fc.property(anyPolicies, statement("Allow"), anyRequest, (policies, added, request) => {
        fc.pre(isAllowed(policies, request))
        expect(isAllowed([policy(added), ...policies], request)).toBe(true)
      }),
    )
  })

  test("adding a Deny never gains one", () => {
    fc.assert(
      fc.property(anyPolicies, statement("Deny"), anyRequest, (policies, added, request) => {
        fc.pre(!isAllowed(policies, request))
        expect(isAllowed([...policies, policy(added)], request)).toBe(false)
      }),
    )
  })

  test("a Deny of what an Allow names denies it all", () => {
    fc.assert(
      fc.property(statement("Allow"), anyRequest, (allowing, request) => {
        const denying = { ...allowing, Effect: "Deny" }
        expect(isAllowed([policy([allowing, denying])], request)).toBe(false)
      }),
    )
  })

  test("the answer fits together", () => {
    fc.assert(
      fc.property(anyPolicies, anyRequest, (policies, request) => {
        const { decision, matched, uncertain } = evaluateAccess(policies, request)
        expect(matched.length > 0).toBe(decision !== "ImplicitlyDenied")
        if (decision === "Allowed") expect(uncertain).toBe(undefined)
      }),
    )
  })

  test("any settings can be judged", () => {
    const hostileContext = JSON.parse('{"__proto__": "a", "constructor": "b"}')
    fc.assert(
      fc.property(anyConfig, fc.string(), fc.string(), (config, action, resource) => {
        const { Policies } = buildRole(config)
        for (const request of [
          { action, resource },
          { action: get, resource: key },
        ])
          evaluateAccess(Policies, { ...request, context: hostileContext })
      }),
      { numRuns: 500 },
    )
  })

  test("any JSON can be a document, a statement or a context", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (given, context) => {
        const value: JsonValue = JSON.parse(JSON.stringify(given))
        const hostile: NonNullable<AccessRequest["context"]> = JSON.parse(
          JSON.stringify({ a: context }),
        )
        const statements = [
          { ...allow, Condition: { StringEquals: { a: value } } },
          { ...allow, Condition: { "ForAnyValue:ArnLike": value } },
          { ...allow, Condition: value },
          { ...allow, Resource: value },
          { Effect: "Deny", NotAction: value, NotResource: value },
        ]
        const policies = [
          { PolicyName: "p", PolicyDocument: value },
          policy(value),
          policy(statements),
        ]
        expect(
          evaluateAccess(policies, { action: get, resource: key, context: hostile }),
        ).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })

  test("long texts are no burden", { timeout: 5_000 }, () => {
    const long = (piece: string) => `arn:aws:s3:::${piece.repeat(200_000)}b`
    for (const piece of ["*", "*a", "${a", "${a}", "#{", "?*", "$", "a:"]) {
      const condition = { ArnLike: { a: long(piece) } }
      expect(ask({ ...allow, Resource: long(piece) })).toBeDefined()
      expect(ask({ ...allow, Condition: condition }, key, { a: key })).toBeDefined()
    }
  })
})
