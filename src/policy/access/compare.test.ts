// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { accessCatalog as catalog } from "../conformance/accessCatalog.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { anyStatement, roleOf, someArns } from "../conformance/arbitraryRole.ts"
import type { JsonObject } from "../iam/document.ts"
import { buildRole, type Role } from "../role/build.ts"
import { attachedPolicies } from "./attached.ts"
import { compareAccess } from "./compare.ts"
import type { AccessChange } from "./compareChange.ts"
import { describeChange } from "./compareWords.ts"
import { evaluateAccess } from "./evaluate.ts"

const say = (Effect: string, Action: string | string[], Resource: string | string[] = "*") => ({
  Effect,
  Action,
  Resource,
})
const allow = (action: string | string[], resource?: string | string[]): JsonObject =>
  say("Allow", action, resource)
const deny = (action: string | string[], resource?: string | string[]): JsonObject =>
  say("Deny", action, resource)
const when = { Condition: { Bool: { "aws:SecureTransport": "true" } } }

const words = (changes: readonly AccessChange[]) => changes.map(describeChange)

describe("what is gained and lost, in words", () => {
  test.each<[string, JsonObject[], JsonObject[], string[], string[]]>([
    ["nothing", [allow("s3:*")], [allow("s3:*")], [], []],
    ["nothing, written otherwise", [allow("s3:*")], [allow(["S3:*", "s3:Get*"])], [], []],
    ["a service", [], [allow("s3:*")], ["Amazon S3: all 9 actions"], []],
    ["an action", [allow("s3:GetObject")], [], [], ["Amazon S3: `s3:GetObject`"]],
    [
      "some actions",
      [allow(["s3:Get*", "s3:List*"])],
      [],
      [],
      ["Amazon S3: 5 actions (List and Read)"],
    ],
    [
      "all but one, which is left on a resource",
      [allow("s3:*")],
      [allow("s3:GetObject", "arn:a")],
      [],
      [
        "Amazon S3: 8 actions (List, Read, Tagging, Write and Permissions management); still has `s3:GetObject` on `arn:a`",
      ],
    ],
    [
      "on more resources",
      [allow("s3:GetObject", "arn:a")],
      [allow("s3:GetObject", ["arn:a", "arn:b"])],
      ["Amazon S3: `s3:GetObject` on `arn:a` and 1 more resource, before on `arn:a`"],
      [],
    ],
    [
      "on resources that a wider one covers",
      [allow("s3:GetObject", "arn:a*")],
      [allow("s3:GetObject", ["arn:a*", "arn:ab"])],
      [],
      [],
    ],
    [
      "on a resource",
      [],
      [allow("s3:GetObject", "arn:a")],
      ["Amazon S3: `s3:GetObject` on `arn:a`"],
      [],
    ],
    [
      "under a condition",
      [],
      [{ ...allow("s3:GetObject"), ...when }],
      ["Amazon S3: may gain `s3:GetObject` under a condition"],
      [],
    ],
    [
      "by NotAction",
      [],
      [{ Effect: "Allow", NotAction: ["s3:*", "iam:*", "logs:*", "dynamodb:*"], Resource: "*" }],
      ["Kinesis: may gain `kinesis:PutRecord`, by what `NotAction` or `NotResource` leaves"],
      [],
    ],
    [
      "by a Deny",
      [allow("s3:Get*")],
      [allow("s3:Get*"), deny("s3:GetObject")],
      [],
      ["Amazon S3: `s3:GetObject`"],
    ],
    [
      "by a Deny of a resource",
      [allow("s3:GetObject")],
      [allow("s3:GetObject"), deny("s3:*", "arn:a")],
      [],
      ["Amazon S3: still has `s3:GetObject` but for what a Deny takes away"],
    ],
    [
      "by a Deny that goes",
      [allow("s3:GetObject"), deny("s3:*", "arn:a")],
      [allow("s3:GetObject")],
      ["Amazon S3: `s3:GetObject` on every resource, before but for what a Deny takes away"],
      [],
    ],
    [
      "a condition, where all is allowed",
      [allow("s3:GetObject")],
      [allow("s3:GetObject"), { ...allow("s3:GetObject"), ...when }],
      [],
      [],
    ],
    ["a Deny of what isn't allowed", [], [deny("s3:*")], [], []],
    [
      "fewer resources under the same condition",
      [{ ...allow("s3:GetObject", "arn:a/*"), ...when }],
      [{ ...allow("s3:GetObject", "arn:a/b"), ...when }],
      [],
      ["Amazon S3: still has `s3:GetObject` on `arn:a/b` under a condition"],
    ],
    [
      "a second condition",
      [{ ...allow("s3:GetObject"), ...when }],
      [{ ...allow("s3:GetObject"), Condition: { ...when.Condition, Null: { "s3:x": "true" } } }],
      [],
      ["Amazon S3: still has `s3:GetObject` under a condition"],
    ],
    [
      "more that NotResource leaves out",
      [{ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:a" }],
      [{ Effect: "Allow", Action: "s3:GetObject", NotResource: ["arn:b", "arn:a"] }],
      [],
      ["Amazon S3: still has `s3:GetObject` on `all but arn:b, arn:a`"],
    ],
    [
      "a Deny of which it can't be told any more",
      [allow("s3:GetObject"), deny("s3:*", "arn:a")],
      [allow("s3:GetObject"), deny("#{service}:*", "arn:a")],
      ["Amazon S3: may gain more of `s3:GetObject` but for what a Deny takes away"],
      [],
    ],
    [
      "a statement that IAM refuses",
      [],
      [{ ...allow("s3:GetObject"), Condition: { StringIs: { a: "b" } } }],
      [],
      [],
    ],
    [
      "an unknown action that a pattern covers",
      [allow("nosuch:Get*")],
      [allow(["nosuch:Get*", "nosuch:GetIt"])],
      [],
      [],
    ],
    ["an unknown service", [], [allow("nosuch:*")], ["nosuch: may gain `nosuch:*`"], []],
  ])("%s", (_, before, after, gained, lost) => {
    const found = compareAccess(roleOf(before), roleOf(after), catalog)
    expect({ gained: words(found.gained), lost: words(found.lost) }).toEqual({ gained, lost })
  })

  test("the most powerful services first", () => {
    const { gained } = compareAccess(roleOf([]), roleOf([allow("*")]), catalog)
    expect(words(gained)).toEqual([
      "IAM: all 6 actions",
      "Amazon S3: all 9 actions",
      "Logs: `logs:DescribeLogGroups`, `logs:CreateLogGroup` and `logs:PutLogEvents`",
      "DynamoDB: all 4 actions",
      "Kinesis: `kinesis:PutRecord`",
    ])
  })
})

describe("the same, written otherwise, is no change", () => {
  const item = (Condition: JsonObject, Resource: string | string[] = ["arn:a", "arn:b"]) => ({
    ...allow("s3:GetObject", Resource),
    Condition,
  })
  const team = { StringEquals: { "aws:PrincipalTag/team": ["a", "b"] } }
  test.each<[string, JsonObject[], JsonObject[]]>([
    ["the order of resources", [item(team)], [item(team, ["arn:b", "arn:a"])]],
    ["a resource twice", [item(team)], [item(team, ["arn:a", "arn:b", "arn:a"])]],
    ["two statements", [item(team)], [item(team, "arn:b"), item(team, "arn:a")]],
    [
      "a value in a list",
      [item({ Bool: { "aws:SecureTransport": "true" } })],
      [item({ Bool: { "aws:SecureTransport": [true] } })],
    ],
    [
      "the order of values, and case",
      [item(team)],
      [item({ stringequals: { "AWS:principaltag/Team": ["b", "a", "b"] } })],
    ],
    [
      "the order of conditions",
      [item({ ...team, ...when.Condition })],
      [item({ ...when.Condition, ...team })],
    ],
    [
      "NotResource in a list",
      [{ Effect: "Allow", Action: "s3:*", NotResource: "arn:a" }],
      [{ Effect: "Allow", Action: "s3:*", NotResource: ["arn:a", "arn:a"] }],
    ],
    [
      "a Deny's",
      [allow("s3:*"), { ...item(team), Effect: "Deny" }],
      [allow("s3:*"), { ...item(team, ["arn:b", "arn:a"]), Effect: "Deny" }],
    ],
  ])("%s", (_, before, after) => {
    expect(compareAccess(roleOf(before), roleOf(after), catalog)).toEqual({ gained: [], lost: [] })
  })
})

test("the version of a document counts", () => {
  const role = (Version: string): Role => ({
    Policies: [
      {
        PolicyName: "x",
        PolicyDocument: { Version, Statement: [allow("s3:GetObject", "arn:${aws:username}")] },
      },
    ],
    ManagedPolicyArns: [],
  })
  const words = (before: string, after: string) => {
    const { gained, lost } = compareAccess(role(before), role(after), catalog)
    return [gained.length, lost.length]
  }
  expect(words("2012-10-17", "2012-10-17")).toEqual([0, 0])
  expect(words("2012-10-17", "2012-10-18")).toEqual([0, 1])
  expect(words("2012-10-17", "2008-10-17")).toEqual([1, 1])
})

describe("entries", () => {
  test("have levels, whether they are all, and resources before and after", () => {
    const { lost } = compareAccess(
      roleOf([allow("s3:*")]),
      roleOf([allow("s3:Get*", "arn:a")]),
      catalog,
    )
    const [change] = lost
    if (change?.kind !== "service") expect.unreachable()
    const [wholly, may] = change.parts
    expect(change).toMatchObject({ service: "s3", name: "Amazon S3", isAll: false, count: 9 })
    expect(wholly).toMatchObject({ extent: "wholly", because: [], count: 6 })
    expect(wholly?.levels.map(({ level, isAll }) => [level, isAll])).toEqual([
      ["List", true],
      ["Tagging", true],
      ["Write", true],
      ["Permissions management", true],
    ])
    expect(may).toMatchObject({
      extent: "may",
      because: ["resources"],
      before: { extent: "wholly" },
      after: { extent: "partly", resources: ["arn:a"] },
      levels: [
        { level: "Read", isAll: true, actions: ["GetBucketAcl", "GetObject", "GetObjectAcl"] },
      ],
    })
  })

  test("a managed policy that isn't known comes by itself, and makes the rest uncertain", () => {
    const own = "arn:aws:iam::123456789012:policy/own"
    const { gained, lost } = compareAccess(
      roleOf([allow("s3:GetObject")], [own]),
      roleOf([]),
      catalog,
    )
    expect(gained).toEqual([])
    expect(words(lost)).toEqual([
      "Amazon S3: may lose `s3:GetObject`, unless a managed policy that isn't known here says otherwise",
      `\`${own}\`: whatever it allows; its document isn't known here`,
    ])
  })
})

const statements = fc.array(anyStatement, { maxLength: 5 })

test("property: the same gains and loses nothing", () => {
  fc.assert(
    fc.property(statements, someArns, (all, arns) => {
      const nothing = { gained: [], lost: [] }
      expect(compareAccess(roleOf(all, arns), roleOf([...all], arns), catalog)).toEqual(nothing)
      const copy: JsonObject[] = JSON.parse(JSON.stringify(all))
      expect(compareAccess(roleOf(all, arns), roleOf(copy, arns), catalog)).toEqual(nothing)
    }),
  )
})

test("property: one more Allow never loses, one more Deny never gains", () => {
  fc.assert(
    fc.property(statements, anyStatement, fc.nat(5), someArns, (all, one, place, arns) => {
      const after = all.toSpliced(place, 0, one)
      const { gained, lost } = compareAccess(roleOf(all, arns), roleOf(after, arns), catalog)
      expect(one.Effect === "Allow" ? lost : gained).toEqual([])
    }),
  )
})

test("property: back is the other way round", () => {
  fc.assert(
    fc.property(statements, statements, (one, other) => {
      const there = compareAccess(roleOf(one), roleOf(other), catalog)
      const back = compareAccess(roleOf(other), roleOf(one), catalog)
      expect(there.gained.map((change) => ({ ...change, direction: "" })).length).toBe(
        back.lost.length,
      )
      expect(there.lost.length).toBe(back.gained.length)
    }),
  )
})

test("property: what evaluateAccess newly allows is gained, and what it allows no more is lost", () => {
  const resources = fc.constantFrom("*", "arn:aws:s3:::a/b", "arn:aws:iam::1:role/x")
  const context = { "aws:PrincipalTag/a": "b", "aws:SecureTransport": "true" }
  fc.assert(
    fc.property(statements, statements, resources, (one, other, resource) => {
      const [before, after] = [roleOf(one), roleOf(other)]
      const { gained, lost } = compareAccess(before, after, catalog)
      const names = (changes: readonly AccessChange[]) =>
        new Set(
          changes.flatMap((change) =>
            change.kind === "service"
              ? change.parts.flatMap(({ levels }) =>
                  levels.flatMap(({ actions }) =>
                    actions.map((name) => `${change.service}:${name}`),
                  ),
                )
              : [],
          ),
        )
      const [more, less] = [names(gained), names(lost)]
      const decide = (role: typeof before, action: string) =>
        evaluateAccess(attachedPolicies(role, catalog).policies, { action, resource, context })
          .decision === "Allowed"
      for (const [service, actions] of catalog.actions ?? [])
        for (const { name } of actions.values()) {
          const action = `${service}:${name}`
          const [was, is] = [decide(before, action), decide(after, action)]
          if (is && !was) expect(more).toContain(action)
          if (was && !is) expect(less).toContain(action)
        }
    }),
    { numRuns: 300 },
  )
})

test("property: total, and words for every change", () => {
  fc.assert(
    fc.property(anyConfig, anyConfig, (one, other) => {
      for (const some of [catalog, {}]) {
        const { gained, lost } = compareAccess(buildRole(one), buildRole(other), some)
        for (const change of [...gained, ...lost]) expect(describeChange(change)).toMatch(/: ./)
      }
    }),
  )
})
