// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import fc from "fast-check"
import { expect, test } from "vitest"
import { hasVariable, replaceVariables, variablesIn, withoutVariables } from "./variable.ts"

test.each([
  ["", []],
  ["$ {a} $a {b}", []],
  ["x${aws:userid}/y", [{ inner: "aws:userid", closed: true, name: "aws:userid" }]],
  [
    "${aws:PrincipalTag/team, 'none'}",
    [
      {
        inner: "aws:PrincipalTag/team, 'none'",
        closed: true,
        name: "aws:PrincipalTag/team",
        fallback: " 'none'",
      },
    ],
  ],
  ["${a, 'b, c'}", [{ inner: "a, 'b, c'", closed: true, name: "a", fallback: " 'b, c'" }]],
  [
    "${a${b}",
    [
      { inner: "a", closed: false, name: "a" },
      { inner: "b", closed: true, name: "b" },
    ],
  ],
  ["$${}", [{ inner: "", closed: true, name: "" }]],
  ["${a}}", [{ inner: "a", closed: true, name: "a" }]],
  ["${a", [{ inner: "a", closed: false, name: "a" }]],
])("the variables of %j", (text, expected) => {
  expect(variablesIn(text)).toEqual(expected)
})

test.each([
  ["a${b}c${d}", true, "ac"],
  ["${*}*", true, "*"],
  ["a${b", true, "ab"],
  ["plain", false, "plain"],
])("%j has a variable: %s; without: %j", (text, has, without) => {
  expect(hasVariable(text)).toBe(has)
  expect(withoutVariables(text)).toBe(without)
})

test("what is replaced by itself stays", () => {
  const piece = fc.constantFrom("${", "}", "$", "{", "a", ",", " ", "#{", "'")
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join("")
      const same = replaceVariables(text, ({ inner, closed }) => `\${${inner}${closed ? "}" : ""}`)
      expect(same).toBe(text)
    }),
  )
})

test("long texts are no burden", () => {
  expect(variablesIn("${".repeat(200_000))).toHaveLength(200_000)
  expect(variablesIn(`\${${"a".repeat(5_000_000)}`)).toHaveLength(1)
})
