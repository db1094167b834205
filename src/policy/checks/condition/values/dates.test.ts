import { expect, test } from "vitest"
import type { JsonValue } from "../../../iam/document.ts"
import { codesOf } from "../judged.ts"

const codes = (value: JsonValue) => codesOf({ DateLessThan: { "aws:CurrentTime": value } })
test.each([
  ..."2030 2030-12 2030-12-31 2028-02-29 2000-02-29 2030-01-02T03:04Z 2030-01-02T03:04:05.678Z".split(
    " ",
  ),
  ..."2030-01-02T23:59:59-12:30 2030-01-02T03:04:05+0100 123".split(" "),
  2030,
])("%s", (value) => {
  expect(codes(value)).toEqual([])
})
test.each([
  ..."2030-00 2030-13 2030-04-31 2029-02-29 1900-02-29 2030-1-2 20301231T 2030-01-02T24:00Z".split(
    " ",
  ),
  ..."2030-01-02T03:04:60Z 2030-01-02T03:04:05 2030-01T03:04Z 2030-01-02T03:04Z+01 tomorrow".split(
    " ",
  ),
  "",
  true,
])("%s is none", (value) => {
  expect(codes(value)).toEqual(["type-mismatch-date"])
})
test.each(["10000", "1893456000.5", 1893456000])("%s is better written out", (value) => {
  expect(codes(value)).toEqual(["invalid-date-value"])
})
