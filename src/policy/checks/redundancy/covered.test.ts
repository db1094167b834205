import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { patternCovers } from "../../iam/wildcard.ts"
import { coveredTexts } from "./covered.ts"
import { coverings, readStatement } from "./reach.ts"

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 5 })

/** The rule, each against each: the indexes of what another covers; of two that cover each other the later. */
function coveredOf<T>(list: readonly T[], covers: (outer: T, inner: T) => boolean): number[] {
  return [...list.keys()].filter((index) =>
    list.some((other, at) => {
      const one = list[index]
      if (one === undefined || at === index || !covers(other, one)) return false
      return at < index || !covers(one, other)
    }),
  )
}

test("finds what a comparison of each with each finds", () => {
  fc.assert(
    fc.property(fc.array(pattern, { maxLength: 8 }), (texts) => {
      const found = coveredTexts(texts)
      expect(found.map(({ index }) => index)).toEqual(coveredOf(texts, patternCovers))
      for (const { index, by } of found)
        expect(patternCovers(texts[by] ?? "", texts[index] ?? "")).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

const texts = fc.oneof(pattern, fc.array(pattern, { minLength: 1, maxLength: 3 }))
const statement = fc.record(
  {
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: texts,
    Resource: texts,
    Condition: fc.constantFrom({}, { Bool: { "aws:SecureTransport": "true" } }),
  },
  { requiredKeys: ["Effect", "Action", "Resource"] },
)

test("finds the statements that a comparison of each with each finds", () => {
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      const list = (value: string | string[]) => [value].flat()
      const condition = (one: { Condition?: object }) => JSON.stringify(one.Condition ?? {})
      const expected = coveredOf(
        statements,
        (outer, inner) =>
          outer.Effect === inner.Effect &&
          [condition(inner), "{}"].includes(condition(outer)) &&
          (["Action", "Resource"] as const).every((key) =>
            list(inner[key]).every((one) =>
              list(outer[key]).some((other) => patternCovers(other, one)),
            ),
          ),
      )
      const found = coverings(statements.flatMap((one) => readStatement(one) ?? []))
      expect([...found.keys()].sort((one, other) => one - other)).toEqual(expected)
    }),
    { numRuns: 2_000 },
  )
})

describe("what the deploy fills in", () => {
  test.each<[string, readonly string[], readonly number[]]>([
    ["is any text for what covers all", ["arn:aws:s3:::#{Jets.env}/x", "*"], [0]],
    ["is any text behind the same beginning", ["app-#{Jets.env}", "app-*"], [0]],
    ["is the same in both", ["#{Jets.env}/*", "#{Jets.env}/img"], [1]],
    ["may differ", ["#{Jets.env}/*", "#{Jets.project}/img"], []],
    ["is not one character", ["a#{b}c", "a????c"], []],
    ["holds no wildcard of its own", ["#{a * b}", "#{a x b}"], []],
    ["a variable is any text", [`home/\${aws:username}/x`, "home/*"], [0]],
    ["a written star is no wildcard", [`a/\${*}`, "a/b"], []],
    ["a written star is covered", [`a/\${*}`, "a/*"], [0]],
    ["is equal as a whole", ["!Ref Bucket", "!Ref Bucket"], [1]],
  ])("%s", (_, list, expected) => {
    expect(coveredTexts(list).map(({ index }) => index)).toEqual(expected)
  })
})

test.each<[string, (index: number) => string]>([
  ["wildcards that share a beginning", (index) => `s3:*a${index}b*`],
  ["beginnings within each other", (index) => `${"a".repeat(index % 1_000)}*${index}`],
  ["long texts that almost match", (index) => `*${"a".repeat(index % 2 ? 1_500 : 700)}b${index}*`],
  ["repeats", () => "s3:*"],
])("lists made to stop a browser end soon: %s", { timeout: 2_000 }, (_, textOf) => {
  const list = Array.from({ length: 5_000 }, (_, index) => textOf(index))
  expect(coveredTexts(list)).toBeDefined()
})
