import fc from "fast-check"
import { deflateSync } from "fflate"
import { expect, test } from "vitest"
import type { JsonValue } from "../policy/index.ts"
import { excessOf } from "./excess.ts"
import { decodeLink, encodeLink } from "./link.ts"
import { seal } from "./pack.ts"

const of = (json: string) => excessOf(new TextEncoder().encode(json))
const list = (count: number, item: (index: number) => string) =>
  `[${Array.from({ length: count }, (_, index) => item(index)).join()}]`
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth)

test.each([
  ["nothing", "", undefined],
  ["39,999 numbers in a list", list(39_999, String), undefined],
  ["40,000 numbers in a list", list(40_000, String), "link-too-large"],
  ["20,000 empty lists", list(19_999, () => "[]"), undefined],
  ["as many empty objects as fill a MiB", list(349_525, () => "{}"), "link-too-large"],
  ["200 levels", nested(200), undefined],
  ["201 levels", nested(201), "nested-too-deeply"],
  ["201 levels of objects", `${'{"a":'.repeat(201)}0${"}".repeat(201)}`, "nested-too-deeply"],
  ["many lists beside each other", list(300, () => nested(100)), undefined],
  ["commas and brackets in a string", `["${"[{,".repeat(50_000)}"]`, undefined],
  ["the same after an escaped quote", `["\\"${"[{,".repeat(50_000)}\\\\"]`, undefined],
  [
    "the same after a string that ends in a backslash",
    `["\\\\"${"[".repeat(300)}`,
    "nested-too-deeply",
  ],
  ["a string without an end", `["a\\`, undefined],
  ["2,000 objects with a key of their own", list(2_000, (index) => `{"${index}":0}`), undefined],
  ["2,200 such objects", list(2_200, (index) => `{"${index}":0}`), "link-too-large"],
  ["2,200 objects of ten kinds", list(2_200, (index) => `{"${index % 10}":0}`), undefined],
  [
    "an object of 2,200 keys",
    list(2_200, (i) => `"${i}":0`).replace(/^.(.*).$/, "{$1}"),
    "link-too-large",
  ],
  [
    "pairs of 60 keys",
    list(3_600, (i) => `{"${i % 60}":0,"a${Math.floor(i / 60)}":0}`),
    "link-too-large",
  ],
  ["a space before each colon", list(2_200, (index) => `{"${index}" :0}`), "link-too-large"],
  ["colons alone", ":".repeat(1 << 20), "link-too-large"],
])("%s: %s", (_, json, excess) => {
  expect(of(json)).toBe(excess)
})

function valuesIn(value: JsonValue | undefined): number {
  if (typeof value !== "object" || value === null) return 1
  return Object.values(value).reduce((sum: number, inner) => sum + valuesIn(inner), 1)
}

test("as many values as a link may hold are encoded and read again, more are neither", () => {
  const item = fc.constantFrom<JsonValue>(1, "a,[", null, ["s3", "ec2"], { Effect: "Allow" })
  fc.assert(
    fc.property(item, fc.integer({ min: 5_000, max: 60_000 }), (value, count) => {
      const config = { policy: Array.from({ length: count }, () => value) }
      const state = { config, baseline: "docs" } as const
      const isTooMuch = valuesIn({ config }) > 40_000
      const payload = encodeLink(state)
      expect(payload === undefined).toBe(isTooMuch)
      const forced = `1${seal(deflateSync(new TextEncoder().encode(JSON.stringify({ config }))))}`
      const { value: read, issues } = decodeLink(payload ?? forced)
      expect(issues.map(({ code }) => code)).toEqual(isTooMuch ? ["link-too-large"] : [])
      expect(JSON.stringify(read?.config)).toBe(isTooMuch ? undefined : JSON.stringify(config))
    }),
    { numRuns: 40 },
  )
})

test("2,000 statements with ten strings each fit", () => {
  const policy = Array.from({ length: 2_000 }, (_, index) => ({
    Sid: `Statement${index}`,
    Effect: "Allow",
    Action: ["s3:Get*", "s3:List*", "ec2:Describe*", "sqs:Send*", "sns:Publish"],
    Resource: ["a", "b", "c", "d", "e"].map((name) => `arn:aws:s3:::${name}/*`),
    Condition: { StringEquals: { "aws:RequestedRegion": ["us-east-1"] } },
  }))
  const state = { config: { policy }, baseline: "docs" } as const
  expect(decodeLink(encodeLink(state) ?? "")).toEqual({ value: state, issues: [] })
})
