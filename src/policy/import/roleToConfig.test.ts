import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { baselineNames } from "../config/baseline.ts"
import type { IamConfig } from "../config/config.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { buildRole, type RoleOptions } from "../role/build.ts"
import { importOptions, roleToConfig } from "./roleToConfig.ts"

const everyOptions: readonly RoleOptions[] = baselineNames.flatMap((baseline) =>
  (["whole", "custom"] as const).map((scope) => ({ baseline, scope })),
)

function expectSameRole(config: IamConfig) {
  for (const options of everyOptions) {
    const role = buildRole(config, options)
    expect(buildRole(roleToConfig(role, options), options)).toEqual(role)
  }
}

const s3 = { Action: ["s3:*"], Effect: "Allow", Resource: "*" }
const odd = { Effect: "Allow", Action: "s3:*", Resource: "*" }
const document = { Version: "2012-10-17", Statement: [odd] }
const named = { PolicyName: "Deploy", PolicyDocument: document }
const unnamed = { PolicyDocument: document }

describe("the settings that make a role", () => {
  test.each<{ config: IamConfig; options?: RoleOptions; out?: IamConfig }>([
    { config: {} },
    { config: {}, options: { baseline: "6.0.5" } },
    { config: {}, options: { scope: "custom" } },
    { config: { policy: ["s3"] } },
    { config: { policy: ["s3", "ssm:Get*"], managed_policy: ["AmazonS3FullAccess"] } },
    { config: { policy: ["s3"], managed_policy: ["A"] }, options: { scope: "custom" } },
    { config: { policy: [s3] }, out: { policy: ["s3"] } },
    { config: { policy: ["*"] } },
    { config: { policy: [{ ...s3, Action: "*" }] } },
    { config: { policy: [{ ...s3, Action: ["*"] }] } },
    { config: { policy: [odd] } },
    { config: { policy: [s3, odd] }, out: { policy: ["s3", odd] } },
    { config: { policy: [document] }, out: { policy: [odd] } },
    { config: { policy: [odd, document] }, out: { policy: [odd, { Statement: odd }] } },
    {
      config: { policy: [{ Statement: [s3, s3] }] },
      out: { policy: ["s3", { Statement: s3 }] },
    },
    { config: { policy: [{ Statement: [] }] } },
    { config: { policy: ["s3", { Statement: [] }] }, out: { policy: ["s3"] } },
    {
      config: { policy: [{ Statement: [s3, { ...s3, Action: ["ec2:*"] }] }] },
      out: { policy: [s3, "ec2"] },
    },
    { config: { policy: [named] } },
    { config: { policy: [named, "s3"] }, out: { policy: ["s3", named] } },
    { config: { policy: [unnamed] }, out: { policy: [odd] } },
    {
      config: { policy: ["s3", unnamed] },
      out: { policy: ["s3", { PolicyName: "CustomPolicy", ...unnamed }] },
    },
    { config: { default_policy: ["s3"] } },
    { config: { default_policy: [] } },
    { config: { default_managed_policy: [] } },
    { config: { default_managed_policy: ["AmazonSSMReadOnlyAccess"], managed_policy: ["A"] } },
    { config: { managed_policy: ["AmazonSSMReadOnlyAccess"] } },
    {
      config: {
        managed_policy: ["arn:aws:iam::123456789012:policy/team/Deploy", "service-role/X"],
      },
    },
    { config: { default_vpc_policy: [] }, options: { baseline: "6.0.5" } },
    { config: { default_vpc_policy: ["ec2"] }, options: { baseline: "6.0.5" }, out: {} },
    {
      config: { default_vpc_policy: ["ec2:Describe*"], policy: [named] },
      out: { policy: [named], default_vpc_policy: ["ec2:Describe*"] },
    },
    {
      config: { default_policy: [named], policy: [named] },
      out: { policy: [named], default_policy: [named] },
    },
  ])("$config", ({ config, options, out }) => {
    expect(roleToConfig(buildRole(config, options), options)).toEqual(out ?? config)
    expectSameRole(config)
  })

  test("every recorded setting's role comes back, as does any other", () => {
    for (const { config } of recorded.cases) expectSameRole(JSON.parse(JSON.stringify(config)))
    fc.assert(fc.property(anyConfig, expectSameRole), { numRuns: 500 })
  })

  test("the same entry in several lists comes back", () => {
    const entry = fc.constantFrom(
      "s3",
      s3,
      odd,
      named,
      unnamed,
      document,
      ...["DefaultPolicy", "CustomPolicy", "VpcPolicy"].flatMap((PolicyName) => [
        { PolicyName, PolicyDocument: { Version: "2012-10-17", Statement: [s3] } },
        { PolicyName, ...unnamed },
      ]),
    )
    const arn = fc.constantFrom(
      ...["AmazonSSMReadOnlyAccess", "AWSCertificateManagerReadOnly", "A"].flatMap((name) => [
        name,
        `arn:aws:iam::aws:policy/${name}`,
      ]),
    )
    const list = fc.array(entry, { maxLength: 5 })
    const arns = fc.array(arn, { maxLength: 5 })
    const config = fc.record(
      {
        policy: list,
        default_policy: list,
        default_vpc_policy: list,
        managed_policy: arns,
        default_managed_policy: arns,
      },
      { requiredKeys: [] },
    )
    fc.assert(fc.property(config, expectSameRole), { numRuns: 2000 })
  })
})

describe("a role of somebody else's", () => {
  const role = (...PolicyNames: readonly string[]) => ({
    Policies: PolicyNames.map((PolicyName) => ({ PolicyName, PolicyDocument: document })),
    ManagedPolicyArns: ["arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/A"],
  })

  test.each([
    { names: [], scope: "custom", asStatements: true },
    { names: ["Deploy"], scope: "custom", asStatements: true },
    { names: ["CustomPolicy"], scope: "custom", asStatements: false },
    { names: ["Deploy", "DefaultPolicy"], scope: "whole", asStatements: false },
    { names: ["VpcPolicy"], scope: "whole", asStatements: false },
  ])("$names are read as $scope", ({ names, scope, asStatements }) => {
    expect(importOptions(role(...names))).toEqual({ scope, asStatements })
  })

  test.each([
    { statements: [odd], items: ["s3"] },
    {
      statements: [odd, { ...s3, Action: ["ec2:*", "sqs:Send*"], Resource: ["*"] }],
      items: ["s3", "ec2", "sqs:Send*"],
    },
    { statements: [odd, { ...s3, Resource: "a" }, odd], items: ["s3", { ...s3, Resource: "a" }] },
    {
      statements: [{ ...odd, Action: ["a:b", "c:d"] }, named],
      items: [{ ...odd, Action: ["a:b", "c:d"] }, { Statement: [named] }],
    },
    { statements: [{ ...odd, Action: "*" }], items: [{ ...odd, Action: "*" }] },
    { statements: [{ ...odd, Sid: "A" }], items: [{ ...odd, Sid: "A" }] },
  ])("$statements as items", ({ statements, items }) => {
    const policies = statements.map((Statement) => ({ PolicyDocument: { Statement } }))
    const config = roleToConfig(
      { Policies: policies, ManagedPolicyArns: ["!Ref X"] },
      { scope: "custom", asStatements: true },
    )
    expect(config).toEqual({ policy: items })
  })

  test("equal repeats, which no list can hold, come once", () => {
    expect(roleToConfig(role("D", "D", "D"), { scope: "custom" })).toEqual({
      policy: [{ PolicyName: "D", PolicyDocument: document }],
      managed_policy: ["A", "arn:aws:iam::aws:policy/A"],
    })
    expect(roleToConfig(role("D", "D", "D", "D"))).toMatchObject({ default_policy: [] })
  })
})
