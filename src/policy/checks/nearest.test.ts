import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { editDistance, isSlip, namesNear } from "./nearest.ts"

/** Levenshtein's definition, as it stands in every textbook. */
function distance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length
  const [first, second] = [a.slice(1), b.slice(1)]
  const same = distance(first, second)
  return a[0] === b[0] ? same : 1 + Math.min(same, distance(first, b), distance(a, second))
}

const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 })

test("the distance is Levenshtein's up to the limit, and over it beyond", () => {
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 7 }), (a, b, limit) => {
      const real = distance(a, b)
      const found = editDistance(a, b, limit)
      if (real <= limit) expect(found).toBe(real)
      else expect(found).toBeGreaterThan(limit)
    }),
  )
})

describe("the names near a text", () => {
  const names = ["GetObject", "GetObjectAcl", "PutObject", "s3", "sns", "DescribeInstances"]
  test.each<[string, readonly string[]]>([
    ["getobjet", ["GetObject"]],
    ["GetObjectAcll", ["GetObjectAcl"]],
    ["DescribeInstance", ["DescribeInstances"]],
    ["s33", ["s3"]],
    ["x", []],
    ["", []],
    ["SomethingElse", []],
    ["x".repeat(10_000), []],
  ])("%s: %s", (text, expected) => {
    expect(namesNear(text, names)).toEqual(expected)
  })

  test("the nearest is first", () => {
    expect(namesNear("abcdef", ["abcdxx", "abcdex", "xxxxxx"])).toEqual(["abcdex", "abcdxx"])
  })
})

test.each<[string, string, boolean]>([
  ["action", "Action", true],
  ["Actions", "Action", true],
  ["Resources", "Resource", true],
  ["not_action", "NotAction", true],
  ["Conditon", "Condition", true],
  ["Action", "Action", false],
  ["Principal", "Action", false],
  ["", "Id", false],
])("%j is a slip of %j: %s", (text, name, expected) => {
  expect(isSlip(text, name)).toBe(expected)
})
