import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { type DiagnosticCode, severities } from "../config/diagnostic.ts"
import { applyFix } from "../config/edit.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { checkRows, fixesThatFail, rowOptions } from "../conformance/checkRows.ts"
import { checkConfig } from "./check.ts"
import { codes } from "./help.ts"

/** The rows that need no catalog; those that do are src/catalog/checks.test.ts's. */
const rows = checkRows.filter(({ needsCatalog }) => !needsCatalog)

test.each(rows)("$code: $row.expect", ({ code, severity, row }) => {
  const found = checkConfig(row.config, rowOptions(row)).filter((one) => one.code === code)
  expect(new Set(found.map(({ at }) => at))).toEqual(new Set(row.expect))
  if (row.count !== undefined) expect(found).toHaveLength(row.count)
  if (severity !== "by item") for (const one of found) expect(one.severity).toBe(severity)
})

test("every code has rows that fire and rows that don't", () => {
  const fires = (empty: boolean) =>
    new Set(
      checkRows.filter(({ row }) => (row.expect.length === 0) === empty).map(({ code }) => code),
    )
  expect(fires(false)).toEqual(new Set(codes))
  expect(fires(true)).toEqual(new Set(codes))
})

test("what needs the catalog is silent without it", () => {
  for (const { code, needsCatalog, row } of checkRows)
    if (needsCatalog)
      expect(checkConfig(row.config, rowOptions(row)).map((one) => one.code)).not.toContain(code)
})

describe("fixes", () => {
  const fixable = checkRows.filter(({ row }) =>
    checkConfig(row.config, rowOptions(row)).some(({ fixes }) => fixes?.length),
  )

  test.each(fixable)("$code: each removes its diagnostic and brings no new error", ({ row }) => {
    const judge = (config: IamConfig) => checkConfig(config, rowOptions(row))
    expect(fixesThatFail(row.config, judge)).toEqual([])
  })

  test("end, whatever the settings", () => {
    fc.assert(
      fc.property(anyConfig, fc.boolean(), (config: IamConfig, docs) => {
        const options = { baseline: docs ? "docs" : "6.0.5" } as const
        let now = config
        for (let step = 0; step < 200; step++) {
          const fix = checkConfig(now, options).flatMap(({ fixes }) => fixes ?? [])[0]
          if (!fix) return
          now = applyFix(now, fix)
        }
        expect.unreachable(JSON.stringify(config))
      }),
    )
  })
})

test("any JSON object can be judged, with useful answers", () => {
  fc.assert(
    fc.property(anyConfig, fc.boolean(), (config: IamConfig, docs) => {
      const before = JSON.stringify(config)
      const found = checkConfig(config, { baseline: docs ? "docs" : "6.0.5" })
      expect(JSON.stringify(config)).toBe(before)
      const ranks = found.map(({ severity }) => severities.indexOf(severity))
      expect(ranks).toEqual([...ranks].sort())
      for (const { message, help, at } of found) {
        expect(message).toMatch(/^[^\n]*[.?]$/)
        expect(message.split("`").length % 2).toBe(1)
        expect(help).toMatch(/^https:\/\//)
        expect(at === "" || at.startsWith("/")).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test.each<[string, IamConfig]>([
  ["a key __proto__", JSON.parse('{"__proto__": ["s3"], "policy": [{"__proto__": 1}]}')],
  [
    "keys of Object's",
    { policy: [{ Action: "s3", Condition: { constructor: { toString: {} } } }] },
  ],
  ["nested lists", { policy: [[[["s3", [null, [7]]]]]], default_policy: [[[]]] }],
  ["wrong types", { policy: 1, managed_policy: {}, default_policy: null, default_vpc_policy: "x" }],
  ["wrong parts", { policy: [{ Statement: [null, 1, []] }, { PolicyDocument: null }] }],
])("%s can be judged", (_, config) => {
  expect(checkConfig(config).length).toBeGreaterThan(0)
})

test("equal items are judged once, at the first", () => {
  const found = checkConfig({ policy: [7, "*", [7, "*"]] })
  const places = (code: DiagnosticCode) =>
    found.filter((one) => one.code === code).map(({ at }) => at)
  expect(places("invalid-policy-item")).toEqual(["/policy/0"])
  expect(places("jets-shorthand-of-star")).toEqual(["/policy/1"])
})

test("what Jets does anyway comes last of its severity", () => {
  const config = { policy: [{ Version: "2008-10-17", Statement: [] }] }
  const found = checkConfig(config, { baseline: "6.0.5" })
  expect(found.slice(-3).map(({ code }) => code)).toEqual([
    "jets-ignores-document-version",
    "defaults-are-broad",
    "jets-adds-vpc-policy",
  ])
})

test("an unknown setting is told the nearest name", () => {
  const message = (key: string) => checkConfig({ [key]: [] })[0]?.message
  expect(message("managed_policies")).toContain("Did you mean `managed_policy`?")
  expect(message("default-policy")).toContain("Did you mean `default_policy`?")
  expect(message("Policy")).toContain("Did you mean `policy`?")
  expect(message("Statement")).toContain("The settings are `policy`, ")
  expect(message("x".repeat(100_000))?.length).toBeLessThan(400)
})
