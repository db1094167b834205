import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { anyConfig, hostileStrings } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { written } from "../conformance/written.ts"
import { isList, isObject, type JsonValue } from "../iam/document.ts"
import { buildRole, type Role } from "../role/build.ts"
import { toCloudFormation } from "./cloudformation.ts"

const tags = ["!Ref", "!Sub", "!GetAtt"] as const

/** A function of CloudFormation, as it is read. */
class Intrinsic {
  readonly name: string
  readonly argument: string
  constructor(name: string, argument: string) {
    this.name = name
    this.argument = argument
  }
}

const customTags = tags.map((tag) => ({ tag, resolve: (text: string) => new Intrinsic(tag, text) }))
const readers = [
  (text: string) => parse(text, { version: "1.2", customTags }),
  (text: string) => parse(text, { version: "1.1", customTags }),
]

/** Strings that are to be functions, as such. */
function withIntrinsics(value: JsonValue): unknown {
  if (typeof value === "string") {
    const tag = tags.find((one) => value.startsWith(`${one} `))
    return tag ? new Intrinsic(tag, value.slice(tag.length + 1)) : value
  }
  if (isList(value)) return value.map(withIntrinsics)
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, withIntrinsics(part)]),
    )
  return value
}

function template(role: Role) {
  const properties = withIntrinsics(written(role))
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Resources: {
      CodebuildRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          AssumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { Service: "codebuild.amazonaws.com" },
                Action: "sts:AssumeRole",
              },
            ],
          },
          Path: "/",
          ...(typeof properties === "object" && properties),
        },
      },
    },
  }
}

function expectTemplate(role: Role) {
  for (const read of readers) expect(read(toCloudFormation(role))).toEqual(template(role))
}

test("byte for byte: strings, a statement with functions, a managed policy", () => {
  const statement = {
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: [`!Sub arn:\${AWS::Partition}:s3:::#{Jets.env}/*`, "!Ref Bucket"],
  }
  const role = buildRole(
    { policy: ["ec2", statement], managed_policy: ["ReadOnlyAccess"] },
    { scope: "custom" },
  )
  expect(toCloudFormation(role)).toBe(`\
AWSTemplateFormatVersion: '2010-09-09'
Resources:
  CodebuildRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: codebuild.amazonaws.com
            Action: sts:AssumeRole
      Path: /
      Policies:
        - PolicyName: CustomPolicy
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Action:
                  - ec2:*
                Effect: Allow
                Resource: "*"
              - Effect: Allow
                Action: s3:GetObject
                Resource:
                  - !Sub arn:\${AWS::Partition}:s3:::#{Jets.env}/*
                  - !Ref Bucket
      ManagedPolicyArns:
        - arn:aws:iam::aws:policy/ReadOnlyAccess
`)
})

test("a role of nothing still is one that CodeBuild takes on", () => {
  const role = buildRole({}, { scope: "custom" })
  expectTemplate(role)
  expect(toCloudFormation(role)).toMatch(/Path: \/\n$/)
})

describe("read back, it is the template", () => {
  test.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
    "of recorded case $index",
    ({ config }) => expectTemplate(buildRole(config, { baseline: "6.0.5" })),
  )

  test.each(hostileStrings.map((text) => ({ text })))("with $text everywhere", ({ text }) => {
    const values = [text, ...tags.map((tag) => `${tag} ${text}`)]
    for (const value of values) {
      const policy = { PolicyName: value, PolicyDocument: { Version: value, Statement: [{}] } }
      const statement = { Action: value, Version: value, [value]: [value, { [value]: value }] }
      expectTemplate(
        buildRole(
          { policy: [value, statement, policy], managed_policy: [`arn:${value}`] },
          { scope: "custom" },
        ),
      )
    }
  })

  test("of any settings", () => {
    fc.assert(
      fc.property(anyConfig, (config) => expectTemplate(buildRole(config, { scope: "custom" }))),
      { numRuns: 1000 },
    )
  })
})
