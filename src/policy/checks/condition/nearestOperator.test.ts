import { expect, test } from "vitest"
import { nearestOperator } from "./nearestOperator.ts"

test.each([
  ["StringEqual", "StringEquals"],
  ["StringNotEqual", "StringNotEquals"],
  ["String Equals", "StringEquals"],
  ["string_like", "StringLike"],
  ["StringLikes", "StringLike"],
  ["IpAdress", "IpAddress"],
  ["NotIpAdress", "NotIpAddress"],
  ["NumericLessThenEquals", "NumericLessThanEquals"],
  ["NumericGreaterThanOrEqualTo", "NumericGreaterThanEquals"],
  ["DateLessThanOrEquals", "DateLessThanEquals"],
  ["Boolean", "Bool"],
  ["BoolEquals", "Bool"],
  ["Nul", "Null"],
  ["NulIfExists", "Null"],
  ["StringEqualsIfExist", "StringEqualsIfExists"],
  ["forallvalue:stringequals", "ForAllValues:StringEquals"],
  ["ForAnyValues:StringLike", "ForAnyValue:StringLike"],
  ["ForAnyValueStringLikeIfExists", "ForAnyValue:StringLikeIfExists"],
  ["ForAllValues: StringLike", "ForAllValues:StringLike"],
])("%s was meant as %s", (text, meant) => {
  expect(nearestOperator(text)).toBe(meant)
})

test.each([
  "",
  "StringMatches",
  "StringLikeIgnoreCase",
  "ForEachValue:StringEquals",
  // One letter from its opposite, two from the other.
  "StringNoLike",
  "StringNEquals",
  "NumericLess",
  "Fn::If",
  "ArnLiek",
  "StringEqual".repeat(100_000),
])("of %s it can't be said", (text) => {
  expect(nearestOperator(text)).toBeUndefined()
})
