import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyFix, type JsonValue, settings } from "../../policy/index.ts"
import { moveEdits, placeByKey, placeOver } from "./moves.ts"
import { rowsOf } from "./rows.ts"

const { list } = fc.letrec<{ list: JsonValue[] }>((tie) => ({
  list: fc.array(
    fc.oneof(
      { maxDepth: 2 },
      fc.nat().map((seed): JsonValue => `s${seed}`),
      fc.nat().map((seed): JsonValue => ({ Sid: `${seed}` })),
      fc.constantFrom<JsonValue>(null, 7, true),
      tie("list"),
    ),
    { maxLength: 8 },
  ),
}))

const moved = (items: JsonValue[], from: number, to: number) => {
  const edits = moveEdits("policy", rowsOf({ policy: items }, "policy"), from, to)
  return { edits, list: applyFix({ policy: items }, { title: "", edits }).policy }
}

describe("moving a row", () => {
  const cases: { what: string; items: JsonValue[]; from: number; to: number; list: JsonValue[] }[] =
    [
      { what: "the third first", items: ["a", "b", "c"], from: 2, to: 0, list: ["c", "a", "b"] },
      { what: "the first last", items: ["a", "b", "c"], from: 0, to: 2, list: ["b", "c", "a"] },
      { what: "up past a number", items: ["a", 7, "b"], from: 2, to: 1, list: ["a", "b", 7] },
      { what: "down past a number", items: ["a", 7, "b"], from: 0, to: 1, list: [7, "a", "b"] },
      { what: "a number itself", items: ["a", 7, 8, "b"], from: 2, to: 1, list: ["a", 8, 7, "b"] },
      { what: "numbers at the end", items: ["a", 7, 8], from: 0, to: 1, list: [7, "a", 8] },
      {
        what: "out of a list in the list",
        items: ["a", [null, "b", ["c"]], "d"],
        from: 2,
        to: 0,
        list: ["c", "a", "b", "d"],
      },
    ]
  test.each(cases)("$what", ({ items, from, to, list: after }) => {
    expect(moved(items, from, to).list).toEqual(after)
  })

  test("is one edit where a list can use all its rows, and none to its own place", () => {
    expect(moved(["a", "b", "c"], 2, 0).edits).toEqual([
      { edit: "move", at: "/policy/2", index: 0 },
    ])
    expect(moved(["a", "b"], 1, 1).edits).toEqual([])
    expect(moved(["a", "b"], 0, 2).edits).toEqual([])
    expect(moved(["a", "b"], -1, 0).edits).toEqual([])
  })

  test("takes the place, and the others keep their order, in any list", () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), list, fc.nat(), fc.nat(), (of, items, one, two) => {
        const rows = rowsOf({ [of]: items }, of)
        if (rows.length === 0) return
        const [from, to] = [one % rows.length, two % rows.length]
        const edits = moveEdits(of, rows, from, to)
        const after = rowsOf(applyFix({ [of]: items }, { title: "", edits }), of)
        const values = rows.map((row) => row.value)
        expect(after.map((row) => row.value)).toEqual(
          values.toSpliced(from, 1).toSpliced(to, 0, ...values.slice(from, from + 1)),
        )
      }),
    )
  })
})

describe("where a row lands", () => {
  test.each([
    { from: 2, over: 0, half: "upper", to: 0 },
    { from: 2, over: 0, half: "lower", to: 1 },
    { from: 2, over: 1, half: "lower", to: 2 },
    { from: 2, over: 2, half: "upper", to: 2 },
    { from: 2, over: 2, half: "lower", to: 2 },
    { from: 2, over: 3, half: "upper", to: 2 },
    { from: 2, over: 3, half: "lower", to: 3 },
    { from: 0, over: 3, half: "upper", to: 2 },
  ] as const)("from $from over the $half half of $over: $to", ({ from, over, half, to }) => {
    expect(placeOver(from, over, half)).toBe(to)
  })

  test.each([
    { key: "ArrowUp", place: 1, to: 0 },
    { key: "ArrowUp", place: 0, to: 0 },
    { key: "ArrowDown", place: 1, to: 2 },
    { key: "ArrowDown", place: 2, to: 2 },
    { key: "Home", place: 2, to: 0 },
    { key: "End", place: 0, to: 2 },
    { key: "x", place: 0, to: undefined },
  ])("$key at place $place of 3: $to", ({ key, place, to }) => {
    expect(placeByKey(key, place, 3)).toBe(to)
  })
})
