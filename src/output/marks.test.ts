import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compareParts, type IamConfig, outputParts } from "../policy/index.ts"
import { createBlocks } from "./blocks.ts"
import { cutToBlocks, keepSame, type Mark, marksOf } from "./marks.ts"

const text = (lines: string) => [...lines].map((line) => `${line}\n`).join("")
const partsOf = (lines: string) => [...lines].map((line) => ({ text: text(line), at: "" as const }))
const said = (marks: readonly Mark[]) =>
  marks.map(({ kind, from, lines }) => `${kind} ${from}${lines > 0 ? `+${lines}` : ""}`)

test.each([
  { before: "abc", after: "abc", marks: [] },
  { before: "", after: "ab", marks: ["added 0+2"] },
  { before: "abc", after: "abXYc", marks: ["added 2+2"] },
  { before: "abc", after: "ac", marks: ["removed 1"] },
  { before: "abc", after: "bc", marks: ["removed 0"] },
  { before: "abc", after: "ab", marks: ["removed 2"] },
  { before: "abc", after: "aXc", marks: ["changed 1+1"] },
  { before: "abc", after: "aXYc", marks: ["changed 1+1", "added 2+1"] },
  { before: "abcd", after: "aXd", marks: ["changed 1+1", "removed 2"] },
  { before: "abcde", after: "acXe", marks: ["removed 1", "changed 2+1"] },
])("$before to $after: $marks", ({ before, after, marks }) => {
  expect(said(marksOf(partsOf(before), partsOf(after)))).toEqual(marks)
  const inOne = (lines: string) => (lines === "" ? [] : [{ text: text(lines), at: "" as const }])
  expect(said(marksOf(inOne(before), inOne(after)))).toEqual(marks)
})

describe("the role", () => {
  const marksAgainstDefaults = (config: IamConfig) =>
    said(marksOf(outputParts("yaml", {}), outputParts("yaml", config)))

  test.each([
    { title: "untouched", config: {}, marks: [] },
    {
      title: "a removed default",
      config: { default_managed_policy: ["AWSCertificateManagerReadOnly"] },
      marks: ["removed 25"],
    },
    {
      title: "an added managed policy",
      config: { managed_policy: ["AmazonS3FullAccess"] },
      marks: ["added 27+1"],
    },
    { title: "an added service", config: { policy: ["s3"] }, marks: ["added 24+8"] },
    {
      title: "nothing left",
      config: { default_policy: [], default_managed_policy: [] },
      marks: ["removed 0"],
    },
  ])("$title: $marks", ({ config, marks }) => {
    expect(marksAgainstDefaults(config)).toEqual(marks)
  })

  test.each([
    { format: "yaml", marks: ["added 0+2"] },
    { format: "cloudformation", marks: ["added 13+2"] },
    { format: "json", marks: ["added 0+5"] },
  ] as const)("in $format what stands around an empty role's lists isn't added", (row) => {
    const custom = (config: IamConfig) => outputParts(row.format, config, { scope: "custom" })
    const config = { managed_policy: ["AmazonS3FullAccess"] }
    expect(said(marksOf(custom({}), custom(config)))).toEqual(row.marks)
  })
})

const part = fc
  .record({ lines: fc.integer({ min: 1, max: 9 }), seed: fc.nat(20) })
  .map(({ lines, seed }) => ({ text: `${seed}\n`.repeat(lines), at: "" as const }))
const parts = fc.array(part, { minLength: 1, maxLength: 200 })

test("the marks are those of a comparison of all lines", () => {
  fc.assert(
    fc.property(parts, parts, (before, after) => {
      const kinds = new Map<number, string>()
      let line = 0
      for (const { kind } of compareParts(before, after)) {
        if (kind === "added") kinds.set(line, "differs")
        if (kind !== "removed") line++
      }
      const marked = marksOf(before, after).flatMap(({ from, lines }) =>
        Array.from({ length: lines }, (_, index) => from + index),
      )
      expect(marked).toEqual([...kinds.keys()])
    }),
  )
})

test("cut to blocks and put together again they are the same marks", () => {
  fc.assert(
    fc.property(parts, parts, (before, after) => {
      const blocks = createBlocks()(after)
      const marks = marksOf(before, after)
      const cut = cutToBlocks(marks, blocks)
      const again = blocks.flatMap(({ id, firstLine, lines }) =>
        (cut.get(id) ?? []).map((mark) => {
          expect(mark.from + mark.lines).toBeLessThanOrEqual(lines)
          return { ...mark, from: firstLine - 1 + mark.from }
        }),
      )
      expect(linesOf(again)).toEqual(linesOf(marks))
    }),
  )
})

/** The marks as the lines that each kind has; a notch is said by its place. */
function linesOf(marks: readonly Mark[]) {
  return marks.flatMap(({ kind, from, lines }) =>
    lines === 0
      ? [`${kind} ${from}`]
      : Array.from({ length: lines }, (_, index) => `${kind} ${from + index}`),
  )
}

test("blocks whose marks stay keep them, and when all stay, so does the whole", () => {
  const mark = (from: number): readonly Mark[] => [{ kind: "added", from, lines: 1 }]
  const before = new Map([
    [1, mark(3)],
    [2, mark(4)],
  ])
  const after = keepSame(before, new Map([...before, [2, mark(5)]]))
  expect(after.get(1)).toBe(before.get(1))
  expect(after.get(2)).toEqual(mark(5))
  expect(keepSame(before, new Map(structuredClone([...before])))).toBe(before)
  expect(keepSame(before, new Map())).not.toBe(before)
})
