import fc from "fast-check"
import { describe, expect, test } from "vitest"
import recorded from "../policy/conformance/jets-scenarios.json" with { type: "json" }
import {
  applyFix,
  attachedPolicies,
  baselineNames,
  buildRole,
  compareAccess,
  type Draft,
  describeChange,
  describeRole,
  evaluateAccess,
  type IamConfig,
  narrowItem,
  type Role,
  removeItem,
  summarizeAccess,
  unknownAccess,
  whoGrants,
} from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

const catalog = await loadCatalog("services", "actionNames", "managedPolicies", "managedDocuments")
const detailed = { ...catalog, ...(await loadCatalog("actions")) }

const actions = Array.from(catalog.actions ?? [], ([service, named]) =>
  Array.from(named.values(), ({ name }) => `${service}:${name}`),
).flat()
const managedNames = [...(catalog.managedDocuments?.keys() ?? [])]

describe("properties over AWS's actions", () => {
  const item = fc.oneof(
    fc.constantFrom(...actions),
    fc.constantFrom(...(catalog.actions?.keys() ?? [])),
    fc.constantFrom(...actions).map((action) => action.replace(/:([A-Z][a-z]+).*/, ":$1*")),
    fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Action: fc.array(
        fc.constantFrom("*", "s3:*", "iam:Get*", "*:List*", ...actions.slice(0, 50)),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      Resource: fc.constantFrom("*", "arn:aws:s3:::a/*"),
    }),
  )
  const config: fc.Arbitrary<IamConfig> = fc.record({
    policy: fc.array(item, { maxLength: 6 }),
    managed_policy: fc.subarray(["AmazonS3FullAccess", "AmazonSQSFullAccess"]),
  })

  test("a summary counts what evaluateAccess allows on every resource", () => {
    fc.assert(
      fc.property(
        config,
        fc.array(fc.constantFrom(...actions), { minLength: 20, maxLength: 20 }),
        (some, sample) => {
          const role = buildRole({ ...some, default_managed_policy: [] })
          const { policies } = attachedPolicies(role, catalog)
          const isUnconditional = !JSON.stringify(policies).includes('"Condition"')
          const services = new Map(summarizeAccess(role, catalog).map((one) => [one.service, one]))
          for (const action of [...sample, "s3:GetObject", "iam:GetRole", "s3:ListBucket"]) {
            const [service = "", name] = action.split(":")
            const { decision } = evaluateAccess(policies, { action, resource: "*" })
            const found = services.get(service)?.actions.find((one) => one.name === name)
            if (isUnconditional)
              expect(found?.reach.isEverywhere ?? false).toBe(decision === "Allowed")
            else if (found?.reach.extent === "wholly") expect(decision).toBe("Allowed")
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test("of all managed policies: what is allowed wholly, evaluateAccess allows", () => {
    for (const name of managedNames.filter((_, index) => index % 20 === 0)) {
      const role: Role = { Policies: [], ManagedPolicyArns: [`arn:aws:iam::aws:policy/${name}`] }
      const { policies } = attachedPolicies(role, catalog)
      for (const { service, actions: allowed } of summarizeAccess(role, catalog))
        for (const { name: action, reach } of allowed.filter((_, index) => index % 10 === 0)) {
          const request = { action: `${service}:${action}`, resource: "*" }
          const { decision } = evaluateAccess(policies, request)
          if (reach.extent === "wholly") expect(decision).toBe("Allowed")
          if (!reach.isEverywhere && reach.resources.every((text) => text.startsWith("arn:")))
            expect(decision).not.toBe("Allowed")
        }
    }
  })

  test("narrowing to levels keeps just these", () => {
    const draft: Draft = { config: { policy: ["dynamodb"] }, baseline: "docs" }
    const levels = ["List", "Read"] as const
    const fix = narrowItem(draft, "/policy/0", { narrow: "levels", levels }, catalog)
    const role = buildRole(applyFix(draft.config, fix), { scope: "custom" })
    const [dynamodb, ...others] = summarizeAccess(role, catalog)
    expect(others).toEqual([])
    for (const { level, allowed, total } of dynamodb?.levels ?? [])
      expect(allowed).toBe(level === "List" || level === "Read" ? total : 0)
  })
})

/** Each scenario's `expect`, as the functions say it. */
describe("the recorded scenarios", () => {
  const scenario = (name: string): Draft => {
    const found = recorded.scenarios.find((one) => one.name === name)
    const baseline = baselineNames.find((known) => known === found?.baseline)
    if (!found || !baseline) throw new Error(name)
    const config: IamConfig = JSON.parse(JSON.stringify(found.config))
    return { config, baseline }
  }
  const roleOf = ({ config, baseline }: Draft) => buildRole(config, { baseline })
  const lostFromDefaults = (draft: Draft) => {
    const { lost } = compareAccess(buildRole({}, draft), roleOf(draft), detailed)
    return lost.map(describeChange)
  }
  /** What the role would lose and gain without an item: nothing, where the item is redundant. */
  const without = (draft: Draft, at: `/${string}`) => {
    const after = { ...draft, config: removeItem(draft.config, at) }
    const { gained, lost } = compareAccess(roleOf(draft), roleOf(after), detailed)
    return [...lost, ...gained].map(describeChange)
  }
  const service = (draft: Draft, prefix: string) =>
    summarizeAccess(roleOf(draft), detailed).find((one) => one.service === prefix)
  const grants = (draft: Draft, action: string) => whoGrants(draft, action, detailed)

  test("The documentation's own example", () => {
    const draft = scenario("The documentation's own example")
    expect(without(draft, "/policy/0")).toEqual([])
    expect(without(draft, "/policy/1")).toEqual([])
    const [adds, ...more] = without(draft, "/managed_policy/0")
    expect(adds).toMatch(/^Amazon S3 Object Lambda: all \d+ actions$/)
    expect(more).toEqual([])
    const fix = narrowItem(draft, "/policy/1", { narrow: "jets" }, detailed)
    expect(applyFix(draft.config, fix).policy).toContainEqual({
      Effect: "Allow",
      Action: [
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "ec2:DescribeNetworkInterfaces",
      ],
      Resource: "*",
    })
    expect(describeRole(draft, detailed)).toContain(
      "you added Amazon S3, Amazon EC2 and `AmazonS3FullAccess`",
    )
  })

  test("The documented PolicyName form", () => {
    const draft = scenario("The documented PolicyName form")
    expect(without(draft, "/policy/1")).toEqual(["Amazon S3: `s3:DeleteBucket`"])
    expect(grants(draft, "s3:DeleteBucket").map(({ effect }) => effect)).toEqual(["Allow", "Deny"])
    const ses = service(draft, "ses")
    expect(ses?.wholly).toBe(ses?.total)
  })

  test("App in a VPC with RDS, VPC policy emptied", () => {
    const draft = scenario("App in a VPC with RDS, VPC policy emptied")
    expect(lostFromDefaults(draft)).toEqual([
      expect.stringMatching(/^Amazon EC2: all \d+ actions$/),
    ])
    expect(grants(draft, "ec2:DescribeSubnets")).toEqual([])
  })

  test("ElastiCache as a shared resource", () => {
    const draft = scenario("ElastiCache as a shared resource")
    expect(without(draft, "/policy/1")).toEqual([])
    expect(without({ ...draft, baseline: "docs" }, "/policy/1")).toHaveLength(1)
    const cache = service(draft, "elasticache")
    expect(cache?.wholly).toBe(cache?.total)
    expect(grants(draft, "iam:CreateServiceLinkedRole").map(({ text }) => text)).toEqual(["iam"])
  })

  test("EFS under the wrong prefix", () => {
    const draft = scenario("EFS under the wrong prefix")
    expect(unknownAccess(roleOf(draft), detailed).services).toEqual(["efs"])
    expect(grants(draft, "elasticfilesystem:DescribeMountTargets")).toEqual([])
  })

  test("Custom domain after trimming the defaults", () => {
    const draft = scenario("Custom domain after trimming the defaults")
    const lost = lostFromDefaults(draft)
    expect(lost).toContainEqual(expect.stringMatching(/^Amazon CloudFront: all/))
    expect(lost).toContainEqual(expect.stringMatching(/^AWS Certificate Manager: /))
    expect(lost).toContainEqual(
      expect.stringMatching(
        /^Amazon Route 53: \d+ actions .*; still has `route53:\w+` and `route53:\w+` on `arn:aws:route53:::hostedzone\/Z0123456789ABCDEFGHIJ`$/,
      ),
    )
    for (const action of ["GetHostedZone", "GetChange", "ListHostedZonesByName"])
      expect(grants(draft, `route53:${action}`)).toEqual([])
    for (const prefix of ["iam", "lambda", "s3", "ecr"]) {
      const found = service(draft, prefix)
      expect(found?.wholly).toBe(found?.total)
    }
  })

  test("Least-privilege replacement of the defaults", () => {
    const draft = scenario("Least-privilege replacement of the defaults")
    const lost = lostFromDefaults(draft)
    for (const name of "API Gateway|CloudFront|CodeBuild|DynamoDB|Registry Public|Route 53|SNS|Token|AWS WAF|WAF V2|Certificate|EC2".split(
      "|",
    ))
      expect(lost.some((text) => text.split(":")[0]?.includes(name))).toBe(true)
    expect(without(draft, "/default_policy/4")).toEqual([
      "AWS Lambda: `lambda:CreateEventSourceMapping`",
    ])
    const iam = service(draft, "iam")
    expect(iam).toMatchObject({ wholly: 0, reduced: 5 })
    expect(iam?.resources).toEqual(["arn:aws:iam::123456789012:role/demo-dev-*"])
    expect(iam?.actions.map(({ name }) => name)).toContain("PassRole")
  })

  test("cloudformation removed by mistake", () => {
    const draft = scenario("cloudformation removed by mistake")
    const lost = lostFromDefaults(draft)
    for (const name of [
      "AWS CloudFormation",
      "Amazon CloudFront",
      "Amazon Route 53",
      "AWS WAF V2",
      "AWS CodeBuild",
    ])
      expect(lost).toContainEqual(expect.stringMatching(new RegExp(`^${name}: all`)))
    expect(lost).toContainEqual("AWS Security Token Service: `sts:GetServiceBearerToken`")
    expect(describeRole(draft, detailed)).toContain(
      "you removed Amazon API Gateway, AWS CloudFormation and",
    )
    expect(service(draft, "iam")?.wholly).toBe(service(draft, "iam")?.total)
  })

  test("Writing SSM parameters from a hook", () => {
    const draft = scenario("Writing SSM parameters from a hook")
    expect(without(draft, "/policy/0")).toEqual([
      "AWS Systems Manager: `ssm:PutParameter` on `arn:aws:ssm:us-west-2:123456789012:parameter/demo/dev/*`",
    ])
    const shorthand = buildRole({ policy: ["ssm"] }, draft)
    const { gained } = compareAccess(roleOf(draft), shorthand, detailed)
    expect(JSON.stringify(gained)).toMatch(/"SendCommand".*"StartSession"/)
    expect(gained.map(describeChange)).toEqual([
      expect.stringMatching(/`ssm:PutParameter` on every resource, before on `arn:[^`]*`$/),
    ])
  })

  test("KMS-encrypted bucket and a Secrets Manager variable", () => {
    const draft = scenario("KMS-encrypted bucket and a Secrets Manager variable")
    expect(without(draft, "/policy/0")).toEqual([])
    expect(grants(draft, "secretsmanager:GetSecretValue")).toEqual([])
    expect(
      service(draft, "kms")
        ?.actions.map(({ name }) => name)
        .sort(),
    ).toEqual(["Decrypt", "GenerateDataKey"])
  })

  test("Base image in another account", () => {
    const draft = scenario("Base image in another account")
    const rest = without(draft, "/managed_policy/0")
    expect(rest).toEqual([])
    expect(service(draft, "ecr")?.wholly).toBe(service(draft, "ecr")?.total)
  })

  test("WAF after copying the documented defaults", () => {
    const draft = scenario("WAF after copying the documented defaults")
    expect(lostFromDefaults(draft)).toEqual([
      expect.stringMatching(/^AWS WAF: all/),
      expect.stringMatching(/^AWS WAF V2: all/),
    ])
    const reset = buildRole({ policy: ["kinesis"] }, draft)
    const { gained, lost } = compareAccess(roleOf(draft), reset, detailed)
    expect(lost).toEqual([])
    expect(gained).toHaveLength(2)
    expect(grants(draft, "kinesis:CreateStream")).toMatchObject([{ isJetsDefault: false }])
    expect(grants(draft, "s3:GetObject")).toMatchObject([{ isJetsDefault: true }])
  })
})
