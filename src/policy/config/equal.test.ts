import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isList, isObject, type JsonValue } from "../iam/document.ts"
import { equalityKey, isEqualList } from "./equal.ts"

const json = fc.json().map((text): JsonValue => JSON.parse(text))
const proto: JsonValue = JSON.parse('{"__proto__": 1}')

describe("values as Ruby's uniq compares them", () => {
  const cases: { left: JsonValue; right: JsonValue; equal: boolean }[] = [
    { left: "s3", right: "s3", equal: true },
    { left: "s3", right: "S3", equal: false },
    { left: "s3", right: ["s3"], equal: false },
    { left: "1", right: 1, equal: false },
    { left: "null", right: null, equal: false },
    { left: "[]", right: [], equal: false },
    { left: [], right: {}, equal: false },
    { left: null, right: false, equal: false },
    { left: ["a", "b"], right: ["b", "a"], equal: false },
    { left: ["a", "b"], right: ["a,b"], equal: false },
    { left: ["a", "b"], right: ['a","b'], equal: false },
    { left: [["a"], "b"], right: ["a", "b"], equal: false },
    { left: { a: 1, b: 2 }, right: { b: 2, a: 1 }, equal: true },
    { left: [{ a: { b: 1, c: 2 } }], right: [{ a: { c: 2, b: 1 } }], equal: true },
    { left: { a: 1 }, right: { a: 1, b: null }, equal: false },
    { left: { a: "1,b:2" }, right: { a: "1", b: "2" }, equal: false },
    { left: { 'a":1,"b': 2 }, right: { a: 1, b: 2 }, equal: false },
    { left: proto, right: {}, equal: false },
    { left: { Action: "s3:Get" }, right: { Action: ["s3:Get"] }, equal: false },
  ]
  test.each(cases)("$left, $right: $equal", ({ left, right, equal }) => {
    expect(equalityKey(left) === equalityKey(right)).toBe(equal)
    expect(isEqualList([left], [right])).toBe(equal)
  })
  test("a copy with every object's keys reversed is equal, one more entry isn't", () => {
    const reversed = (value: JsonValue): JsonValue => {
      if (isList(value)) return value.map(reversed)
      if (!isObject(value)) return value
      const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)] as const)
      return Object.fromEntries(entries.reverse())
    }
    fc.assert(
      fc.property(fc.array(json), (list) => {
        expect(isEqualList(list, list.map(reversed))).toBe(true)
        expect(isEqualList(list, [...list, null])).toBe(false)
      }),
    )
  })
})
