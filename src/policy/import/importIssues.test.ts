import { expect, test } from "vitest"
import { buildRole } from "../role/build.ts"
import { importIssues } from "./importIssues.ts"

const statement = {
  Effect: "Allow",
  Action: "s3:*",
  Resource: `arn:aws:s3:::home/\${aws:username}`,
}
const current = { Version: "2012-10-17", Statement: [statement] }

test.each<{ name: string; policy?: object; arn?: string; says: readonly string[] }>([
  { name: "without a name", policy: { PolicyDocument: current }, says: [] },
  { name: "a name", policy: { PolicyName: "Deploy", PolicyDocument: current }, says: ["`Deploy`"] },
  { name: "an Id", policy: { PolicyDocument: { ...current, Id: "mine" } }, says: ["`mine`"] },
  {
    name: "no Version",
    policy: { PolicyDocument: { Statement: statement } },
    says: ["no `Version`"],
  },
  {
    name: "an old Version",
    policy: { PolicyDocument: { ...current, Version: "2008-10-17" } },
    says: ["`2008-10-17`"],
  },
  {
    name: "an old Version without variables",
    policy: { PolicyDocument: { Statement: { ...statement, Resource: `!Sub \${X}/*` } } },
    says: [],
  },
  {
    name: "a variable in a condition",
    policy: {
      PolicyDocument: {
        Statement: {
          Effect: "Allow",
          Condition: { StringLike: { "s3:prefix": [`\${aws:userid}`] } },
        },
      },
    },
    says: ["no `Version`"],
  },
  {
    name: "no document",
    policy: { PolicyName: "DefaultPolicies" },
    says: ["no statements", "`DefaultPolicies`"],
  },
  { name: "no ARN", arn: "!Ref Shared", says: ["`!Ref Shared`"] },
])("$name", ({ policy, arn, says }) => {
  const issues = importIssues({
    Policies: policy ? [JSON.parse(JSON.stringify(policy))] : [],
    ManagedPolicyArns: arn ? [arn] : [],
  })
  expect(issues).toHaveLength(says.length)
  for (const [index, text] of says.entries()) expect(issues[index]?.message).toContain(text)
})

test("a role of Jets' own has none", () => {
  expect(importIssues(buildRole({ policy: ["s3", { PolicyName: "Mine" }] }))).toEqual([])
  expect(importIssues(buildRole({ policy: ["s3"] }, { scope: "custom" }))).toEqual([])
})
