import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import type { IamConfig } from "./config.ts"
import { keepItems } from "./keepItems.ts"

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value))

test("what is written alike is the very same, and the result is what was read", () => {
  fc.assert(
    fc.property(anyConfig, anyConfig, (before, after) => {
      const kept = keepItems(copy(before), copy(after))
      expect(JSON.stringify(kept)).toBe(JSON.stringify(after))
      expect(keepItems(kept, copy(kept))).toBe(kept)
    }),
  )
})

test("an item that stays is kept while another changes, comes or goes", () => {
  const [a, c] = [{ Sid: "a" }, { Sid: "c" }]
  const before: IamConfig = { policy: [a, { Sid: "b" }, c], note: { x: 1 } }
  for (const middle of [[{ Sid: "typed" }], [], [{ Sid: "b" }, { Sid: "new" }]]) {
    const after = keepItems(before, copy({ policy: [a, ...middle, c], note: { x: 1 } }))
    const { policy } = after
    expect(Array.isArray(policy) && policy[0]).toBe(a)
    expect(Array.isArray(policy) && policy.at(-1)).toBe(c)
    expect(after.note).toBe(before.note)
  }
})

test("another order of keys is another item", () => {
  const before = { policy: [{ a: 1, b: 2 }] }
  expect(JSON.stringify(keepItems(before, { policy: [{ b: 2, a: 1 }] }))).toBe(
    '{"policy":[{"b":2,"a":1}]}',
  )
})
