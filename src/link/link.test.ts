import fc from "fast-check"
import { deflateSync } from "fflate"
import { expect, test } from "vitest"
import { anyConfig, hostileStrings } from "../policy/conformance/arbitrary.ts"
import { toBase64url } from "./base64url.ts"
import { decodeLink, encodeLink, type Shared } from "./link.ts"
import { pack, seal } from "./pack.ts"

const draft = fc.record({
  config: anyConfig,
  baseline: fc.constantFrom("docs" as const, "6.0.5" as const),
})
const shared: fc.Arbitrary<Shared> = fc
  .tuple(
    draft,
    fc.option(draft, { nil: undefined }),
    fc.boolean(),
    fc.constantFrom(undefined, "cloudformation" as const, "json" as const),
  )
  .map(([own, base, custom, format]) => ({
    ...own,
    ...(base && { base }),
    ...(custom && { scope: "custom" as const }),
    ...(format && { format }),
  }))
const json = (value: unknown) => JSON.stringify(value)
const deflated = (text: string) => `1${seal(deflateSync(new TextEncoder().encode(text)))}`
const issuesOf = (payload: string) => decodeLink(payload).issues.map(({ code }) => code)

test("a link gives back what was shared, as JSON has it", () => {
  fc.assert(
    fc.property(shared, (state) => {
      const payload = encodeLink(state) ?? ""
      const { value, issues } = decodeLink(payload)
      expect(issues).toEqual([])
      expect(value).toEqual(JSON.parse(json(state)))
      expect(value && encodeLink(value)).toBe(payload)
      const { config, baseline, ...rest } = state
      expect(encodeLink({ ...rest, baseline, config: structuredClone(config) })).toBe(payload)
    }),
  )
})

test.each([...hostileStrings, "\ud800", "a\udc00"])("keeps the string %j", (text) => {
  const config = { policy: [text, { [text]: text }], [text]: [text] }
  const payload = encodeLink({ config, baseline: "docs" }) ?? ""
  expect(json(decodeLink(payload).value?.config)).toBe(json(config))
})

test("the order of the state's and the settings' own keys makes no difference, items' does", () => {
  const one = encodeLink({ config: { policy: [], managed_policy: [] }, baseline: "docs" })
  expect(encodeLink({ baseline: "docs", config: { managed_policy: [], policy: [] } })).toBe(one)
  expect(encodeLink({ baseline: "docs", config: { policy: [{ a: 1, b: 2 }] } })).not.toBe(
    encodeLink({ baseline: "docs", config: { policy: [{ b: 2, a: 1 }] } }),
  )
})

test("the first format is what a link without one means, and isn't written", () => {
  const state: Shared = { config: { policy: ["s3"] }, baseline: "docs" }
  expect(encodeLink({ ...state, format: "yaml" })).toBe(encodeLink(state))
  expect(decodeLink(`1${pack('{"format":"yaml"}')}`).value?.format).toBe("yaml")
})

test("what doesn't fit gives no link", () => {
  const noise = fc.sample(fc.string({ minLength: 900, maxLength: 900 }), { seed: 1, numRuns: 90 })
  const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth))
  const manyKeys = Array.from({ length: 2_500 }, (_, index) => ({ [`tag${index}`]: 0 }))
  for (const policy of [manyKeys, noise, "x".repeat(1 << 20), nested(5_000), nested(200_000)])
    expect(encodeLink({ config: { policy }, baseline: "docs" })).toBeUndefined()
})

test("a MiB of settings fits, a byte more doesn't", () => {
  const configOf = (size: number) => ({
    policy: ["x".repeat(size - '{"config":{"policy":[""]}}'.length)],
  })
  const [most, more] = [configOf(1 << 20), configOf((1 << 20) + 1)]
  const payload = encodeLink({ config: most, baseline: "docs" }) ?? ""
  expect(decodeLink(payload).value?.config).toEqual(most)
  expect(encodeLink({ config: more, baseline: "docs" })).toBeUndefined()
  expect(issuesOf(deflated(json({ config: more })))).toEqual(["link-too-large"])
})

test("any text as payload gives a value or an issue", () => {
  const anyBytes = fc.uint8Array({ maxLength: 300 }).map((bytes) => `1${toBase64url(bytes)}`)
  const anyStream = fc.uint8Array({ maxLength: 300 }).map((bytes) => `1${seal(bytes)}`)
  const anyText = fc.string({ unit: "binary" }).map((text) => `1${pack(text) ?? ""}`)
  const payload = fc.oneof(fc.string({ unit: "binary" }), anyBytes, anyStream, anyText)
  fc.assert(
    fc.property(payload, (text) => {
      const { value, issues } = decodeLink(text)
      expect(value !== undefined || issues.length > 0).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ["", "link-cut"],
  ["1", "link-cut"],
  ["2AwDo", "link-of-newer-version"],
  ["AwDo", "link-of-newer-version"],
  ["%31AwAX", "link-damaged"],
  ["1AwAX.", "link-damaged"],
  ["1AwAXAA", "link-damaged"],
  ["1AwAXé", "link-damaged"],
  [`1${"A".repeat(1 << 16)}`, "link-too-large"],
  [`1${pack("{")}`, "link-damaged"],
  [`1${pack("[]")}`, "not-an-object"],
  [`1${pack('{"config":[]}')}`, "link-of-unknown-content"],
  [`1${pack('{"config":null}')}`, "link-of-unknown-content"],
  [`1${pack('{"baseline":"7"}')}`, "link-of-unknown-content"],
  [`1${pack('{"baseline":"constructor"}')}`, "link-of-unknown-content"],
  [`1${pack('{"scope":"all"}')}`, "link-of-unknown-content"],
  [`1${pack('{"format":"toString"}')}`, "link-of-unknown-content"],
  [`1${pack('{"base":"docs"}')}`, "link-of-unknown-content"],
  [`1${pack('{"base":{"config":1}}')}`, "link-of-unknown-content"],
  [`1${pack('{"__proto__":1}')}`, "unknown-setting-in-link"],
  [`1${pack('{"base":{"scope":"custom"}}')}`, "unknown-setting-in-link"],
  [deflated(`{"config":{"a":${"[".repeat(300)}${"]".repeat(300)}}}`), "nested-too-deeply"],
  [deflated(`{"config":{"a":[${"{},".repeat(300_000)}0]}}`), "link-too-large"],
  [`1${seal(deflateSync(Uint8Array.of(0x22, 0xff, 0x22)))}`, "link-damaged"],
])("%.40s: %s", (payload, code) => {
  expect(issuesOf(payload)).toEqual([code])
})

test("a link that encodeLink wouldn't give is read all the same", () => {
  const payload = `1${pack(' {"scope":"whole", "config":{}}')}`
  expect(decodeLink(payload)).toEqual({
    value: { config: {}, baseline: "docs", scope: "whole" },
    issues: [],
  })
})

test("a bomb stops at the limit", () => {
  const bomb = deflateSync(new Uint8Array(40_000_000))
  expect(bomb.length).toBeLessThan(48_000)
  expect(issuesOf(`1${seal(bomb)}`)).toEqual(["link-too-large"])
})
