import { expect, test } from "vitest"
import type { Pointer } from "../../policy/index.ts"
import { placesIn } from "./places.ts"
import { offsetsOf } from "./textRange.ts"

const text = `{
  // why
  "policy": ["s3", {"Action": ["s3:Get*"], "a/b": 1}],
  "policy": [{"Sid": "last", "Sid": "twice"}, {"x~/": true}],
  "__proto__": {"k": 0}
}
`
const find = placesIn(text)
const piece = (at: Pointer) => {
  const { value, mark } = find(at)
  return [text.slice(value.start, value.end), text.slice(mark.start, mark.end)]
}

test.each([
  { at: "/policy/0/Sid", value: '"twice"', mark: '"twice"' },
  { at: "/policy/1", value: '{"x~/": true}', mark: "{" },
  { at: "/policy/1/x~0~1", value: "true", mark: "true" },
  { at: "/__proto__", value: '{"k": 0}', mark: '"__proto__"' },
  {
    title: "a place that isn't written",
    at: "/policy/7/Action",
    value: undefined,
    mark: '"policy"',
  },
  { title: "an absent list", at: "/default_policy/0", value: "{", mark: "{" },
  { title: "a key of a list", at: "/policy/x", value: undefined, mark: '"policy"' },
] as const)("$at is $mark", ({ at, value, mark }) => {
  const [foundValue, foundMark] = piece(at)
  expect(foundMark).toBe(mark)
  if (value !== undefined) expect(foundValue).toBe(value)
})

test.each(["", "[", '{"policy": [', "nonsense"])("broken text has places too: %j", (broken) => {
  const { value } = placesIn(broken)("/policy/0")
  expect(value.start).toBeLessThanOrEqual(value.end)
  expect(value.end).toBeLessThanOrEqual(broken.length)
})

test("a range of lines and columns as offsets", () => {
  const range = { line: 2, column: 3, endLine: 3, endColumn: 2 }
  for (const lines of ["ab\ncdef\nghi", "ab\r\ncdef\r\nghi"]) {
    const { start, end } = offsetsOf(lines, range)
    expect(lines.slice(start, end).replace("\r", "")).toBe("ef\ng")
  }
  expect(offsetsOf("a", range)).toEqual({ start: 1, end: 1 })
})
