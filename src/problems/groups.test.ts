import { expect, test } from "vitest"
import type { Diagnostic, DiagnosticCode, Severity } from "../policy/index.ts"
import { groupsOf } from "./groups.ts"

const some = (code: DiagnosticCode, severity: Severity, count: number) =>
  Array.from(
    { length: count },
    (_, index): Diagnostic => ({ code, severity, message: "", at: `/policy/${index}` }),
  )

test.each([
  ["a few are all listed", some("service-wildcard", "info", 4), [[4, 0]]],
  ["many of a kind stand behind more", some("service-wildcard", "info", 9), [[3, 6]]],
  ["of errors more are listed", some("invalid-effect", "error", 21), [[21, 0]]],
  ["thousands never are", some("invalid-effect", "error", 2_000), [[20, 280]]],
  [
    "kinds keep their order",
    [...some("invalid-effect", "error", 1), ...some("service-wildcard", "info", 5)],
    [
      [1, 0],
      [3, 2],
    ],
  ],
  [
    "severities of one code are apart",
    [
      ...some("default-permission-removed", "error", 1),
      ...some("default-permission-removed", "info", 1),
    ],
    [
      [1, 0],
      [1, 0],
    ],
  ],
  ["none", [], []],
] as const)("%s", (_, found, sizes) => {
  const groups = groupsOf(found, undefined)
  expect(groups.map(({ shown, more }) => [shown.length, more.length])).toEqual(sizes)
})

test("one kind is kept where it is asked for", () => {
  const found = [...some("invalid-effect", "error", 2), ...some("service-wildcard", "info", 1)]
  expect(groupsOf(found, "info").map(({ first }) => first.code)).toEqual(["service-wildcard"])
})
