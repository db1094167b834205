import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import { readPlainJson } from "./plainJson.ts"

test.each([
  ['{"a": "}\\"]: {", "b\\\\": [1, -0, {}], "__proto__": null}', true],
  ['{"a": 123456789012345}', true],
  ['{"a": 1234567890123456}', false],
  ['{"a": 1.0}', false],
  ['{"a": 1e3}', false],
  ['{"a": 1, "a": 1}', false],
  ['{"x": [{"a": 1, "\\u0061": 2}]}', false],
  ["[[[[]]]]", true],
  ["[[[[[]]]]]", false],
  ['{"a": 1,}', false],
  ["{} // why", false],
  ['{"a', false],
  ["", false],
])("%s is plain: %s", (text, isPlain) => {
  const value = readPlainJson(text, 4)
  expect(value !== undefined).toBe(isPlain)
  if (isPlain) expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)))
})

test("what it reads is what JSON.parse reads", () => {
  fc.assert(
    fc.property(anyConfig, fc.constantFrom(0, 2), (config, indent) => {
      const text = JSON.stringify(config, null, indent)
      const value = readPlainJson(text, 200)
      if (value !== undefined) expect(JSON.stringify(value, null, indent)).toBe(text)
    }),
  )
})
