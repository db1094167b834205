import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { accessCatalog as catalog } from "../conformance/accessCatalog.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import type { Catalog } from "../iam/catalog.ts"
import { buildRole } from "../role/build.ts"
import { attachedPolicies } from "./attached.ts"
import { evaluateAccess } from "./evaluate.ts"
import { whoGrants } from "./grants.ts"

const none = { default_policy: [], default_managed_policy: [], default_vpc_policy: [] }

/** One line a grant: where, what, how far and why, with `!` for a Deny and `?` for an unknown policy. */
function lines(config: IamConfig, action: string): readonly string[] {
  return whoGrants({ config, baseline: "docs" }, action, catalog).map((grant) => {
    const sign = { Allow: "", Deny: "!", Unknown: "?" }[grant.effect]
    const by = grant.isJetsDefault ? " (Jets)" : ""
    return `${grant.at} ${sign}${grant.text} ${[grant.extent, ...grant.limits].join(" ")}${by}`
  })
}

const inline = {
  PolicyName: "x",
  PolicyDocument: {
    Statement: { Effect: "Allow", Action: ["s3:PutObject", "logs:Put*"], Resource: "arn:a" },
  },
}

test.each<[string, IamConfig, string, string[]]>([
  ["a default", {}, "iam:PassRole", ["/default_policy/8 iam wholly (Jets)"]],
  ["case doesn't count", {}, "IAM:passrole", ["/default_policy/8 iam wholly (Jets)"]],
  ["a service", {}, "logs", ["/default_policy/10 logs wholly (Jets)"]],
  ["a pattern", {}, "logs:*", ["/default_policy/10 logs wholly (Jets)"]],
  [
    "a default that is overridden",
    { default_policy: ["s3", "sns"] },
    "s3:GetObject",
    ["/default_policy/0 s3 wholly (Jets)"],
  ],
  [
    "an item in an overridden list",
    { ...none, default_policy: ["kinesis"] },
    "kinesis:PutRecord",
    ["/default_policy/0 kinesis wholly"],
  ],
  ["nothing", none, "iam:PassRole", []],
  ["nothing, after logs is removed", { default_policy: ["s3"] }, "logs:CreateLogGroup", []],
  [
    "an action",
    { ...none, policy: ["s3:GetObject"] },
    "s3:getobject",
    ["/policy/0 s3:GetObject wholly"],
  ],
  [
    "a part of a pattern",
    { ...none, policy: ["s3:GetObject"] },
    "s3:*",
    ["/policy/0 s3:GetObject partly actions"],
  ],
  [
    "patterns that overlap in the catalog",
    { ...none, policy: ["s3:*Object"] },
    "s3:Get*",
    ["/policy/0 s3:*Object partly actions"],
  ],
  ["patterns that overlap in no action", { ...none, policy: ["s3:*Policy"] }, "s3:Get*", []],
  [
    "a service that the catalog doesn't have",
    { ...none, policy: ["a:*B"] },
    "a:A*",
    ["/policy/0 a:*B partly actions"],
  ],
  ["everything", { ...none, policy: ["*"] }, "a:B", ["/policy/0 * wholly"]],
  [
    "a statement's action",
    { ...none, policy: [{ Effect: "Allow", Action: ["a:B", "s3:Get*"], Resource: "*" }] },
    "s3:GetObject",
    ["/policy/0/Action/1 s3:Get* wholly"],
  ],
  [
    "an inline policy's, on some resources",
    { ...none, policy: [inline] },
    "logs:PutLogEvents",
    ["/policy/0/PolicyDocument/Statement/Action/1 logs:Put* partly resources"],
  ],
  [
    "a document's, under a condition",
    {
      ...none,
      policy: [
        {
          Statement: [
            {
              Effect: "Allow",
              Action: "s3:*",
              Resource: "*",
              Condition: { Bool: { "aws:x": "true" } },
            },
          ],
        },
      ],
    },
    "s3:GetObject",
    ["/policy/0/Statement/0/Action s3:* partly condition"],
  ],
  [
    "a Deny",
    { ...none, policy: [{ Effect: "Deny", Action: "s3:*", Resource: "*" }] },
    "s3:GetObject",
    ["/policy/0/Action !s3:* wholly"],
  ],
  [
    "NotAction",
    { ...none, policy: [{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }] },
    "s3:GetObject",
    ["/policy/0/NotAction NotAction wholly"],
  ],
  [
    "NotAction of a part",
    { ...none, policy: [{ Effect: "Allow", NotAction: ["s3:Get*"], Resource: "*" }] },
    "s3:*",
    ["/policy/0/NotAction NotAction partly actions"],
  ],
  [
    "NotAction that leaves it out",
    { ...none, policy: [{ Effect: "Allow", NotAction: ["s3:*"], Resource: "*" }] },
    "s3:GetObject",
    [],
  ],
  [
    "what Ruby fills in",
    { ...none, policy: ["s3:#{verb}Object"] },
    "s3:GetObject",
    ["/policy/0 s3:#{verb}Object partly filled-in-later"],
  ],
  [
    "a managed policy",
    { ...none, managed_policy: ["AmazonS3ReadOnlyAccess"] },
    "s3:GetObject",
    ["/managed_policy/0 s3:Get* wholly"],
  ],
  [
    "a default managed policy",
    {},
    "ssm:GetParameter",
    ["/default_managed_policy/0 ssm:Get* wholly (Jets)"],
  ],
  [
    "a managed policy that isn't known",
    { ...none, managed_policy: ["arn:aws:iam::1:policy/x"] },
    "s3:GetObject",
    ["/managed_policy/0 ?arn:aws:iam::1:policy/x partly"],
  ],
  ["an empty question", {}, " ", []],
])("%s", (_, config, action, expected) => {
  expect(lines(config, action)).toEqual(expected)
})

test("a statement that names resources doesn't grant an action that takes none, once that is known", () => {
  const item = { Effect: "Allow", Action: "logs:*", Resource: "arn:aws:logs:*:*:*" }
  const config = { ...none, policy: [item] }
  const ask = (some: Catalog) =>
    whoGrants({ config, baseline: "docs" }, "logs:DescribeLogGroups", some)
  const actions = new Map([
    ["describeloggroups", { description: "", resourceTypes: [], conditionKeys: [] }],
  ])
  expect(ask(catalog)).toHaveLength(1)
  const details = new Map([
    ["logs", { actions, resourceTypes: new Map(), conditionKeys: new Map() }],
  ])
  expect(ask({ ...catalog, details })).toEqual([])
})

describe("a managed policy's statement", () => {
  test("says which policy, and where in it", () => {
    const config = { ...none, managed_policy: ["AmazonS3ReadOnlyAccess"] }
    const [grant] = whoGrants({ config, baseline: "docs" }, "s3:ListBucket", catalog)
    expect(grant).toMatchObject({
      policy: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
      inPolicy: "/Statement/0/Action/1",
      resources: ["*"],
    })
  })
})

test("property: what evaluateAccess allows somebody grants, and what is granted wholly and not denied it allows", () => {
  const actions = fc.constantFrom("s3:GetObject", "iam:PassRole", "logs:CreateLogGroup", "a:B")
  fc.assert(
    fc.property(anyConfig, actions, (config, action) => {
      const grants = whoGrants({ config, baseline: "docs" }, action, catalog)
      const { policies } = attachedPolicies(buildRole(config), catalog)
      const { decision, matched } = evaluateAccess(policies, { action, resource: "*" })
      const allows = grants.filter(({ effect }) => effect === "Allow")
      if (decision === "Allowed") expect(allows.length).toBeGreaterThanOrEqual(1)
      if (decision === "ExplicitlyDenied" && matched.length > 0)
        expect(grants.some(({ effect }) => effect === "Deny")).toBe(true)
      if (
        grants.every(({ effect }) => effect === "Allow") &&
        allows.some(({ extent }) => extent === "wholly")
      )
        expect(decision).toBe("Allowed")
    }),
  )
})
