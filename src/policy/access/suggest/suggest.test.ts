import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { BaselineName, Draft, IamConfig } from "../../config/config.ts"
import { applyFix } from "../../config/edit.ts"
import recorded from "../../conformance/access-denied.json" with { type: "json" }
import { anyConfig, hostileStrings } from "../../conformance/arbitrary.ts"
import type { Catalog } from "../../iam/catalog.ts"
import { buildRole } from "../../role/build.ts"
import { attachedPolicies } from "../attached.ts"
import type { AccessDenied } from "../denied/denial.ts"
import { parseAccessDenied } from "../denied/denied.ts"
import { evaluateAccess } from "../evaluate.ts"
import type { DeniedCause } from "./judgement.ts"
import { judgeDenied, suggestFixes } from "./suggest.ts"

const draft = (config: IamConfig, baseline: BaselineName = "docs"): Draft => ({ config, baseline })

const bare = { denied: "unknown", by: "unknown" } as const
const stack = "arn:aws:cloudformation:us-east-1:123456789012:stack/demo-dev/*"
const object = "arn:aws:s3:::demo-bucket/app.zip"
const key = "arn:aws:kms:us-east-1:123456789012:key/2f1c8a3e-0000-4444-8888-1234567890ab"
const nothing = { default_policy: [], default_managed_policy: [], default_vpc_policy: [] }
const allow = (Action: string | string[], Resource: string | string[], more = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
})

/** Some catalog with what these denials need. */
const catalog: Catalog = {
  actions: new Map([["sqs", new Map([["createqueue", { name: "CreateQueue", level: "Write" }]])]]),
  details: new Map([
    [
      "ecr",
      {
        actions: new Map([
          ["getauthorizationtoken", { description: "", resourceTypes: [], conditionKeys: [] }],
        ]),
        resourceTypes: new Map(),
        conditionKeys: new Map(),
      },
    ],
  ]),
  managedDocuments: new Map([
    [
      "AmazonSSMReadOnlyAccess",
      {
        Version: "2012-10-17",
        Statement: [allow(["ssm:Describe*", "ssm:Get*", "ssm:List*"], "*")],
      },
    ],
  ]),
}

interface Row {
  readonly name: string
  readonly config: IamConfig
  readonly baseline?: BaselineName
  readonly denied: Partial<AccessDenied>
  readonly cause: DeniedCause
  readonly decidedBy?: string
  readonly titles: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: "no action named",
    config: {},
    denied: {},
    cause: "unknown",
    titles: [],
  },
  {
    name: "a default allows it: deploy again",
    config: {},
    denied: { action: "lambda:CreateFunction", resource: "arn:aws:lambda:us-east-1:1:function:a" },
    cause: "allowed",
    decidedBy: "/default_policy/9",
    titles: [],
  },
  {
    name: "an own item allows it",
    config: { policy: ["s3", allow("kms:Decrypt", key)] },
    denied: { action: "kms:Decrypt", resource: key },
    cause: "allowed",
    decidedBy: "/policy/1",
    titles: [],
  },
  {
    name: "a default managed policy allows it",
    config: {},
    denied: { action: "ssm:GetParameters", resource: "arn:aws:ssm:us-east-1:1:parameter/demo/A" },
    cause: "allowed",
    decidedBy: "/default_managed_policy/0",
    titles: [],
  },
  {
    name: "a removed default",
    config: { default_policy: ["lambda", "s3"] },
    denied: { action: "cloudformation:CreateChangeSet", resource: stack },
    cause: "default-missing",
    decidedBy: "/default_policy",
    titles: ["Restore cloudformation", `Allow cloudformation:CreateChangeSet on ${stack}`],
  },
  {
    name: "a removed default managed policy",
    config: { default_managed_policy: [] },
    denied: { action: "ssm:GetParameters", resource: "arn:aws:ssm:us-east-1:1:parameter/demo/A" },
    cause: "default-missing",
    decidedBy: "/default_managed_policy",
    titles: [
      "Restore AmazonSSMReadOnlyAccess",
      "Allow ssm:GetParameters on arn:aws:ssm:us-east-1:1:parameter/demo/A",
    ],
  },
  {
    name: "a removed default of the VPC policy",
    config: { default_vpc_policy: [] },
    baseline: "6.0.5",
    denied: { action: "ec2:DescribeVpcs", resource: "*" },
    cause: "default-missing",
    decidedBy: "/default_vpc_policy",
    titles: ["Restore ec2", "Allow ec2:DescribeVpcs on every resource"],
  },
  {
    name: "nothing allows it",
    config: {},
    denied: { action: "kms:Decrypt", resource: key },
    cause: "nothing-allows",
    titles: [
      `Allow kms:Decrypt on ${key}`,
      "Allow kms:Decrypt on arn:aws:kms:us-east-1:123456789012:key/*",
      "Allow kms:Decrypt on every resource",
      "Allow all actions of kms on every resource",
    ],
  },
  {
    name: "the spelling of the catalog",
    config: nothing,
    denied: { action: "SQS:createqueue", resource: "arn:aws:sqs:us-east-1:1:q" },
    cause: "default-missing",
    decidedBy: "/default_policy",
    titles: ["Restore sqs", "Allow sqs:CreateQueue on arn:aws:sqs:us-east-1:1:q"],
  },
  {
    name: "an action that takes no resource",
    config: { ...nothing, policy: [allow("ecr:GetAuthorizationToken", object)] },
    denied: { action: "ecr:GetAuthorizationToken", resource: object },
    cause: "resource",
    decidedBy: "/policy/0",
    titles: ["Allow ecr:GetAuthorizationToken on every resource", "Restore ecr"],
  },
  {
    name: "IAM names a role without its ARN",
    config: nothing,
    denied: { action: "iam:GetRole", resource: "role demo" },
    cause: "default-missing",
    decidedBy: "/default_policy",
    titles: ["Restore iam", "Allow iam:GetRole on every resource"],
  },
  {
    name: "the same, its ARN allowed",
    config: { ...nothing, policy: [allow("iam:GetRole", "arn:aws:iam::123456789012:role/demo")] },
    denied: {
      action: "iam:GetRole",
      resource: "role demo",
      principal: "arn:aws:sts::123456789012:assumed-role/demo/x",
    },
    cause: "allowed",
    decidedBy: "/policy/0",
    titles: [],
  },
  {
    name: "another resource",
    config: { ...nothing, policy: ["ec2", allow("s3:GetObject", "arn:aws:s3:::other/*")] },
    denied: { action: "s3:GetObject", resource: object },
    cause: "resource",
    decidedBy: "/policy/1",
    titles: [
      `Allow s3:GetObject on ${object}`,
      `Add ${object} to the statement's resources`,
      "Restore s3",
    ],
  },
  {
    name: "another resource of a service that is no default",
    config: { policy: [{ Statement: [allow("kms:Decrypt", "arn:aws:kms:us-east-1:1:key/a")] }] },
    denied: { action: "kms:Decrypt", resource: "arn:aws:kms:us-east-1:1:key/b" },
    cause: "resource",
    decidedBy: "/policy/0/Statement/0",
    titles: [
      "Allow kms:Decrypt on arn:aws:kms:us-east-1:1:key/b",
      "Add arn:aws:kms:us-east-1:1:key/b to the statement's resources",
      "Allow kms:Decrypt on every resource",
      "Allow all actions of kms on every resource",
    ],
  },
  {
    name: "a condition, within an inline policy",
    config: {
      ...nothing,
      policy: [
        {
          PolicyName: "A",
          PolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              allow("s3:GetObject", "*", {
                Condition: { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } },
              }),
            ],
          },
        },
      ],
    },
    denied: { action: "s3:GetObject", resource: object },
    cause: "condition",
    decidedBy: "/policy/0/PolicyDocument/Statement/0",
    titles: [
      `Allow s3:GetObject on ${object}, without the condition on aws:SourceIp`,
      "Remove the condition on aws:SourceIp from the statement",
      "Restore s3",
    ],
  },
  {
    name: "a part that Ruby fills in",
    config: { ...nothing, policy: [allow("s3:GetObject", "arn:aws:s3:::#{Jets.env}/*")] },
    denied: { action: "s3:GetObject", resource: object },
    cause: "resource",
    decidedBy: "/policy/0",
    titles: [`Allow s3:GetObject on ${object}`],
  },
  {
    name: "a Deny of one action",
    config: { policy: [{ Effect: "Deny", Action: "s3:DeleteBucket", Resource: "*" }] },
    denied: { action: "s3:DeleteBucket", resource: "arn:aws:s3:::demo" },
    cause: "explicit-deny",
    decidedBy: "/policy/0",
    titles: ["Remove the Deny of s3:DeleteBucket"],
  },
  {
    name: "a Deny of several actions, in a document",
    config: {
      policy: [
        { Statement: [{ Effect: "Deny", Action: ["s3:A", "s3:DeleteBucket"], Resource: "*" }] },
      ],
    },
    denied: { action: "s3:DeleteBucket", resource: "arn:aws:s3:::demo", denied: "explicit" },
    cause: "explicit-deny",
    decidedBy: "/policy/0/Statement/0",
    titles: ["Take s3:DeleteBucket out of the Deny"],
  },
  {
    name: "a Deny, and nothing that allows it",
    config: { ...nothing, policy: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] },
    denied: { action: "s3:GetObject", resource: object },
    cause: "explicit-deny",
    decidedBy: "/policy/0",
    titles: [`Remove the Deny of s3:*, and allow s3:GetObject on ${object}`],
  },
  {
    name: "a Deny under a condition that the text says nothing of",
    config: {
      policy: [
        {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-west-1" } },
        },
      ],
    },
    denied: { action: "s3:GetObject", resource: object, denied: "explicit", by: "identity" },
    cause: "explicit-deny",
    decidedBy: "/policy/0",
    titles: ["Remove the Deny of *"],
  },
  {
    name: "the same, one that the request doesn't meet by what is known",
    config: {
      policy: [
        {
          Effect: "Deny",
          Action: "*",
          Resource: "*",
          Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
        },
      ],
    },
    denied: { action: "s3:GetObject", resource: object, denied: "explicit", by: "identity" },
    cause: "explicit-deny",
    decidedBy: "/policy/0",
    titles: [],
  },
  {
    name: "a Deny elsewhere",
    config: nothing,
    denied: { action: "s3:GetObject", resource: object, denied: "explicit" },
    cause: "other-policy",
    titles: [],
  },
  {
    name: "a Deny elsewhere, though the draft allows it",
    config: {},
    denied: { action: "s3:GetObject", resource: object, denied: "explicit", by: "identity" },
    cause: "allowed",
    decidedBy: "/default_policy/12",
    titles: [],
  },
  ...(["scp", "rcp", "boundary", "session", "resource", "vpce"] as const).flatMap((by) =>
    (["implicit", "explicit"] as const).map(
      (denied): Row => ({
        name: `${by}, ${denied}`,
        config: nothing,
        denied: { action: "s3:GetObject", resource: object, denied, by },
        cause: "other-policy",
        titles: [],
      }),
    ),
  ),
]

test.each(rows)("$name", ({ config, baseline = "docs", denied, cause, decidedBy, titles }) => {
  const judged = judgeDenied({ ...bare, ...denied }, draft(config, baseline), catalog)
  expect(judged.cause).toBe(cause)
  expect(judged.decidedBy).toBe(decidedBy)
  expect(judged.fixes.map(({ title }) => title)).toEqual(titles)
  expect(judged.message).toMatch(/^[A-Z].*\.$/)
})

describe("every fix makes the draft allow it", () => {
  const condition = { Condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } } }
  const drafts: readonly Draft[] = [
    draft({}),
    draft({}, "6.0.5"),
    draft(nothing),
    draft({ default_policy: ["s3"], default_managed_policy: [] }, "6.0.5"),
    draft({ ...nothing, policy: [allow("*", "arn:aws:s3:::x/*")] }),
    draft({ ...nothing, policy: [[null, allow("*", "*", condition)], "s3"] }),
    draft({ ...nothing, policy: [allow("*", ["arn:aws:s3:::x/*"], condition)] }),
    draft({
      policy: [
        { Version: "2012-10-17", Statement: { Effect: "Deny", Action: "*", Resource: "*" } },
      ],
    }),
    draft({ ...nothing, policy: [{ Effect: "Deny", NotAction: "x:y", Resource: "*" }, "s3"] }),
    draft({ ...nothing, policy: [allow("*", "arn:aws:s3:::#{Jets.env}/*")] }),
    draft({ ...nothing, managed_policy: ["arn:aws:iam::123456789012:policy/own"] }),
  ]
  const denials = recorded.cases.flatMap(({ text }) => parseAccessDenied(text))
  const identity = denials.map((denied) => ({ ...denied, ...bare }))

  test.each(drafts.map((one) => ({ one, name: JSON.stringify(one) })))("$name", ({ one }) => {
    for (const known of [catalog, {}])
      for (const denied of [...denials, ...identity]) expectAllowed(one, denied, known)
  })

  test("and there is one wherever an Allow can help", () => {
    for (const denied of identity)
      if (denied.action !== undefined)
        for (const one of drafts) {
          const { cause, fixes } = judgeDenied(denied, one, catalog)
          expect(fixes.length > 0).toBe(cause !== "allowed")
        }
  })

  test("whatever the settings and the text", () => {
    const text = fc.constantFrom(...hostileStrings, object, "*", "s3:GetObject", "a:b", "role x")
    const denied = fc.record(
      {
        action: text,
        resource: text,
        principal: text,
        denied: fc.constantFrom("implicit", "explicit", "unknown"),
        by: fc.constantFrom("identity", "scp", "unknown"),
      },
      { requiredKeys: ["denied", "by"] },
    )
    fc.assert(
      fc.property(anyConfig, denied, fc.boolean(), (config: IamConfig, one, docs) => {
        const before = JSON.stringify(config)
        expectAllowed(draft(config, docs ? "docs" : "6.0.5"), one, {})
        expect(JSON.stringify(config)).toBe(before)
      }),
    )
  })
})

function expectAllowed(one: Draft, denied: AccessDenied, known: Catalog) {
  for (const fix of suggestFixes(denied, one, known)) {
    const role = buildRole(applyFix(one.config, fix), { baseline: one.baseline })
    const request = { action: denied.action ?? "", resource: denied.resource ?? "*" }
    const { decision } = evaluateAccess(attachedPolicies(role, known).policies, request)
    expect(`${fix.title}: ${decision}`).toBe(`${fix.title}: Allowed`)
  }
}
