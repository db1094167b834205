import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { patternCovers, patternsOverlap } from "./wildcard.ts"

function words(alphabet: string, length: number): string[] {
  const shorter = length === 0 ? [] : words(alphabet, length - 1)
  const longest = shorter.filter((word) => word.length === length - 1)
  return length === 0
    ? [""]
    : [...shorter, ...longest.flatMap((w) => [...alphabet].map((c) => w + c))]
}

/** The texts that a pattern matches, one bit each. `c` stands for every character that no pattern names. */
const texts = words("abc", 7)
const matches = (pattern: string) => {
  const regExp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`)
  return BigInt(`0b${texts.map((text) => (regExp.test(text) ? 1 : 0)).join("")}`)
}
const patterns = words("ab?*", 4).map((pattern) => ({ pattern, matched: matches(pattern) }))

describe("against every text of up to 7 characters, for all patterns of up to 4", () => {
  test("patternCovers", () => {
    const wrong = patterns.flatMap((outer) =>
      patterns
        .filter(
          (inner) =>
            patternCovers(outer.pattern, inner.pattern) !==
            ((inner.matched & ~outer.matched) === 0n),
        )
        .map((inner) => [outer.pattern, inner.pattern]),
    )
    expect(wrong).toEqual([])
  })
  test("patternsOverlap", () => {
    const wrong = patterns.flatMap((left) =>
      patterns
        .filter(
          (right) =>
            patternsOverlap(left.pattern, right.pattern) !==
            ((left.matched & right.matched) !== 0n),
        )
        .map((right) => [left.pattern, right.pattern]),
    )
    expect(wrong).toEqual([])
  })
})

describe("examples", () => {
  const cases: { left: string; right: string; covers: boolean; overlaps: boolean }[] = [
    { left: "s3:*", right: "s3:get*", covers: true, overlaps: true },
    { left: "s3:get*", right: "s3:*", covers: false, overlaps: true },
    { left: "s3:get*", right: "s3:put*", covers: false, overlaps: false },
    { left: "s3:get*", right: "s3:*acl", covers: false, overlaps: true },
    { left: "*:*", right: "s3:*", covers: true, overlaps: true },
    { left: "*", right: "", covers: true, overlaps: true },
    { left: "s3:*", right: "S3:*", covers: false, overlaps: false },
    { left: "ec?:*", right: "ec2:run*", covers: true, overlaps: true },
    { left: "?*", right: "*a", covers: true, overlaps: true },
    { left: "s3:*.+$", right: "s3:x.+$", covers: true, overlaps: true },
    { left: "*😀", right: "a😀", covers: true, overlaps: true },
  ]
  test.each(cases)("$left, $right", ({ left, right, covers, overlaps }) => {
    expect(patternCovers(left, right)).toBe(covers)
    expect(patternsOverlap(left, right)).toBe(overlaps)
    expect(patternsOverlap(right, left)).toBe(overlaps)
  })
})

describe("laws for longer patterns", () => {
  const pattern = fc.string({ unit: fc.constantFrom("a", "b", "?", "*"), maxLength: 12 })
  test("a pattern covers itself, and what is covered by what it covers", () => {
    fc.assert(
      fc.property(pattern, pattern, pattern, (a, b, c) => {
        expect(patternCovers(a, a)).toBe(true)
        if (patternCovers(a, b) && patternCovers(b, c)) expect(patternCovers(a, c)).toBe(true)
        if (patternCovers(a, b)) expect(patternsOverlap(a, b)).toBe(true)
      }),
    )
  })
  test("what a star or a question mark is replaced with is covered", () => {
    fc.assert(
      fc.property(pattern, pattern, (outer, piece) => {
        const inner = outer.replace("*", () => piece).replaceAll("?", "b")
        expect(patternCovers(outer, inner)).toBe(true)
      }),
    )
  })
  test("stars don't explode", () => {
    const stars = "*a".repeat(500)
    expect(patternCovers(stars, `${"a".repeat(2_000)}b`)).toBe(false)
    expect(patternsOverlap(stars, `${"a*".repeat(500)}b`)).toBe(false)
  })
})
