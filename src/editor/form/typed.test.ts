import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Catalog, JsonValue, Setting } from "../../policy/index.ts"
import { actionsMeant } from "./names.ts"
import { readTyped } from "./typed.ts"

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" }
const document = { Version: "2012-10-17", Statement: [statement] }
const inline = { PolicyName: "Mine", PolicyDocument: document }
const text = (value: JsonValue) => JSON.stringify(value, null, 2)

test.each([
  { typed: 'config.codebuild.iam.policy = ["s3", "ec2"]', list: "policy" },
  { typed: "%w[s3 ec2]", list: "policy" },
  { typed: "s3 :GetObject", list: "policy" },
  { typed: "s3:Get:Object", list: "policy" },
  { typed: "%w[AmazonS3FullAccess]", list: "managed_policy" },
  { typed: "x".repeat(500_001), list: "policy" },
  { typed: "a ".repeat(2_001), list: "policy" },
] as const)("no item comes of $typed", ({ typed, list }) => {
  expect(read(typed, list)).toMatchObject({ problem: expect.stringMatching(/^.{10,120}$/) })
})

const read = (typed: string, setting: Setting, ...present: JsonValue[]) =>
  readTyped(typed, setting, new Set(present), {})

describe("what a text becomes in Policy", () => {
  const rows: { typed: string; items: JsonValue[]; says?: string; present?: JsonValue[] }[] = [
    { typed: "s3", items: ["s3"], says: "All actions of s3 on every resource" },
    { typed: " s3 ", items: ["s3"] },
    { typed: "s3 ec2", items: ["s3", "ec2"], says: "`s3` and `ec2`" },
    {
      typed: "a b c d e",
      items: ["a", "b", "c", "d", "e"],
      says: "`a`, `b`, `c` and 2 more items",
    },
    { typed: "s3, ec2,", items: ["s3", "ec2"] },
    { typed: '"s3", "ec2"', items: ["s3", "ec2"] },
    { typed: "'s3','ec2'", items: ["s3", "ec2"] },
    { typed: "s3\r\nec2\n\tsqs\n", items: ["s3", "ec2", "sqs"] },
    { typed: "- s3\n- ec2:Get*", items: ["s3", "ec2:Get*"] },
    { typed: "s3 s3", items: ["s3"] },
    {
      typed: "s3 ec2",
      present: ["s3"],
      items: ["ec2"],
      says: "All actions of ec2 on every resource",
    },
    { typed: "!Ref X", items: ["!Ref X"] },
    { typed: "!Sub s3:Get, x", items: ["!Sub s3:Get, x"] },
    { typed: text(statement), items: [statement], says: "Allow 1 action of s3 on every resource" },
    { typed: `${text(statement)},`, items: [statement] },
    { typed: `${text(statement)},\n${text(document)}`, items: [statement, document] },
    { typed: text(document), items: [document] },
    { typed: text(inline), items: [inline] },
    { typed: '["s3", "ec2",]', items: ["s3", "ec2"] },
    { typed: '["s3", "ec2"], ["sqs"]', items: ["s3", "ec2", "sqs"] },
    { typed: '["s3", ["ec2", null], "s3"]', items: ["s3", "ec2"] },
    { typed: text(["s3", statement]), items: ["s3", statement] },
    { typed: text([statement, statement, "s3", "s3"]), items: [statement, "s3"] },
    { typed: text([statement, "s3"]), present: ["s3", 7], items: [statement] },
    { typed: '{"__proto__": 1}', items: [JSON.parse('{"__proto__": 1}')] },
  ]
  test.each(rows)("$typed", ({ typed, items, says, present = [] }) => {
    const result = read(typed, "policy", ...present)
    expect(JSON.stringify(result?.items)).toBe(JSON.stringify(items))
    if (says !== undefined) expect(result).toMatchObject({ says })
  })
})

describe("what a text becomes in Managed policy", () => {
  const arn = "arn:aws:iam::123456789012:policy/own"
  const rows: { typed: string; items: string[]; says: string }[] = [
    {
      typed: "AmazonS3ReadOnlyAccess",
      items: ["AmazonS3ReadOnlyAccess"],
      says: "By its name, a managed policy of AWS",
    },
    { typed: arn, items: [arn], says: "Your own, in account 123456789012" },
    {
      typed: "service-role/A, B",
      items: ["service-role/A", "B"],
      says: "`service-role/A` and `B`",
    },
    { typed: '["A", "B", "A"]', items: ["A", "B"], says: "`A` and `B`" },
  ]
  test.each(rows)("$typed", ({ typed, items, says }) => {
    expect(read(typed, "managed_policy")).toEqual({ items, says })
  })
})

describe("what is wrong", () => {
  const invalid = "valid JSON"
  const there = "in the list already"
  const rows: { typed: string; problem: string; setting?: Setting; present?: JsonValue[] }[] = [
    { typed: '{"Effect": "Allow"', problem: invalid },
    { typed: "{", problem: invalid },
    { typed: "['s3']", problem: invalid },
    { typed: '[], "policy": ["s3"]', problem: invalid },
    { typed: '["s3"]], "x": [["ec2"]', problem: invalid },
    { typed: '["s3"] // why', problem: "comments" },
    { typed: `/* why */ ${text(statement)}`, problem: "comments" },
    { typed: `// why\n${text(statement)}`, problem: "comments" },
    { typed: '{"Action": "a:b", "Action": "a:c"}', problem: "same object before" },
    { typed: '{"Sid": 12345678901234567890}', problem: "kept exactly" },
    { typed: "[".repeat(300), problem: "nested deeper" },
    { typed: "[]", problem: "nothing" },
    { typed: "[null]", problem: "nothing" },
    { typed: ",", problem: "nothing" },
    { typed: '""', problem: "nothing" },
    { typed: "-", problem: "nothing" },
    { typed: "[1]", problem: "Only names and statements" },
    { typed: '["s3", true]', problem: "Only names and statements" },
    { typed: "arn:aws:iam::aws:policy/A", problem: "Managed policy" },
    { typed: "s3", present: ["s3"], problem: `It is ${there}` },
    { typed: "s3 ec2", present: ["ec2", "s3"], problem: `All are ${there}` },
    { typed: '["s3"]', present: ["s3"], problem: `It is ${there}` },
    {
      typed: text(statement),
      present: [{ Resource: "*", Action: "s3:GetObject", Effect: "Allow" }],
      problem: `It is ${there}`,
    },
    { typed: text(statement), setting: "managed_policy", problem: "not a statement" },
    { typed: text(["A", statement]), setting: "managed_policy", problem: "not a statement" },
    { typed: "A", setting: "default_managed_policy", present: ["A"], problem: there },
  ]
  test.each(rows)("$typed", ({ typed, problem, setting = "policy", present = [] }) => {
    const result = read(typed, setting, ...present)
    expect(result).toEqual({ problem: expect.stringContaining(problem) })
  })

  test.each(["", " ", "\n\t"])("%j is nothing yet", (typed) => {
    expect(read(typed, "policy")).toBeUndefined()
  })
})

describe("any text", () => {
  const setting = fc.constantFrom<Setting>("policy", "managed_policy")
  const piece = fc.constantFrom(..."{ } [ ] , : \" ' / * ! \n s3 arn: null // # -".split(" "))
  test("never throws, and gives items or a problem unless it is blank", () => {
    const anyText = fc.oneof(
      fc.string(),
      fc.array(piece).map((parts) => parts.join("")),
    )
    fc.assert(
      fc.property(anyText, setting, (typed, list) => {
        const result = read(typed, list)
        if (typed.trim() === "") expect(result).toBeUndefined()
        else if (result?.items) {
          expect(result.items.length).toBeGreaterThan(0)
          expect(result.says).not.toBe("")
        } else expect(result?.problem).not.toBe("")
      }),
      { numRuns: 500 },
    )
  })

  test("items are what the JSON says, equal ones once", () => {
    const object = fc.dictionary(
      fc.constantFrom("Action", "Sid", "__proto__"),
      fc.jsonValue({ maxDepth: 1 }),
    )
    const byKey = ([left]: [string, unknown], [right]: [string, unknown]) => (left < right ? -1 : 1)
    const list = fc.uniqueArray(
      fc.oneof(
        fc.string().filter((name) => !name.startsWith("arn:")),
        object,
      ),
      {
        minLength: 1,
        maxLength: 4,
        selector: (item) =>
          JSON.stringify(typeof item === "string" ? item : Object.entries(item).sort(byKey)),
      },
    )
    fc.assert(
      fc.property(list, (items) => {
        const typed = JSON.stringify(items)
        const expected: JsonValue[] = JSON.parse(typed)
        expect(read(typed, "policy")?.items).toEqual(expected)
        expect(read(typed, "policy", ...expected)).toMatchObject({
          problem: expect.stringContaining("already"),
        })
      }),
    )
  })
})

describe("names that stand for others", () => {
  const catalog: Catalog = {
    services: new Map(),
    actions: new Map([
      [
        "s3",
        new Map([
          ["listbucket", { name: "ListBucket", level: "List" }],
          ["getobject", { name: "GetObject", level: "Read" }],
          ["deletetags", { name: "DeleteTags", level: "Tagging" }],
        ]),
      ],
      ["ec2", new Map([["deletetags", { name: "DeleteTags", level: "Tagging" }]])],
    ]),
  }
  const readWith = (typed: string, setting: Setting = "policy") =>
    readTyped(typed, setting, new Set(), catalog, (name) => actionsMeant(name, catalog))

  test.each<{ typed: string; items: string[]; says: string }>([
    {
      typed: "HeadBucket",
      items: ["s3:ListBucket"],
      says: "`HeadBucket` is an API's name: IAM calls it `s3:ListBucket`.",
    },
    {
      typed: "s3:HeadBucket",
      items: ["s3:ListBucket"],
      says: "`s3:HeadBucket` is an API's name: IAM calls it `s3:ListBucket`.",
    },
    {
      typed: "s3:CopyObject",
      items: ["s3:GetObject", "s3:PutObject"],
      says: "IAM calls it `s3:GetObject` and `s3:PutObject`. `s3:GetObject` and `s3:PutObject`",
    },
    { typed: "GetObject", items: ["s3:GetObject"], says: "1 action of s3 on every resource" },
    { typed: "s3:GetObject", items: ["s3:GetObject"], says: "1 action of s3" },
    { typed: "s3:Unknown", items: ["s3:Unknown"], says: "1 action of s3" },
    { typed: "Unknown", items: ["Unknown"], says: "All actions of unknown" },
    {
      typed: "kms, HeadBucket",
      items: ["kms", "s3:ListBucket"],
      says: "`kms` and `s3:ListBucket`",
    },
  ])("$typed", ({ typed, items, says }) => {
    expect(readWith(typed)).toMatchObject({ items, says: expect.stringContaining(says) })
  })

  test.each<{ typed: string; setting?: Setting; doubt: string | undefined }>([
    { typed: "s3", doubt: undefined },
    { typed: "s3:List*", doubt: undefined },
    { typed: "s3:getobject", doubt: undefined },
    { typed: "s*:GetObject", doubt: undefined },
    { typed: "#{x}:y", doubt: undefined },
    { typed: "dynam", doubt: "AWS has no service or action `dynam`" },
    { typed: "ec2, s3:GetObjct", doubt: "AWS has no service or action `s3:GetObjct`" },
    { typed: "ReadOnlyAccess", setting: "managed_policy", doubt: undefined },
    { typed: "arn:aws:iam::1:policy/x", setting: "managed_policy", doubt: undefined },
    { typed: "lambda", setting: "managed_policy", doubt: "AWS has no managed policy `lambda`" },
  ])("what AWS doesn't have is doubted: $typed", ({ typed, setting, doubt }) => {
    const policies = new Map([["ReadOnlyAccess", { name: "ReadOnlyAccess" }]])
    const none = { List: 0, Read: 0, Tagging: 0, Write: 0, "Permissions management": 0 }
    const services = new Map(
      ["s3", "ec2"].map((prefix) => [prefix, { prefix, name: prefix, actions: none }]),
    )
    const known = { ...catalog, services, managedPolicies: policies }
    const read = readTyped(typed, setting ?? "policy", new Set(), known)
    expect(read).toMatchObject({ items: expect.anything() })
    expect(read && "doubt" in read ? read.doubt : undefined).toBe(doubt)
  })

  test("one that several services have asks which", () => {
    expect(readWith("DeleteTags")).toMatchObject({
      problem:
        "`DeleteTags` is an action of several services. Write which one, such as `s3:DeleteTags` or `ec2:DeleteTags`.",
    })
  })

  test("a managed policy's name is never one", () => {
    expect(readWith("HeadBucket", "managed_policy")).toMatchObject({ items: ["HeadBucket"] })
  })
})
