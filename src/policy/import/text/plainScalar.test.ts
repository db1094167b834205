import { expect, test } from "vitest"
import { plainScalar } from "./plainScalar.ts"

test.each([
  ["", null],
  ["~", null],
  ["null", null],
  ["true", true],
  ["False", false],
  ["yes", "yes"],
  ["0", 0],
  ["3600", 3600],
  ["-5", -5],
  ["1.5", 1.5],
  ["12345678901", 12345678901],
  ["123456789012", "123456789012"],
  ["012345678901", "012345678901"],
  ["010", "010"],
  ["2012-10-17", "2012-10-17"],
  ["1e3", "1e3"],
  ["1_000", "1_000"],
  ["0x1F", "0x1F"],
  [".inf", ".inf"],
  ["1:20", "1:20"],
])("%s is %j", (text, value) => {
  expect(plainScalar(text)).toBe(value)
})
