import fc from "fast-check"
import { expect, test } from "vitest"
import type { JsonValue } from "../iam/document.ts"
import { settings } from "./config.ts"
import { formatConfig } from "./format.ts"
import { parseConfig } from "./parse.ts"

test("settings come in the canonical order, other keys after them as they were", () => {
  const config = {
    zeta: 1,
    default_vpc_policy: [],
    alpha: { policy: 1, b: 2, a: 1 },
    policy: ["s3", { Resource: "*", Action: [] }],
    default_managed_policy: null,
    managed_policy: "x",
    default_policy: [],
  }
  expect(formatConfig(config)).toBe(`{
  "policy": [
    "s3",
    {
      "Resource": "*",
      "Action": []
    }
  ],
  "managed_policy": "x",
  "default_policy": [],
  "default_managed_policy": null,
  "default_vpc_policy": [],
  "zeta": 1,
  "alpha": {
    "policy": 1,
    "b": 2,
    "a": 1
  }
}
`)
})

test("nothing set is an empty object", () => {
  expect(formatConfig({})).toBe("{}\n")
})

test("an inherited setting is not written", () => {
  expect(formatConfig(Object.create({ policy: ["s3"] }))).toBe("{}\n")
})

test("__proto__ survives", () => {
  const config = Object.fromEntries([["__proto__", { policy: ["s3"] }]])
  expect(formatConfig(config)).toBe(
    '{\n  "__proto__": {\n    "policy": [\n      "s3"\n    ]\n  }\n}\n',
  )
})

test("parseConfig reads back what formatConfig wrote, and it is written the same again", () => {
  const key = fc.oneof(fc.constantFrom("__proto__", ...settings), fc.string())
  const value = fc.json().map((text): JsonValue => JSON.parse(text))
  const config = fc.array(fc.tuple(key, value)).map((entries) => Object.fromEntries(entries))
  fc.assert(
    fc.property(config, (value) => {
      const text = formatConfig(value)
      const parsed = parseConfig(text)
      expect(parsed.issues).toEqual([])
      expect(parsed.value).toEqual(value)
      expect(formatConfig(parsed.value ?? {})).toBe(text)
    }),
  )
})
