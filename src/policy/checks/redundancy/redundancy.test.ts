import { describe, expect, test } from "vitest"
import type { IamConfig } from "../../config/config.ts"
import { applyFix } from "../../config/edit.ts"
import type { JsonObject } from "../../iam/document.ts"
import { walkSettings } from "../walk.ts"
import { redundancyChecks } from "./redundancy.ts"

const judge = (config: IamConfig) => {
  const walk = walkSettings(config)
  return redundancyChecks.flatMap((check) => check(walk))
}

const sns = { Effect: "Allow", Action: "sns:Publish", Resource: "*" }
const rds = { Effect: "Allow", Action: "rds:DescribeEvents", Resource: "*" }
const allRds = { Effect: "Allow", Action: "rds:*", Resource: "*" }
const rest = { Effect: "Allow", Action: "kms:Decrypt", Resource: "*" }
const actions = (...Action: string[]) => ({ ...rest, Action })
const document = (...Statement: JsonObject[]) => ({ Version: "2012-10-17", Statement })
const inline = (...Statement: JsonObject[]) => ({
  PolicyName: "x",
  PolicyDocument: document(...Statement),
})

describe("the fix of the first finding of a code", () => {
  test.each<[string, string, IamConfig, IamConfig]>([
    [
      "a managed policy that is a default",
      "duplicate-managed-policy",
      { managed_policy: ["AmazonSSMReadOnlyAccess", "AmazonS3FullAccess"] },
      { managed_policy: ["AmazonS3FullAccess"] },
    ],
    ["a repeat", "duplicate-item", { policy: ["rds", "kms", "rds"] }, { policy: ["rds", "kms"] }],
    ["a nested repeat", "duplicate-item", { policy: ["rds", ["rds"]] }, { policy: ["rds"] }],
    [
      "an action",
      "redundant-action",
      { policy: [actions("kms:*", "kms:Decrypt", "rds:*")] },
      { policy: [actions("kms:*", "rds:*")] },
    ],
    [
      "a string",
      "redundant-action",
      { policy: ["kms:Decrypt", "rds", "kms"] },
      { policy: ["rds", "kms"] },
    ],
    [
      "a resource",
      "redundant-resource",
      { policy: [{ ...rest, Resource: ["arn:aws:kms:x", "*"] }] },
      { policy: [{ ...rest, Resource: ["*"] }] },
    ],
    ["a statement item", "redundant-statement", { policy: [rds, allRds] }, { policy: [allRds] }],
    [
      "a statement of a document",
      "redundant-statement",
      { policy: [allRds, document(rest, rds)] },
      { policy: [allRds, document(rest)] },
    ],
    [
      "the only statement of a document",
      "redundant-statement",
      { policy: [allRds, document(rds)] },
      { policy: [allRds] },
    ],
    [
      "a document whose statements are all covered",
      "redundant-statement",
      { policy: [allRds, document(rds, allRds), rest] },
      { policy: [allRds, rest] },
    ],
    [
      "a statement of an inline policy",
      "redundant-statement",
      { policy: [inline(rds, allRds)] },
      { policy: [inline(allRds)] },
    ],
    ["an item of the defaults", "already-granted-by-defaults", { policy: ["s3"] }, { policy: [] }],
    [
      "a document of the defaults",
      "already-granted-by-defaults",
      { policy: [rest, document(sns)] },
      { policy: [rest] },
    ],
  ])("%s", (_, code, config, fixed) => {
    const [fix] = judge(config).find((one) => one.code === code)?.fixes ?? []
    expect(fix && applyFix(config, fix)).toEqual(fixed)
  })
})

test("all repeats of an item can go at once, wherever they stand", () => {
  const config = { policy: ["rds", ["rds", "kms"], ["kms", ["rds"]]] }
  const fix = judge(config).find(({ subject }) => subject === "rds (1 more)")?.fixes?.[1]
  expect(fix && applyFix(config, fix)).toEqual({ policy: ["rds", ["kms"], ["kms", []]] })
})

describe("what equals each other is told apart, so that each fix ends its own finding", () => {
  test.each<[string, IamConfig]>([
    ["actions", { policy: [actions("kms:*", "kms:Decrypt", "kms:Decrypt", "kms:Decrypt")] }],
    [
      "items",
      { policy: ["s3", "s3", "s3"], managed_policy: Array(3).fill("AmazonSSMReadOnlyAccess") },
    ],
    ["statements", { policy: [document(allRds, rds, rds, rds), document(allRds, rds, rds, rds)] }],
    ["documents", { policy: [document(sns), document(sns), document(sns, sns)] }],
  ])("%s", (_, config) => {
    for (const one of judge(config))
      for (const fix of one.fixes ?? [])
        expect(judge(applyFix(config, fix))).not.toContainEqual(
          expect.objectContaining({ code: one.code, at: one.at, subject: one.subject }),
        )
  })
})

describe("is silent", () => {
  test.each<[string, IamConfig]>([
    ["without anything", {}],
    ["where the default list holds something else", { policy: ["rds"], default_policy: ["rdsx"] }],
    ["on NotAction that the defaults cover", { policy: [{ ...sns, NotAction: "s3:*" }] }],
    ["on an inline policy that the defaults cover", { policy: [inline(sns)] }],
    ["on actions that only the deploy knows", { policy: [{ ...sns, Action: [{ Ref: "A" }] }] }],
    ["on no action", { policy: [{ ...sns, Action: [] }] }],
    [
      "on different values that only the deploy knows",
      {
        policy: [
          { ...rds, Resource: { Ref: "A" } },
          { ...rds, Resource: { Ref: "B" } },
        ],
      },
    ],
    [
      "on wrong types",
      {
        policy: [
          { Action: 7, Resource: null },
          { Action: {}, Resource: [[]] },
        ],
      },
    ],
  ])("%s", (_, config) => {
    expect(judge(config)).toEqual([])
  })
})

test("a value that only the deploy knows is covered by every resource", () => {
  const config = { policy: [{ ...rds, Resource: { Ref: "A" } }, rds] }
  expect(judge(config).map(({ code, at }) => [code, at])).toEqual([
    ["redundant-statement", "/policy/0"],
  ])
})
