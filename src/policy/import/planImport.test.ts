import { describe, expect, test } from "vitest"
import type { Draft } from "../config/config.ts"
import { addConfig, replaceConfig } from "./addConfig.ts"
import { planImport } from "./planImport.ts"

const draft: Draft = { config: { policy: ["s3"], default_policy: ["iam"] }, baseline: "docs" }
const parsers = { parseRuby: () => ({ value: { policy: ["ec2"] }, issues: [] }) }
const plan = (text: string) => planImport(text, draft, parsers)

describe("add to", () => {
  test.each([
    [{ policy: ["s3", null] }, { policy: ["s3", "ec2"] }, { policy: ["s3", "ec2"] }],
    [{}, { policy: [["a", ["a"]], "b"] }, { policy: ["a", "b"] }],
    [{ policy: [{ a: 1, b: 2 }] }, { policy: [{ b: 2, a: 1 }] }, { policy: [{ a: 1, b: 2 }] }],
    [{ managed_policy: ["A"] }, { managed_policy: ["B", "A"] }, { managed_policy: ["A", "B"] }],
    [{ default_policy: ["x"] }, { default_policy: [] }, { default_policy: ["x"] }],
    [{}, { default_policy: [], policy: "no list" }, {}],
  ])("%j and %j", (before, added, out) => {
    expect(addConfig(before, added)).toEqual(out)
  })

  test("nothing new changes nothing", () => {
    expect(addConfig(draft.config, { policy: ["s3"] })).toBe(draft.config)
  })
})

test("replace keeps the defaults that the text says nothing about", () => {
  expect(replaceConfig(draft.config, { policy: ["ec2"] })).toEqual({ policy: ["ec2"] })
  expect(replaceConfig(draft.config, { managed_policy: ["A"] }, "custom")).toEqual({
    managed_policy: ["A"],
    default_policy: ["iam"],
  })
})

describe("what an import would do", () => {
  test("settings and Ruby", async () => {
    expect(await plan('{"default_policy": []}')).toEqual({
      kind: "config",
      issues: [],
      choices: [
        {
          config: { default_policy: [] },
          scope: "whole",
          issues: [],
          added: draft.config,
          replaced: { default_policy: [] },
        },
      ],
    })
    const { kind, choices } = await plan("config.codebuild.iam.policy = []")
    expect(kind).toBe("ruby")
    expect(choices.map(({ added }) => added.policy)).toEqual([["s3", "ec2"]])
  })

  test("several roles: choose", async () => {
    const role = (name: string, action: string) =>
      `  ${name}:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n        - PolicyName: p\n          PolicyDocument: {Version: 2012-10-17, Statement: {Effect: Allow, Action: "${action}", Resource: "*"}}\n`
    const { kind, choices } = await plan(`Resources:\n${role("A", "a:*")}${role("B", "b:C")}`)
    expect(kind).toBe("roles")
    expect(choices.map(({ name, config }) => ({ name, config }))).toEqual([
      { name: "A", config: { policy: ["a"] } },
      { name: "B", config: { policy: ["b:C"] } },
    ])
    expect(choices[0]?.replaced).toEqual({ policy: ["a"], default_policy: ["iam"] })
    expect(choices[0]?.issues.map(({ code }) => code)).toEqual(["changed-on-import"])
  })

  test("a denial is for parseAccessDenied; what is nothing has a reason", async () => {
    const denial = await plan("User: a is not authorized to perform: s3:GetObject")
    expect(denial).toEqual({ kind: "access-denied", choices: [], issues: [] })
    const { kind, choices, issues } = await plan("hello")
    expect({ kind, choices }).toEqual({ kind: undefined, choices: [] })
    expect(issues.map(({ code }) => code)).toEqual(["unknown-format"])
  })
})
