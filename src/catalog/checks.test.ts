import { describe, expect, test } from "vitest"
import { checkRows, fixesThatFail, rowOptions } from "../policy/conformance/checkRows.ts"
import { applyFix, checkConfig, type IamConfig } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

const catalog = await loadCatalog("services", "actions", "managedPolicies")

test.each(checkRows)("$code: $row.expect", ({ code, severity, row }) => {
  const options = { ...rowOptions(row), catalog }
  const found = checkConfig(row.config, options).filter((one) => one.code === code)
  expect(new Set(found.map(({ at }) => at))).toEqual(new Set(row.expect))
  if (row.count !== undefined) expect(found).toHaveLength(row.count)
  if (severity !== "by item") for (const one of found) expect(one.severity).toBe(severity)
})

describe("fixes", () => {
  test.each(checkRows)("of the settings of $code: $row.expect", ({ row }) => {
    const judge = (config: IamConfig) => checkConfig(config, { ...rowOptions(row), catalog })
    expect(fixesThatFail(row.config, judge)).toEqual([])
  })

  test.each(checkRows)("end, from the settings of $code: $row.expect", ({ row }) => {
    let now = row.config
    for (let step = 0; step < 100; step++) {
      const found = checkConfig(now, { ...rowOptions(row), catalog })
      const fix = found.flatMap(({ fixes }) => fixes ?? [])[0]
      if (!fix) return
      now = applyFix(now, fix)
    }
    expect.unreachable(JSON.stringify(row.config))
  })
})

describe("what a person may have meant by an unknown name", () => {
  const adviceOn = (config: IamConfig) =>
    checkConfig(config, { catalog })
      .filter(({ at }) => at.startsWith("/policy"))
      .map(({ message }) => /(?:Did you mean|The operation needs) (.*)[.?]$/.exec(message)?.[1])
      .find((advice) => advice !== undefined)

  test.each<[string, string]>([
    ["s3:GetObjet", "`s3:GetObject`"],
    ["S3:getobjects", "`s3:GetObject`"],
    ["ec2:DescribeInstance", "`ec2:DescribeInstances`"],
    ["s3:ListBuckets", "`s3:ListAllMyBuckets`"],
    ["s3:HeadBucket", "`s3:ListBucket`"],
    ["s3:CopyObject", "`s3:GetObject` and `s3:PutObject`"],
    ["lambda:Invoke", "`lambda:InvokeFunction`"],
    ["dynamodb:BatchGetItems", "`dynamodb:BatchGetItem`"],
    ["cloudwatch:PutLogEvents", "`logs:PutLogEvents`"],
    ["iam:PassRoles", "`iam:PassRole`"],
    ["lambda:UpdateFunction", "`lambda:UpdateFunctionCode`"],
    ["elasticache:Describe", "`elasticache:Describe*`"],
    ["dynamodb:Put", "`dynamodb:PutItem` or `dynamodb:PutResourcePolicy`"],
    ["s3:Get", "`s3:Get*`"],
    ["s3:Gett*", "`s3:Get*`"],
    ["sqs:*Messages", "`sqs:*Message`"],
    ["lamda", "`lambda`"],
    ["dynamo", "`dynamodb`"],
    ["cloudwatchlogs", "`logs`"],
    ["cloudwatch-logs:PutLogEvents", "`logs`"],
    ["stepfunctions:StartExecution", "`states`"],
    ["eventbridge:PutEvents", "`events`"],
    ["systems-manager", "`ssm`"],
    ["elb", "`elasticloadbalancing`"],
    ["api-gateway", "`apigateway`"],
    ["secrets-manager:GetSecretValue", "`secretsmanager`"],
    ["certificatemanager", "`acm`"],
  ])("%s: %s", (item, expected) => {
    expect(adviceOn({ policy: [item] })).toBe(expected)
  })

  test.each(["deepracer", "s3:Zzzzzzzzz", "zzzzzzzz:GetObject", "s3:zzzz*"])(
    "nothing likely for %s",
    (item) => {
      expect(adviceOn({ policy: [item] })).toBeUndefined()
    },
  )
})
