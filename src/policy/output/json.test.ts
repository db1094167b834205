import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anyConfig, hostileStrings } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { written } from "../conformance/written.ts"
import { buildRole, type Role } from "../role/build.ts"
import { toJson } from "./json.ts"

/** Byte for byte what JSON.stringify writes of the whole. */
function expectJson(role: Role) {
  expect(toJson(role)).toBe(`${JSON.stringify(written(role), null, 2)}\n`)
}

test("an empty role is {}", () => {
  expect(toJson({ Policies: [], ManagedPolicyArns: [] })).toBe("{}\n")
})

test("one list alone", () => {
  expect(toJson({ Policies: [], ManagedPolicyArns: ["arn:a", "arn:b"] })).toBe(
    '{\n  "ManagedPolicyArns": [\n    "arn:a",\n    "arn:b"\n  ]\n}\n',
  )
})

describe("it is the role's JSON", () => {
  test.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
    "of recorded case $index",
    ({ config }) => {
      const role = buildRole(config, { baseline: "6.0.5" })
      expectJson(role)
      expect(JSON.parse(toJson(role))).toEqual(written(role))
    },
  )

  test.each(hostileStrings.map((text) => ({ text })))("with $text everywhere", ({ text }) => {
    const policy = { PolicyName: text, PolicyDocument: { Version: text, Statement: [{}] } }
    const statement = { Action: text, [text]: [text, { [text]: text }] }
    for (const items of [[text], [text, statement], [policy, statement, text], [statement, policy]])
      expectJson(buildRole({ policy: items, managed_policy: [`arn:${text}`] }, { scope: "custom" }))
  })

  test("of any settings", () => {
    fc.assert(
      fc.property(anyConfig, (config) => expectJson(buildRole(config))),
      { numRuns: 1000 },
    )
  })
})

test.each([
  { text: "\ud800", read: "\ufffd" },
  { text: "a\udc00b\ud800", read: "a\ufffdb\ufffd" },
  { text: "\ude00\ud83d", read: "\ufffd\ufffd" },
  { text: "\ud83d\ude00", read: "😀" },
  { text: "\\ud800", read: "\\ud800" },
  { text: "\\\ud800", read: "\\\ufffd" },
  { text: '"\\\\ud800\ud800', read: '"\\\\ud800\ufffd' },
])("$text is read as $read", ({ text, read }) => {
  const policy = [`a:${text}`, { Action: text, [text]: 1 }]
  const json = toJson(buildRole({ policy }, { scope: "custom" }))
  expect(JSON.parse(json).Policies[0].PolicyDocument.Statement).toEqual([
    { Action: [`a:${read}`], Effect: "Allow", Resource: "*" },
    { Action: read, [read]: 1 },
  ])
})
