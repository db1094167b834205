import { constants, deflateRawSync } from "node:zlib"
import fc from "fast-check"
import { deflateSync } from "fflate"
import { expect, test } from "vitest"
import { inflate } from "./inflate.ts"

const dictionary = new TextEncoder().encode('"Effect":"Allow","Resource":"*"'.repeat(9))
const max = 50_000
const read = (deflated: Uint8Array) => inflate(new Uint8Array(deflated), dictionary, max)

const text = fc
  .array(
    fc.constantFrom(
      '"Effect":"Allow"',
      ',"Resource":',
      "s3:Get",
      "é",
      "x".repeat(300),
      "é".repeat(400),
      "ab7".repeat(300),
    ),
  )
  .map((words) => new TextEncoder().encode(words.join("")))
const bytes = fc.oneof(text, fc.uint8Array({ maxLength: 2_000 }))
const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE } = constants
const deflated = fc
  .record({
    source: bytes,
    level: fc.constantFrom(0, 1, 6, 9),
    strategy: fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE),
  })
  .map(({ source, level, strategy }) => ({
    source,
    stream: new Uint8Array(deflateRawSync(source, { dictionary, level, strategy })),
  }))

test("inflates what zlib deflates in all its ways", () => {
  fc.assert(
    fc.property(deflated, ({ source, stream }) => {
      expect(read(stream)).toEqual(source)
    }),
  )
})

test("inflates what fflate deflates", () => {
  fc.assert(
    fc.property(bytes, (source) => {
      expect(read(deflateSync(source, { level: 9, dictionary }))).toEqual(source)
    }),
  )
})

test("codes may have 15 bits", () => {
  const counts = [1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1_597, 2_584]
  const source = Uint8Array.from(counts.flatMap((count, byte) => Array(count).fill(byte)))
  expect(read(deflateRawSync(source, { strategy: Z_HUFFMAN_ONLY }))).toEqual(source)
})

test("a stream that lost its end is cut", () => {
  fc.assert(
    fc.property(deflated, fc.nat(), ({ stream }, at) => {
      expect(read(stream.subarray(0, at % stream.length))).toBe("link-cut")
    }),
  )
})

test("any bytes give at most as many as are allowed, or why none", () => {
  const altered = fc
    .tuple(deflated, fc.nat(), fc.nat(255))
    .map(([{ stream }, at, byte]) => stream.with(at % stream.length, byte))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2_000 }), altered), (stream) => {
      const inflated = inflate(stream, dictionary, 1_000)
      if (typeof inflated !== "string") expect(inflated.length).toBeLessThanOrEqual(1_000)
      else expect(inflated).toMatch(/^link-(cut|damaged|too-large)$/)
    }),
    { numRuns: 1_000 },
  )
})

test.each([Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY])(
  "stops at the limit, way %i",
  (strategy) => {
    for (const level of [0, 9]) {
      const of = (size: number) => deflateRawSync(new Uint8Array(size), { level, strategy })
      expect(read(of(max))).toEqual(new Uint8Array(max))
      expect(read(of(max + 1))).toBe("link-too-large")
      expect(read(of(2 * max))).toBe("link-too-large")
    }
  },
)

test.each([
  ["no bytes", [], "link-cut"],
  ["a block of the third type", [0b111], "link-damaged"],
  ["a stored block whose length and its complement differ", [1, 1, 0, 0xff, 0xff], "link-damaged"],
  [
    "a match from before all there is",
    [...deflateRawSync(dictionary, { dictionary })],
    "link-damaged",
  ],
  [
    "more blocks than any text takes",
    Array(300).fill([0, 0, 0, 0xff, 0xff]).flat(),
    "link-damaged",
  ],
])("%s", (_, stream, why) => {
  expect(inflate(Uint8Array.from(stream), new Uint8Array(0), max)).toBe(why)
})
