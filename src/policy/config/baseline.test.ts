import { describe, expect, test } from "vitest"
import { baselineNames, baselines, defaultBaseline, withDefaults } from "./baseline.ts"
import { settings } from "./config.ts"

/** The table of DESIGN 2.2. */
const documented = [
  "apigateway cloudformation cloudfront codebuild dynamodb ecr-public ecr events iam lambda logs",
  "route53 s3 sns sqs sts:GetServiceBearerToken",
].join(" ")
const released = [
  "apigateway cloudformation cloudfront codebuild dynamodb ecr ecr-public events iam lambda logs",
  "route53 s3 sns sqs sts:GetServiceBearerToken waf wafv2",
].join(" ")

describe("a named baseline never changes", () => {
  test.each([
    { name: "docs", permissions: documented, vpc: [] },
    { name: "6.0.5", permissions: released, vpc: ["ec2"] },
  ] as const)("$name", ({ name, permissions, vpc }) => {
    expect(baselines[name]).toEqual({
      policy: [],
      managed_policy: [],
      default_policy: permissions.split(" "),
      default_managed_policy: ["AmazonSSMReadOnlyAccess", "AWSCertificateManagerReadOnly"],
      default_vpc_policy: vpc,
    })
  })
  test("and each is offered, the editor's default first", () => {
    expect(baselineNames.toSorted()).toEqual(Object.keys(baselines).toSorted())
    expect(baselineNames[0]).toBe(defaultBaseline)
    expect(defaultBaseline).toBe("docs")
  })
})

describe("withDefaults", () => {
  test("fills what is absent from the baseline, the documentation's without one", () => {
    expect(withDefaults({})).toEqual(baselines.docs)
    expect(withDefaults({}, "6.0.5")).toEqual(baselines["6.0.5"])
  })
  test.each(settings)("leaves a present %s as it is, whatever it holds", (setting) => {
    for (const value of [[], null, "s3", ["s3", ["s3"]]])
      expect(withDefaults({ [setting]: value }, "6.0.5")).toEqual({
        ...baselines["6.0.5"],
        [setting]: value,
      })
  })
  test("keeps unknown keys, __proto__ too", () => {
    const config = Object.fromEntries([["__proto__", 1]])
    expect(Object.keys(withDefaults(config))).toEqual([...Object.keys(baselines.docs), "__proto__"])
  })
})
