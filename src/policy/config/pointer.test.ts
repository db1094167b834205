import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { below, isWithin, type Pointer, pointerKeys } from "./pointer.ts"

describe("a pointer and its keys (the examples of RFC 6901, section 5)", () => {
  const cases: { keys: string[]; pointer: Pointer }[] = [
    { keys: [], pointer: "" },
    { keys: ["foo"], pointer: "/foo" },
    { keys: ["foo", "0"], pointer: "/foo/0" },
    { keys: [""], pointer: "/" },
    { keys: ["a/b"], pointer: "/a~1b" },
    { keys: ["c%d"], pointer: "/c%d" },
    { keys: ['k"l'], pointer: '/k"l' },
    { keys: [" "], pointer: "/ " },
    { keys: ["m~n"], pointer: "/m~0n" },
    { keys: ["~1", "~0/~"], pointer: "/~01/~00~1~0" },
  ]
  test.each(cases)("$pointer", ({ keys, pointer }) => {
    expect(keys.reduce<Pointer>(below, "")).toBe(pointer)
    expect(pointerKeys(pointer)).toEqual(keys)
  })
  test("any keys come back", () => {
    const key = fc.string({ unit: fc.constantFrom("~", "/", "0", "1", "a") })
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        expect(pointerKeys(keys.reduce<Pointer>(below, ""))).toEqual(keys)
      }),
    )
  })
  test("an index is a key", () => {
    expect(below("/policy", 10)).toBe("/policy/10")
  })
})

describe("isWithin", () => {
  const cases: [pointer: Pointer, base: Pointer, within: boolean][] = [
    ["", "", true],
    ["/a", "", true],
    ["/a", "/a", true],
    ["/a/b", "/a", true],
    ["/ab", "/a", false],
    ["/a", "/a/b", false],
    ["/a~1b", "/a", false],
    ["", "/a", false],
  ]
  test.each(cases)("%j in %j: %j", (pointer, base, within) => {
    expect(isWithin(pointer, base)).toBe(within)
  })
})
