import { describe, expect, test } from "vitest"
import { needsKey, operatorNames, parseOperator } from "./condition.ts"

test("IAM has 27 operators", () => {
  expect(new Set(operatorNames).size).toBe(27)
  for (const name of operatorNames)
    expect(parseOperator(name)).toMatchObject({ name, ifExists: false })
})

test.each([
  ["StringLike", { name: "StringLike", type: "String", ifExists: false, negated: false }],
  ["stringnotlike", { name: "StringNotLike", type: "String", ifExists: false, negated: true }],
  ["NotIpAddress", { name: "NotIpAddress", type: "IpAddress", ifExists: false, negated: true }],
  ["BoolIfExists", { name: "Bool", type: "Bool", ifExists: true, negated: false }],
  [
    "ForAnyValue:ArnLikeIfExists",
    { qualifier: "ForAnyValue", name: "ArnLike", type: "Arn", ifExists: true, negated: false },
  ],
  [
    "forallvalues:StringEquals",
    {
      qualifier: "ForAllValues",
      name: "StringEquals",
      type: "String",
      ifExists: false,
      negated: false,
    },
  ],
])("%s", (text, parts) => {
  expect(parseOperator(text)).toEqual(parts)
})

test.each([
  "",
  "IfExists",
  "String",
  "StringEqualsIfExistsIfExists",
  "ForAnyValue:",
  "ForAnyValue:ForAllValues:StringLike",
  "ForEachValue:StringEquals",
  "ForAnyValue StringEquals",
  "StringEquals ",
  "StringEquals\n",
  "constructor",
  "__proto__",
  "x".repeat(1_000_000),
])("%j is no operator", (text) => {
  expect(parseOperator(text)).toBeUndefined()
})

describe("a request without the key", () => {
  test.each([
    ["StringEquals", true],
    ["ForAnyValue:StringEquals", true],
    ["Bool", true],
    ["StringNotEquals", false],
    ["StringEqualsIfExists", false],
    ["ForAllValues:StringEquals", false],
    ["Null", false],
  ])("never meets %s: %s", (text, expected) => {
    const operator = parseOperator(text)
    expect(operator && needsKey(operator)).toBe(expected)
  })
})
