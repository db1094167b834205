// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { applyFix } from "../config/edit.ts"
import type { Pointer } from "../config/pointer.ts"
import { accessCatalog as catalog } from "../conformance/accessCatalog.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { anyStatement, plainStatement } from "../conformance/arbitraryRole.ts"
import defaults from "../conformance/jets-defaults.json" with { type: "json" }
import { accessLevels } from "../iam/catalog.ts"
import { buildRole } from "../role/build.ts"
import { compareAccess } from "./compare.ts"
import { narrowItem } from "./narrow.ts"
import type { NarrowChoice } from "./narrowChoice.ts"
import { jetsActions } from "./narrowJetsActions.ts"

const allow = (Action: string | string[], Resource: string | string[] = "*") => ({
  Effect: "Allow",
  Action,
  Resource,
})
const reading: NarrowChoice = { narrow: "levels", levels: ["Read"] }
const all: NarrowChoice = { narrow: "levels", levels: accessLevels }
const actions = (...names: string[]): NarrowChoice => ({ narrow: "actions", actions: names })
const jets: NarrowChoice = { narrow: "jets" }

function narrowed(config: IamConfig, at: Pointer, choice: NarrowChoice) {
  const fix = narrowItem({ config, baseline: "docs" }, at, choice, catalog)
  const { policy, default_policy } = applyFix(config, fix)
  return { title: fix.title, edits: fix.edits.length, policy, default_policy }
}

describe("an item of `policy`", () => {
  test.each<[string, string, NarrowChoice, string, unknown[]]>([
    [
      "to a level",
      "dynamodb",
      reading,
      "Narrow `dynamodb` to Read",
      [allow(["dynamodb:GetItem", "dynamodb:Query"])],
    ],
    [
      "to a level with one action",
      "logs",
      { narrow: "levels", levels: ["List"] },
      "Narrow `logs` to List",
      ["logs:DescribeLogGroups"],
    ],
    ["to an action", "s3", actions("s3:GetObject"), "Narrow `s3` to 1 action", ["s3:GetObject"]],
    [
      "to actions, others ignored",
      "s3",
      actions("s3:GetObject", "iam:PassRole", "S3:GETOBJECT"),
      "Narrow `s3` to 3 actions",
      ["S3:GETOBJECT"],
    ],
    [
      "to a pattern that it covers",
      "s3",
      actions("s3:Get*"),
      "Narrow `s3` to 1 action",
      ["s3:Get*"],
    ],
    [
      "to a pattern that it covers in part",
      "s3:*Object",
      actions("s3:Get*"),
      "Narrow `s3:*Object` to 1 action",
      ["s3:GetObject"],
    ],
    [
      "to an action newer than the catalog",
      "s3",
      actions("s3:New"),
      "Narrow `s3` to 1 action",
      ["s3:New"],
    ],
    ["to patterns", "s3", { ...reading, patterns: true }, "Narrow `s3` to Read", ["s3:Get*"]],
    [
      "to patterns, where all of a verb are wanted",
      "s3",
      { ...actions("s3:GetObject", "s3:GetObjectAcl"), patterns: true },
      "Narrow `s3` to 2 actions",
      [allow(["s3:GetObject", "s3:GetObjectAcl"])],
    ],
    [
      "to patterns, where the item has the verb",
      "s3:*Object",
      { ...actions("s3:GetObject"), patterns: true },
      "Narrow `s3:*Object` to 1 action",
      ["s3:GetObject"],
    ],
    [
      "of everything",
      "*",
      actions("s3:GetObject", "a:B"),
      "Narrow `*` to 2 actions",
      [allow(["s3:GetObject", "a:B"])],
    ],
    ["to nothing", "s3", actions(), "Remove `s3`: nothing of it is wanted", []],
    ["to all levels", "s3", all, "Keep `s3`: nothing is lost", ["s3"]],
    [
      "to all that it has",
      "logs:Put*",
      actions("logs:PutLogEvents"),
      "Keep `logs:Put*`: nothing is lost",
      ["logs:Put*"],
    ],
    ["to more", "s3:Get*", actions("s3:*"), "Keep `s3:Get*`: nothing is lost", ["s3:Get*"]],
    [
      "a service that the catalog doesn't have",
      "nosuch",
      reading,
      "AWS's list has, or is loaded with, no actions of `nosuch`",
      ["nosuch"],
    ],
    ["what Ruby fills in", "s3:#{x}", reading, "It isn't known what is in `s3:#{x}`", ["s3:#{x}"]],
    [
      "to what Jets uses",
      "dynamodb",
      jets,
      "Narrow `dynamodb` to what Jets uses",
      ["dynamodb:DescribeTable"],
    ],
    [
      "to what Jets uses, which is nothing",
      "waf",
      jets,
      "Remove `waf`: nothing of it is wanted",
      [],
    ],
    [
      "to what Jets uses, which isn't known",
      "kinesis",
      jets,
      "It isn't known what Jets uses of `kinesis`",
      ["kinesis"],
    ],
    [
      "to resources",
      "s3:GetObject",
      { ...actions("s3:GetObject"), resources: ["arn:a"] },
      "Narrow `s3:GetObject` to some resources",
      [allow("s3:GetObject", "arn:a")],
    ],
    [
      "to what Jets uses on its resources",
      "route53",
      { narrow: "jets", resources: "jets" },
      "Narrow `route53` to what Jets uses",
      [
        allow(["route53:ListHostedZones", "route53:ListHostedZonesByName"]),
        allow(
          [
            "route53:GetHostedZone",
            "route53:ListResourceRecordSets",
            "route53:ChangeResourceRecordSets",
            "route53:GetChange",
          ],
          ["arn:aws:route53:::hostedzone/*", "arn:aws:route53:::change/*"],
        ),
      ],
    ],
  ])("%s", (_, item, choice, title, expected) => {
    const found = narrowed({ policy: ["first", item, "last"] }, "/policy/1", choice)
    expect(found).toMatchObject({ title, policy: ["first", ...expected, "last"] })
    expect(found.edits === 0).toBe(JSON.stringify(expected) === JSON.stringify([item]))
  })
})

test("an item of an absent default list overrides the list first", () => {
  const { default_policy, edits } = narrowed({}, "/default_policy/4", reading)
  expect(edits).toBe(2)
  expect(default_policy).toHaveLength(16)
  expect(default_policy).toContainEqual(allow(["dynamodb:GetItem", "dynamodb:Query"]))
  expect(default_policy).not.toContain("dynamodb")
})

describe("an action of a statement", () => {
  test.each<[string, object, Pointer, NarrowChoice, unknown[]]>([
    ["alone", allow("s3:*"), "/policy/0/Action", actions("s3:GetObject"), [allow("s3:GetObject")]],
    [
      "in a list",
      allow(["a:B", "s3:*", "s3:GetObject"]),
      "/policy/0/Action/1",
      reading,
      [allow(["a:B", "s3:GetBucketAcl", "s3:GetObjectAcl", "s3:GetObject"])],
    ],
    ["to nothing", allow(["a:B", "s3:*"]), "/policy/0/Action/1", actions(), [allow("a:B")]],
    ["the last, to nothing", allow("s3:*"), "/policy/0/Action", actions(), []],
    [
      "of a document",
      { Statement: [allow("s3:*"), allow("a:B")] },
      "/policy/0/Statement/0/Action",
      actions("s3:GetObject"),
      [{ Statement: [allow("s3:GetObject"), allow("a:B")] }],
    ],
    [
      "of a document's one statement",
      { Statement: allow("s3:*") },
      "/policy/0/Statement/Action",
      actions("s3:GetObject"),
      [{ Statement: allow("s3:GetObject") }],
    ],
    [
      "of a document, to nothing",
      { Statement: [allow("s3:*")] },
      "/policy/0/Statement/0/Action",
      actions(),
      [],
    ],
    [
      "of an inline policy, to resources",
      { PolicyName: "n", PolicyDocument: { Statement: [{ Sid: "A", ...allow(["a:B", "s3:*"]) }] } },
      "/policy/0/PolicyDocument/Statement/0/Action/1",
      { ...actions("s3:GetObject"), resources: ["arn:a"] },
      [
        {
          PolicyName: "n",
          PolicyDocument: {
            Statement: [{ Sid: "A", ...allow("a:B") }, allow("s3:GetObject", "arn:a")],
          },
        },
      ],
    ],
    [
      "to resources that it has",
      allow("s3:*", "arn:a*"),
      "/policy/0/Action",
      { ...actions("s3:GetObject"), resources: ["arn:ab", "arn:c"] },
      [allow("s3:GetObject", "arn:ab")],
    ],
    [
      "to resources that it hasn't",
      allow("s3:*", "arn:a"),
      "/policy/0/Action",
      { ...actions("s3:GetObject"), resources: ["arn:b"] },
      [allow("s3:GetObject", "arn:a")],
    ],
    [
      "to a variable that is longer than its question marks",
      allow("s3:*", "arn:app-???????????????"),
      "/policy/0/Action",
      { ...actions("s3:GetObject"), resources: ["arn:app-${aws:username}"] },
      [allow("s3:GetObject", "arn:app-???????????????")],
    ],
    [
      "of a statement that IAM refuses, which stays",
      { Sid: 5, ...allow(["s3:*", "iam:*"]) },
      "/policy/0/Action/0",
      reading,
      [{ Sid: 5, ...allow(["s3:*", "iam:*"]) }],
    ],
    [
      "of a Deny, which stays",
      { ...allow("s3:*"), Effect: "Deny" },
      "/policy/0/Action",
      reading,
      [{ ...allow("s3:*"), Effect: "Deny" }],
    ],
    [
      "of NotAction, which stays",
      { Effect: "Allow", NotAction: "s3:*", Resource: "*" },
      "/policy/0/NotAction",
      reading,
      [{ Effect: "Allow", NotAction: "s3:*", Resource: "*" }],
    ],
  ])("%s", (_, item, at, choice, expected) => {
    const config: IamConfig = JSON.parse(JSON.stringify({ policy: [item] }))
    expect(narrowed(config, at, choice).policy).toEqual(expected)
  })
})

test("fewer resources of a statement with a condition are no gain", () => {
  const Condition = { StringEquals: { "aws:RequestedRegion": "us-east-1" } }
  const config = { policy: [{ ...allow("s3:*"), Condition }], default_policy: [] }
  const choice: NarrowChoice = { narrow: "jets", resources: "jets" }
  const fix = narrowItem({ config, baseline: "docs" }, "/policy/0/Action", choice, catalog)
  const after = buildRole(applyFix(config, fix))
  expect(compareAccess(buildRole(config), after, catalog).gained).toEqual([])
  expect(compareAccess(buildRole(config), after, catalog).lost).not.toEqual([])
})

test("what Jets uses is the project's record", () => {
  const record = [...defaults.services, ...defaults.managed, ...defaults.vpc].map((one) => ({
    setting: one.setting,
    item: one.item,
    actions: one.actions,
    starOnly: one.starOnly,
    resources: one.resources,
  }))
  expect(jetsActions).toEqual(record)
})

const choice: fc.Arbitrary<NarrowChoice> = fc
  .tuple(
    fc.oneof(
      fc.subarray([...accessLevels]).map((levels) => ({ narrow: "levels" as const, levels })),
      fc
        .subarray([
          "s3:GetObject",
          "s3:*",
          "S3:Get*",
          "*:Get*",
          "*",
          "iam:PassRole",
          "a:B",
          "#{x}:*",
        ])
        .map((names) => ({ narrow: "actions" as const, actions: names })),
      fc.constant(jets),
    ),
    fc.constantFrom(undefined, "jets" as const, ["arn:aws:s3:::a/b"], ["*"], []),
    fc.boolean(),
  )
  .map(([what, resources, patterns]) => ({ ...what, patterns, ...(resources && { resources }) }))

const item = fc.oneof(
  fc.constantFrom("s3", "*", "s3:*Object", "dynamodb", "a:B", "waf", "*:*", "k?nesis:*"),
  anyStatement,
  plainStatement,
  fc.array(anyStatement, { maxLength: 3 }).map((Statement) => ({ Statement })),
  anyStatement.map((Statement) => ({ PolicyName: "n", PolicyDocument: { Statement } })),
)

test("property: what narrow gives never allows what the item didn't, and does what it says", () => {
  const places = fc.constantFrom<Pointer>(
    "/policy/0",
    "/policy/1",
    "/policy/0/Action",
    "/policy/0/Action/0",
    "/policy/1/Action/1",
    "/policy/0/Statement/0/Action",
    "/policy/0/Statement/1/Action/0",
    "/policy/0/PolicyDocument/Statement/Action",
    "/policy/0/PolicyDocument/Statement/Action/1",
    "/default_policy/4",
  )
  fc.assert(
    fc.property(fc.array(item, { maxLength: 3 }), places, choice, (policy, at, wanted) => {
      const config: IamConfig = { policy }
      const fix = narrowItem({ config, baseline: "docs" }, at, wanted, catalog)
      const after = applyFix(config, fix)
      const { gained, lost } = compareAccess(buildRole(config), buildRole(after), catalog)
      expect(gained).toEqual([])
      if (fix.edits.length === 0) expect(lost).toEqual([])
    }),
    { numRuns: 1_000 },
  )
})

test("property: total", () => {
  fc.assert(
    fc.property(anyConfig, choice, fc.string(), (config, wanted, text) => {
      for (const at of ["/policy/0", "/default_policy/1/Action", `/${text}`, ""] as const)
        expect(narrowItem({ config, baseline: "docs" }, at, wanted, {}).title).not.toBe("")
    }),
  )
})
