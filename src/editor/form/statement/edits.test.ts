import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  buildRole,
  isObject,
  type JsonObject,
  type JsonValue,
  measureRole,
} from "../../../policy/index.ts"
import {
  entriesOf,
  statementFor,
  stringFor,
  textsIn,
  withEntries,
  withKey,
  withoutKey,
  withRenamedKey,
  withTexts,
} from "./edits.ts"

const json = (value: JsonValue) => JSON.stringify(value)
const key = fc.oneof(
  fc.constantFrom("Sid", "Effect", "Action", "NotAction", "Resource", "Condition", "__proto__"),
  fc.stringMatching(/^[a-z]{1,6}$/),
)
const object: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(key, fc.jsonValue({ maxDepth: 2 })))
  .map((entries): JsonObject => JSON.parse(JSON.stringify(Object.fromEntries(entries))))

describe("keys", () => {
  test.each<[JsonObject, string, JsonValue, JsonObject]>([
    [{ Effect: "Allow", Action: "a" }, "Action", "b", { Effect: "Allow", Action: "b" }],
    [{ Effect: "Allow" }, "Sid", "x", { Sid: "x", Effect: "Allow" }],
    [
      { Effect: "Allow", Resource: "*" },
      "Action",
      "a",
      { Effect: "Allow", Action: "a", Resource: "*" },
    ],
    [{ Foo: 1, Resource: "*" }, "Condition", {}, { Foo: 1, Resource: "*", Condition: {} }],
    [{ StringEquals: {} }, "Bool", {}, { StringEquals: {}, Bool: {} }],
  ])("%j with %s", (before, name, value, after) => {
    expect(json(withKey(before, name, value))).toBe(json(after))
  })

  test("a change of one key leaves all others as and where they were", () => {
    fc.assert(
      fc.property(object, key, (before, name) => {
        const others = (of: JsonObject) => Object.entries(of).filter(([other]) => other !== name)
        const after = withKey(before, name, "new")
        expect(json(others(after))).toBe(json(others(before)))
        expect(Object.hasOwn(after, name) && after[name]).toBe("new")
        expect(json(Object.entries(withoutKey(after, name)))).toBe(json(others(before)))
      }),
    )
  })

  test("a renamed key stays in its place, and renamed back all is as before", () => {
    fc.assert(
      fc.property(object, (before) => {
        const [first] = Object.keys(before)
        if (first === undefined || Object.hasOwn(before, "newname")) return
        const after = withRenamedKey(before, first, "newname")
        expect(Object.keys(after)).toEqual(["newname", ...Object.keys(before).slice(1)])
        expect(json(withRenamedKey(after, "newname", first))).toBe(json(before))
      }),
    )
  })
})

describe("texts", () => {
  test.each<[JsonValue, readonly string[] | undefined]>([
    ["a", ["a"]],
    [
      ["a", "b"],
      ["a", "b"],
    ],
    [[], []],
    [["a", 1], undefined],
    [true, undefined],
    [{}, undefined],
  ])("%j", (value, texts) => {
    expect(textsIn(value)).toEqual(texts)
  })

  test.each<[JsonValue | undefined, readonly string[], JsonValue]>([
    ["a", ["b"], "b"],
    ["a", ["a", "b"], ["a", "b"]],
    [["a", "b"], ["a"], ["a"]],
    [["a"], [], []],
    [undefined, ["a"], "a"],
    [undefined, ["a", "b"], ["a", "b"]],
  ])("%j becomes %j", (before, texts, after) => {
    expect(withTexts(before, texts)).toEqual(after)
  })

  test("what is read and written again is the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        const value: JsonValue = JSON.parse(JSON.stringify(raw))
        const texts = textsIn(value)
        if (texts) expect(withTexts(value, texts)).toEqual(value)
        const entries = entriesOf(value)
        if (entries) expect(withEntries(value, entries)).toEqual(value)
      }),
    )
  })
})

describe("a string and the statement that Jets makes of it", () => {
  test.each<[JsonObject, string | undefined]>([
    [{ Action: ["s3:*"], Effect: "Allow", Resource: "*" }, "s3"],
    [
      { Effect: "Allow", Action: "sts:GetServiceBearerToken", Resource: "*" },
      "sts:GetServiceBearerToken",
    ],
    [{ Effect: "Allow", Action: "s3:Get*", Resource: "*" }, "s3:Get*"],
    [{ Effect: "Allow", Action: "*", Resource: "*" }, undefined],
    [{ Effect: "Deny", Action: "s3:*", Resource: "*" }, undefined],
    [{ Effect: "Allow", Action: "s3:*", Resource: ["*"] }, undefined],
    [{ Effect: "Allow", Action: ["s3:*", "ec2:*"], Resource: "*" }, undefined],
    [{ Sid: "A", Effect: "Allow", Action: "s3:*", Resource: "*" }, undefined],
  ])("%j is %s", (statement, text) => {
    expect(stringFor(statement)).toBe(text)
  })

  test.each(["s3", "ecr-public", "s3:Get*", "sts:GetServiceBearerToken"])(
    "%s becomes a statement that gives the same role",
    (text) => {
      const [policy] = buildRole({ policy: [text] }, { scope: "custom" }).Policies
      const document = policy?.PolicyDocument
      const action = text.includes(":") ? text : `${text}:*`
      expect(isObject(document) && document.Statement).toEqual([statementFor(action)])
      expect(stringFor(statementFor(action))).toBe(text)
      const role = buildRole({ policy: [statementFor(action)] }, { scope: "custom" })
      expect(measureRole(role)).toEqual(
        measureRole(buildRole({ policy: [text] }, { scope: "custom" })),
      )
    },
  )
})
