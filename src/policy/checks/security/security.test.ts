import { describe, expect, test } from "vitest"
import type { BaselineName, IamConfig } from "../../config/config.ts"
import conformance from "../../conformance/checks.json" with { type: "json" }
import { walkSettings } from "../walk.ts"
import { existingWays, iamWays, passRoleWays } from "./escalationWays.ts"
import { securityChecks } from "./security.ts"
import { credentialActions, dataReads } from "./sensitiveActions.ts"

const judge = (config: IamConfig, baseline: BaselineName = "docs") => {
  const walk = walkSettings(config, baseline)
  return securityChecks.flatMap((check) => check(walk))
}

const found = (config: IamConfig, baseline?: BaselineName) =>
  judge(config, baseline)
    .map(({ code, at }) => `${code} ${at}`)
    .filter((one) => !one.startsWith("defaults-are-broad"))
    .sort()

const allow = (Action: string | string[], more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource: "*",
  ...more,
})

describe("the lists are those of the rules", () => {
  const waysOf = (ways: typeof iamWays) => ways.map(({ actions }) => actions.join(" + "))
  test.each([
    ["data-read-on-all-resources", dataReads],
    ["credentials-exposure", credentialActions],
    ["privilege-escalation-iam", waysOf(iamWays)],
    ["privilege-escalation-pass-role", waysOf(passRoleWays)],
    ["privilege-escalation-existing-resource", waysOf(existingWays)],
  ])("%s", (code, list) => {
    const check = conformance.checks.find((one) => one.code === code)
    expect(check && "data" in check ? check.data : undefined).toEqual(list)
  })
})

describe("Jets' own defaults are not the person's doing", () => {
  test.each<[string, IamConfig, BaselineName, readonly string[]]>([
    ["in their list", { default_policy: ["s3"] }, "docs", []],
    ["in the custom list while the default holds", { policy: ["s3"] }, "docs", []],
    ["in another spelling", { policy: ["S3:*"] }, "docs", []],
    [
      "but are where the default is gone",
      { policy: ["sns"], default_policy: [] },
      "docs",
      ["service-wildcard /policy/0"],
    ],
    ["in the list for a VPC", { default_vpc_policy: ["ec2"] }, "6.0.5", []],
    ["in the custom list while the VPC's holds", { policy: ["ec2"] }, "6.0.5", []],
    [
      "but are in a baseline without them",
      { default_vpc_policy: ["kms"] },
      "docs",
      ["service-wildcard /default_vpc_policy/0"],
    ],
    [
      "but are in a statement",
      { policy: [allow("sns:*")] },
      "docs",
      ["service-wildcard /policy/0/Action"],
    ],
  ])("%s", (_, config, baseline, expected) => {
    expect(found(config, baseline)).toEqual(expected)
  })
})

describe("iam:PassRole and the roles of a resource", () => {
  test.each<[string, readonly string[]]>([
    ["*", ["/policy/0/Resource"]],
    ["arn:aws:iam::123456789012:role/*", ["/policy/0/Resource"]],
    ["arn:aws:iam::123456789012:*", ["/policy/0/Resource"]],
    ["arn:aws:*:::role*", ["/policy/0/Resource"]],
    ["arn:aws:iam::123456789012:role/app", []],
    ["arn:aws:iam::123456789012:role/*-app", []],
    ["arn:aws:iam::#{account}:role/#{name}*", []],
    ["arn:aws:s3:::*", []],
    ["!Sub arn:aws:iam::1:role/*", []],
  ])("%s", (Resource, expected) => {
    const all = judge({ policy: [allow("iam:PassRole", { Resource })] })
    const places = all.flatMap(({ code, at }) => (code.startsWith("pass-role") ? [at] : []))
    expect(places).toEqual(expected)
  })
})

describe("NotAction", () => {
  const slr = "create-slr-with-star-in-resource-and-not-action"
  test.each<[string, unknown, boolean]>([
    ["an empty list leaves nothing out", [], true],
    ["other actions leave it in", ["s3:*"], true],
    ["a pattern leaves it out", ["iam:Create*"], false],
    ["any case leaves it out", ["IAM:CREATESERVICELINKEDROLE"], false],
    ["a text that Ruby fills in may leave it out", ["iam:#{verb}"], false],
    ["a value that only the deploy knows may leave it out", [{ Ref: "A" }], false],
    ["what is no action says nothing", 7, false],
  ])("%s", (_, NotAction, fires) => {
    const statement = JSON.parse(JSON.stringify({ Effect: "Allow", NotAction, Resource: "*" }))
    expect(judge({ policy: [statement] }).some(({ code }) => code === slr)).toBe(fires)
  })
})

test("escalation is judged over all lists and points at the other places", () => {
  const config = {
    default_policy: [],
    policy: [allow(["kms:Decrypt", "iam:Pass*"])],
    default_vpc_policy: ["ec2:RunInstances"],
  }
  const one = judge(config).find(({ code }) => code === "privilege-escalation-pass-role")
  expect(one).toMatchObject({
    at: "/policy/0/Action/1",
    related: ["/default_vpc_policy/0"],
    message: expect.stringContaining(
      "With `iam:PassRole` and `ec2:RunInstances` on every resource whoever runs this build is capable of",
    ),
  })
})

test("each of thousands of granting places names a few others", () => {
  const config = {
    policy: Array.from({ length: 2_000 }, (_, index) => ({ ...allow("iam:*"), Sid: `S${index}` })),
  }
  const all = judge(config).filter(({ code }) => code === "privilege-escalation-iam")
  expect(all).toHaveLength(2_000)
  for (const { related } of all) expect(related?.length).toBe(10)
})

describe("is silent", () => {
  test.each<[string, IamConfig]>([
    ["on tags of CloudFormation", { policy: ["!Ref X", "!Sub iam:*", "!Sub *"] }],
    ["on services that Ruby fills in", { policy: ["#{service}", "#{service}:*"] }],
    ["on an effect that is none", { policy: [{ ...allow("*"), Effect: "allow" }] }],
    ["on wrong types", { policy: [{ Effect: "Allow", Action: 7, Resource: {} }] }],
  ])("%s", (_, config) => {
    expect(found(config)).toEqual([])
  })
})

test("texts of a megabyte are judged at once", { timeout: 2_000 }, () => {
  const stars = "*a".repeat(500_000)
  const config = {
    policy: [stars, `iam:${stars}`, allow(stars, { Resource: `arn:aws:iam::1:${stars}` })],
  }
  expect(judge(config)).toBeDefined()
})
