import fc from "fast-check"
import { expect, test } from "vitest"
import { carryIds } from "./carryIds.ts"

const carry = (before: string[], after: string[]) => {
  let next = before.length
  const rows = { values: before, ids: before.map((_, index) => index) }
  return carryIds(rows, after, () => next++).ids
}

test.each([
  { title: "the same list", before: "abc", after: "abc", ids: [0, 1, 2] },
  { title: "one more at the end", before: "ab", after: "abc", ids: [0, 1, 2] },
  { title: "one more in front", before: "ab", after: "cab", ids: [2, 0, 1] },
  { title: "one gone", before: "abc", after: "ac", ids: [0, 2] },
  { title: "one replaced in place", before: "abc", after: "axc", ids: [0, 1, 2] },
  { title: "moved to the front", before: "abc", after: "cab", ids: [2, 0, 1] },
  { title: "duplicated", before: "ab", after: "aab", ids: [0, 2, 1] },
  { title: "all replaced by fewer", before: "abc", after: "xy", ids: [3, 4] },
  { title: "equal values moved", before: "aab", after: "baa", ids: [2, 0, 1] },
])("$title", ({ before, after, ids }) => {
  expect(carry([...before], [...after])).toEqual(ids)
})

test("ids are never given twice, and what stays keeps its own", () => {
  const list = fc.array(fc.constantFrom(..."abcde"), { maxLength: 8 })
  fc.assert(
    fc.property(list, list, (before, after) => {
      const ids = carry(before, after)
      expect(ids).toHaveLength(after.length)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})
