import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import type { RoleOptions } from "../role/build.ts"
import { compareParts, contextOf, countChanges, diffLines, type LineChange } from "./diff.ts"
import { outputParts } from "./format.ts"
import type { OutputPart } from "./roleParts.ts"

const signs = { same: "  ", added: "+ ", removed: "- " } as const
/** A comparison as people know it, without the indent that all of its lines share. */
const shown = (changes: readonly LineChange[]) =>
  changes.map(({ kind, text, unended }) => signs[kind] + text + (unended ? "$" : ""))

const textOf = (changes: readonly LineChange[], not: LineChange["kind"]) =>
  changes
    .filter(({ kind }) => kind !== not)
    .map(({ text, unended }) => (unended ? text : `${text}\n`))
    .join("")

/** What every comparison must be, whatever it compares. */
function expectSound(changes: readonly LineChange[], before: string, after: string) {
  expect(textOf(changes, "added")).toBe(before)
  expect(textOf(changes, "removed")).toBe(after)
  let [old, now] = [0, 0]
  for (const [index, change] of changes.entries()) {
    if (change.kind !== "added") old++
    if (change.kind !== "removed") now++
    expect(change.before).toBe(change.kind === "added" ? undefined : old)
    expect(change.after).toBe(change.kind === "removed" ? undefined : now)
    expect(change.text).not.toContain("\n")
    if (change.kind === "removed") expect(changes[index - 1]?.kind).not.toBe("added")
  }
}

describe("lines", () => {
  test.each([
    { what: "nothing", before: "", after: "", lines: [] },
    { what: "equal", before: "a\nb\n", after: "a\nb\n", lines: ["  a", "  b"] },
    { what: "all added", before: "", after: "a\n\n", lines: ["+ a", "+ "] },
    { what: "all removed", before: "a\nb", after: "", lines: ["- a", "- b$"] },
    { what: "a last line break", before: "a\nb", after: "a\nb\n", lines: ["  a", "- b$", "+ b"] },
    { what: "no last line break in both", before: "a\nb", after: "b", lines: ["- a", "  b$"] },
    { what: "a break alone", before: "", after: "\n", lines: ["+ "] },
    {
      what: "removed before added",
      before: "a\nb\n",
      after: "c\nd\n",
      lines: ["- a", "- b", "+ c", "+ d"],
    },
    {
      what: "two places",
      before: "a\nb\nc\nd\n",
      after: "A\nb\nc\n",
      lines: ["- a", "+ A", "  b", "  c", "- d"],
    },
    {
      what: "lines in both that moved",
      before: "a\nb\nc\nd\n",
      after: "c\na\nb\nd\n",
      lines: ["+ c", "  a", "  b", "- c", "  d"],
    },
    {
      what: "repeated lines",
      before: "a\na\na\n",
      after: "a\nb\na\n",
      lines: ["  a", "- a", "+ b", "  a"],
    },
    {
      what: "a run more of what repeats: the last one",
      before: "z\na\nb\n",
      after: "z\na\nb\na\nb\n",
      lines: ["  z", "  a", "  b", "+ a", "+ b"],
    },
    { what: "other breaks are text", before: "a\r\n", after: "a\n", lines: ["- a\r", "+ a"] },
  ])("$what", ({ before, after, lines }) => {
    expect(shown(diffLines(before, after))).toEqual(lines)
    expectSound(diffLines(before, after), before, after)
  })

  test("any texts: both come back, the numbers are right", () => {
    const line = fc.constantFrom("a\n", "b\n", "  c\n", " d\n", "\n", "a", "e\r\n")
    const text = fc.oneof(
      fc.array(line, { maxLength: 12 }).map((lines) => lines.join("")),
      fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u2028") }),
    )
    fc.assert(
      fc.property(text, text, (before, after) =>
        expectSound(diffLines(before, after), before, after),
      ),
      { numRuns: 2000 },
    )
  })

  test("as few lines as can be, when what is in both keeps its order", () => {
    const kept = fc.array(fc.record({ old: fc.boolean(), now: fc.boolean() }), { maxLength: 30 })
    fc.assert(
      fc.property(kept, (list) => {
        const write = (side: "old" | "now") =>
          list.map((one, index) => (one[side] ? `${index}\n` : "")).join("")
        expect(countChanges(diffLines(write("old"), write("now")))).toEqual({
          removed: list.filter(({ old, now }) => old && !now).length,
          added: list.filter(({ old, now }) => now && !old).length,
        })
      }),
    )
  })
})

const parts = (config: IamConfig, options: RoleOptions = { scope: "custom" }) =>
  outputParts("yaml", config, options)
const joined = (list: readonly OutputPart[]) => list.map(({ text }) => text).join("")

const read = { Sid: "Read", Effect: "Allow", Action: ["s3:Get*", "s3:List*"], Resource: "*" }
const deny = { Sid: "Never", Effect: "Deny", Action: "iam:*", Resource: "*" }

describe("outputs", () => {
  /** The changed lines, each by its number in its own text. */
  const rows: { what: string; before: IamConfig; after: IamConfig; changed: string[] }[] = [
    {
      what: "equal",
      before: { policy: ["s3", read] },
      after: { policy: ["s3", read] },
      changed: [],
    },
    {
      what: "an action more in the statement that strings share",
      before: { policy: ["ec2", "s3"] },
      after: { policy: ["ec2", "logs", "s3"] },
      changed: ["+8             - logs:*"],
    },
    {
      what: "an item more in the middle, among items of the same lines but one",
      before: { policy: ["ec2", "s3", read] },
      after: { policy: ["ec2", "logs", "s3", read] },
      changed: [
        "+10         - Action:",
        "+11             - logs:*",
        "+12           Effect: Allow",
        '+13           Resource: "*"',
      ],
    },
    {
      what: "an item less, the first of such items",
      before: { policy: ["ec2", "s3", read] },
      after: { policy: ["s3", read] },
      changed: [
        "-6         - Action:",
        "-7             - ec2:*",
        "-8           Effect: Allow",
        '-9           Resource: "*"',
      ],
    },
    {
      what: "a statement edited: only its line",
      before: { policy: [deny, read] },
      after: { policy: [deny, { ...read, Action: ["s3:Get*", "s3:Put*"] }] },
      changed: ["-14             - s3:List*", "+14             - s3:Put*"],
    },
    {
      what: "two statements edited, far apart",
      before: { policy: [deny, read, { ...deny, Sid: "Nor" }] },
      after: { policy: [{ ...deny, Sid: "A" }, read, { ...deny, Sid: "B" }] },
      changed: [
        "-6         - Sid: Never",
        "+6         - Sid: A",
        "-16         - Sid: Nor",
        "+16         - Sid: B",
      ],
    },
    {
      what: "an item moved: it alone",
      before: { policy: [], managed_policy: ["A", "B", "C", "D"] },
      after: { policy: [], managed_policy: ["B", "C", "A", "D"] },
      changed: ["-2   - arn:aws:iam::aws:policy/A", "+4   - arn:aws:iam::aws:policy/A"],
    },
    {
      what: "everything removed",
      before: { managed_policy: ["A", "B"] },
      after: {},
      changed: [
        "-1 ManagedPolicyArns:",
        "-2   - arn:aws:iam::aws:policy/A",
        "-3   - arn:aws:iam::aws:policy/B",
        "+1 {}",
      ],
    },
    {
      what: "something instead of {}",
      before: {},
      after: { managed_policy: ["A"] },
      changed: ["-1 {}", "+1 ManagedPolicyArns:", "+2   - arn:aws:iam::aws:policy/A"],
    },
  ]
  test.each(rows)("$what", ({ before, after, changed }) => {
    const changes = compareParts(parts(before), parts(after))
    const seen = changes.flatMap(({ kind, text, before, after }) =>
      kind === "same" ? [] : [`${signs[kind].trim()}${before ?? after} ${text}`],
    )
    expect(seen).toEqual(changed)
    expectSound(changes, joined(parts(before)), joined(parts(after)))
  })

  test("by item: a line that two items share is no reason to mix them", () => {
    const part = (...lines: string[]) => ({ text: lines.map((line) => `${line}\n`).join("") })
    const [a, b, c] = [part("- a", "  x"), part("- b", "  x", "  y"), part("- c", "  y")]
    expect(shown(compareParts([a, b], [b, c]))).toEqual([
      "- - a",
      "-   x",
      "  - b",
      "    x",
      "    y",
      "+ - c",
      "+   y",
    ])
  })

  test("any settings: both outputs come back, the numbers are right, equal ones are all the same", () => {
    const how: RoleOptions = { baseline: "6.0.5" }
    fc.assert(
      fc.property(anyConfig, anyConfig, fc.boolean(), (one, other, near) => {
        const [before, after] = [parts(one, how), parts(near ? { ...one, ...other } : other, how)]
        const changes = compareParts(before, after)
        expectSound(changes, joined(before), joined(after))
        if (joined(before) === joined(after))
          expect(countChanges(changes)).toEqual({ added: 0, removed: 0 })
        expect(countChanges(compareParts(before, before))).toEqual({ added: 0, removed: 0 })
      }),
      { numRuns: 500 },
    )
  })

  test("any parts, often repeated: both texts come back", () => {
    const list = fc.array(
      fc
        .constantFrom("a\n", "  b\n", "a\n  b\n", "    c\n", "  b\n    c\n", "d\n")
        .map((text) => ({ text })),
    )
    fc.assert(
      fc.property(list, list, (before, after) =>
        expectSound(compareParts(before, after), joined(before), joined(after)),
      ),
      { numRuns: 2000 },
    )
  })

  test("thousands of other parts don't hide the one that stays", () => {
    const list = (name: string) =>
      Array.from({ length: 2000 }, (_, index) => ({
        text: `${index === 999 ? "" : name}${index}\n`,
      }))
    const changes = compareParts(list("old"), list("new"))
    expectSound(changes, joined(list("old")), joined(list("new")))
    expect(countChanges(changes)).toEqual({ added: 1999, removed: 1999 })
  })

  test("thousands of parts in another order end all removed, all added, rather than never", () => {
    const before = Array.from({ length: 2000 }, (_, index) => ({ text: `${index}\n` }))
    const after = before.toReversed()
    const changes = compareParts(before, after)
    expectSound(changes, joined(before), joined(after))
    expect(countChanges(changes)).toEqual({ added: 2000, removed: 2000 })
  })

  test("many parts with their lines in another order end so too, from some part on", () => {
    const lines = Array.from({ length: 40 }, (_, index) => `${index}\n`)
    const list = (own: string) =>
      Array.from({ length: 200 }, (_, index) => [{ text: own }, { text: `- ${index}\n` }]).flat()
    const [before, after] = [list(lines.join("")), list(lines.toReversed().join(""))]
    const changes = compareParts(before, after)
    expectSound(changes, joined(before), joined(after))
    expect(countChanges(changes.slice(0, 79))).toEqual({ added: 39, removed: 39 })
    expect(countChanges(changes.slice(-81))).toEqual({ added: 40, removed: 40 })
  })
})

describe("context", () => {
  /** "=" an unchanged line, "+" and "-" changed ones; a fold is its count in brackets. */
  const changesOf = (pattern: string) => {
    const split = pattern.split("")
    return diffLines(
      split.flatMap((sign, at) => (sign === "+" ? [] : [`${at}\n`])).join(""),
      split.flatMap((sign, at) => (sign === "-" ? [] : [`${at}\n`])).join(""),
    )
  }
  const pictured = (pattern: string, lines?: number) =>
    contextOf(changesOf(pattern), lines)
      .map((section) =>
        section.kind === "skipped"
          ? `(${section.count})`
          : section.changes
              .map(({ kind }) => ({ same: "=", added: "+", removed: "-" })[kind])
              .join(""),
      )
      .join(" ")

  test.each([
    { pattern: "", sections: "" },
    { pattern: "=", sections: "=" },
    { pattern: "=====", sections: "(5)" },
    { pattern: "+--", sections: "--+", lines: 0 },
    { pattern: "=====+=====", sections: "(2) ===+=== (2)" },
    { pattern: "====-====", sections: "====-====" },
    { pattern: "==-========+==", sections: "==-=== (2) ===+==" },
    { pattern: "==-=======+==", sections: "==-=======+==" },
    { pattern: "===-===", sections: "(2) =-= (2)", lines: 1 },
    { pattern: "==-==", sections: "(2) - (2)", lines: 0 },
    { pattern: "==-==", sections: "(2) - (2)", lines: -1 },
    { pattern: "==-==", sections: "(2) - (2)", lines: Number.NaN },
    { pattern: "====-==", sections: "(3) =-==", lines: 1.5 },
    { pattern: "==========-==========", sections: "==========-==========", lines: Infinity },
  ])("$pattern with $lines", ({ pattern, sections, lines }) => {
    expect(pictured(pattern, lines)).toBe(sections)
  })

  test("any comparison: complete, in order, folds far from every change and never one line", () => {
    const pattern = fc.string({
      unit: fc.constantFrom("=", "=", "=", "=", "=", "+", "-"),
      maxLength: 60,
    })
    fc.assert(
      fc.property(pattern, fc.nat(5), (text, lines) => {
        const changes = changesOf(text)
        const sections = contextOf(changes, lines)
        expect(sections.flatMap((section) => section.changes)).toEqual(changes)
        const changed = changes.flatMap(({ kind }, index) => (kind === "same" ? [] : [index]))
        const far = changes.map((_, at) => changed.every((one) => Math.abs(one - at) > lines))
        let at = 0
        for (const [index, section] of sections.entries()) {
          const all = section.changes.map((_, offset) => far[at + offset])
          if (section.kind === "skipped") {
            expect(section.count).toBe(section.changes.length)
            expect(section.count).toBeGreaterThan(1)
            expect(all).not.toContain(false)
          } else {
            expect(all.some((one, offset) => one && all[offset + 1])).toBe(false)
            expect(sections[index + 1]?.kind).not.toBe("lines")
          }
          at += all.length
        }
      }),
      { numRuns: 1000 },
    )
  })
})
