import { expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import { applyFix } from "../../config/edit.ts"
import { walkSettings } from "../walk.ts"
import { managedPolicies } from "./managedPolicies.ts"
import { smallCatalog } from "./smallCatalog.ts"

/** The codes of a policy, and what the settings become by each fix. */
function judge(config: IamConfig) {
  const found = managedPolicies(walkSettings(config, "docs", smallCatalog))
  return found.flatMap(({ code, fixes }) => [
    code,
    ...(fixes ?? []).map((fix) => applyFix(config, fix).managed_policy),
  ])
}

const unknown = "unknown-managed-policy"
const deprecated = "deprecated-managed-policy"
const aws = "arn:aws:iam::aws:policy/"

test.each<[readonly string[], readonly unknown[]]>([
  [["AmazonS3FullAccess"], []],
  [["AmazonS3FullAcess"], [unknown, ["AmazonS3FullAccess"]]],
  [[`${aws}amazons3fullaccess`], [unknown, [`${aws}AmazonS3FullAccess`]]],
  [["arn:aws-cn:iam::aws:policy/AmazonS3FullAccess"], []],
  [
    ["arn:aws-cn:iam::aws:policy/AmazonS3FullAcess"],
    [unknown, ["arn:aws-cn:iam::aws:policy/AmazonS3FullAccess"]],
  ],
  [["arn:aws:iam::123456789012:policy/AmazonS3FullAcess"], []],
  [["AWSLambdaBasicExecutionRole"], [unknown, ["service-role/AWSLambdaBasicExecutionRole"]]],
  // Only service-linked roles can have it.
  [["AWSLambdaReplicator"], [unknown]],
  [["SomethingElse"], [unknown]],
  [["AWSLambdaFullAccess"], [deprecated, ["AWSLambda_FullAccess"]]],
  [[`${aws}AWSLambdaFullAccess`], [deprecated, [`${aws}AWSLambda_FullAccess`]]],
  [["service-role/AWSLambdaFullAccess"], [unknown, ["AWSLambda_FullAccess"]]],
  // The role has the right one already: twice is an error.
  [
    ["AmazonSSMReadOnlyAcess", "AmazonS3FullAccess"],
    [unknown, ["AmazonS3FullAccess"]],
  ],
  [
    ["AmazonS3FullAcess", "AmazonS3FullAccess"],
    [unknown, ["AmazonS3FullAccess"]],
  ],
])("%j: %j", (managed_policy, expected) => {
  expect(judge({ managed_policy })).toEqual(expected)
})
