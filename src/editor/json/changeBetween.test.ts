import fc from "fast-check"
import { expect, test } from "vitest"
import { changeBetween, lineBreakOf, withLineBreak } from "./changeBetween.ts"

test.each([
  { before: "abc", after: "abc", change: undefined },
  { before: "", after: "abc", change: { start: 0, end: 0, text: "abc" } },
  { before: "abc", after: "abXc", change: { start: 2, end: 2, text: "X" } },
  { before: "abXc", after: "abc", change: { start: 2, end: 3, text: "" } },
  { before: "aaa", after: "aaaa", change: { start: 3, end: 3, text: "a" } },
  {
    title: "half a character",
    before: "a😀",
    after: "a😁",
    change: { start: 1, end: 3, text: "😁" },
  },
  {
    title: "half a line break",
    before: "a\r\nb",
    after: "a\r\n\r\nb",
    change: { start: 3, end: 3, text: "\r\n" },
  },
])("$before to $after", ({ before, after, change }) => {
  expect(changeBetween(before, after)).toEqual(change)
})

test("the change gives the other text, and never splits a character", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "\r\n", "\n") })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const change = changeBetween(before, after) ?? { start: 0, end: 0, text: "" }
      expect(before.slice(0, change.start) + change.text + before.slice(change.end)).toBe(after)
      expect(change.text.isWellFormed()).toBe(true)
      expect(before.slice(change.start, change.end).isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ["a\r\nb\r\n", "\r\n"],
  ["a\nb\r\n", "\n"],
  ["\n", "\n"],
  ["a", "\n"],
])("the line break of %j", (text, lineBreak) => {
  expect(lineBreakOf(text)).toBe(lineBreak)
  expect(lineBreakOf(withLineBreak(text, lineBreak))).toBe(lineBreak)
})
