import fc from "fast-check"
import { expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { accessCatalog as catalog } from "../conformance/accessCatalog.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { describeRole } from "./describe.ts"

const none = { default_policy: [], default_managed_policy: [], default_vpc_policy: [] }
const jets = "All actions of 15 services and one more action, as Jets' default"
const powers = "it can create IAM users and pass any role"
const statement = (Effect: string, Action: string | string[], Resource = "*") => ({
  Effect,
  Action,
  Resource,
})

test.each<[string, IamConfig, string]>([
  ["the defaults", {}, `${jets}; ${powers}.`],
  [
    "added services",
    { policy: ["s3", "logs"] },
    `${jets}; you added Amazon S3 and Logs; ${powers}.`,
  ],
  [
    "an added service without a name",
    { policy: ["ec2"] },
    `${jets}; you added \`ec2\`; ${powers}.`,
  ],
  [
    "more than three",
    { policy: ["s3", "logs", "dynamodb", "kinesis"] },
    `${jets}; you added Amazon S3, Logs and 2 more; ${powers}.`,
  ],
  ["an action", { policy: ["s3:GetObject"] }, `${jets}; you added \`s3:GetObject\`; ${powers}.`],
  [
    "a statement",
    { policy: [statement("Allow", ["s3:GetObject", "s3:PutObject"], "arn:a")] },
    `${jets}; you added 2 actions of Amazon S3 on some resources; ${powers}.`,
  ],
  [
    "patterns of two services",
    { policy: [statement("Allow", ["s3:Get*", "logs:*"])] },
    `${jets}; you added some actions of 2 services; ${powers}.`,
  ],
  [
    "NotAction",
    { policy: [{ Effect: "Allow", NotAction: "iam:*", Resource: "arn:a" }] },
    `${jets}; you added all but IAM on some resources; ${powers}.`,
  ],
  [
    "a managed policy",
    { managed_policy: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"] },
    `${jets}; you added \`AmazonS3ReadOnlyAccess\`; ${powers}.`,
  ],
  [
    "one removed",
    {
      default_policy:
        "apigateway cloudformation cloudfront codebuild dynamodb ecr-public ecr events lambda logs route53 s3 sns sqs sts:GetServiceBearerToken".split(
          " ",
        ),
    },
    "All actions of 14 services and one more action, as Jets' default; you removed IAM.",
  ],
  [
    "one service left",
    { default_policy: ["s3"] },
    "All actions of one service, as Jets' default; you removed `apigateway`, `cloudformation` and 13 more.",
  ],
  [
    "no service left",
    { default_policy: [] },
    "What `AmazonSSMReadOnlyAccess` and `AWSCertificateManagerReadOnly` allow, as Jets' default; you removed `apigateway`, `cloudformation` and 14 more.",
  ],
  [
    "all removed",
    { ...none, policy: ["s3"] },
    "You added Amazon S3; you removed all of Jets' defaults.",
  ],
  ["all removed, nothing added", none, "This role may do nothing."],
  ["a Deny alone", { ...none, policy: [statement("Deny", "s3:*")] }, "This role may do nothing."],
  [
    "a Deny",
    { policy: [statement("Deny", "s3:DeleteBucket")] },
    `${jets}, except \`s3:DeleteBucket\`; ${powers}.`,
  ],
  [
    "a Deny of what is powerful",
    { policy: [statement("Deny", ["iam:CreateUser", "iam:PutRolePolicy"])] },
    `${jets}, except 2 actions of IAM; it can pass any role.`,
  ],
  ["everything", { policy: ["*"] }, "This role may do everything."],
  ["an administrator", { managed_policy: ["AdministratorAccess"] }, "This role may do everything."],
  [
    "an administrator but for a service",
    { managed_policy: ["AdministratorAccess"], policy: [statement("Deny", "s3:*", "arn:a")] },
    "This role may do everything, except Amazon S3 on some resources.",
  ],
])("%s", (_, config, expected) => {
  expect(describeRole({ config, baseline: "docs" }, catalog)).toBe(expected)
})

test("who reads somebody else's settings added nothing", () => {
  const config = { default_policy: ["s3"], policy: ["ec2"] }
  const sentence = describeRole({ config, baseline: "docs" }, catalog, "others")
  expect(sentence).toContain("; added `ec2`; removed ")
  expect(sentence).not.toContain("you")
})

test("without a catalog prefixes stand for services; an administrator is known by name", () => {
  expect(describeRole({ config: { policy: ["s3"] }, baseline: "docs" }, {})).toBe(
    `${jets}; you added \`s3\`; ${powers}.`,
  )
  const config = { managed_policy: ["AdministratorAccess"] }
  expect(describeRole({ config, baseline: "docs" }, {})).toBe("This role may do everything.")
})

test("Jets 6.0.5 adds EC2 for a VPC", () => {
  expect(describeRole({ config: {}, baseline: "6.0.5" }, catalog)).toBe(
    `All actions of 18 services and one more action, as Jets' default; ${powers}.`,
  )
})

test("property: one sentence for any settings, short, and the same each time", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      const sentence = describeRole({ config, baseline: "docs" }, catalog)
      expect(sentence).toMatch(/^[A-Z].*\.$/s)
      expect(sentence.length).toBeLessThan(1_500)
      expect(describeRole({ config: { ...config }, baseline: "docs" }, catalog)).toBe(sentence)
    }),
  )
})
