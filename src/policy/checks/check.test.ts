import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { BaselineName, IamConfig } from "../config/config.ts"
import { type Diagnostic, type DiagnosticCode, severities } from "../config/diagnostic.ts"
import { applyFix } from "../config/edit.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import conformance from "../conformance/checks.json" with { type: "json" }
import { checkConfig } from "./check.ts"
import { help } from "./diagnostic.ts"

interface Row {
  readonly config: IamConfig
  readonly baseline?: BaselineName
  readonly expect: readonly string[]
  readonly count?: number
}

const rows: readonly { readonly code: string; readonly severity: string; readonly row: Row }[] =
  conformance.checks.flatMap(({ code, severity, rows }) =>
    rows.map((row) => ({ code, severity, row: JSON.parse(JSON.stringify(row)) })),
  )
const rowOptions = ({ baseline }: Row) => (baseline ? { baseline } : {})

test.each(rows)("$code: $row.expect", ({ code, severity, row }) => {
  const found = checkConfig(row.config, rowOptions(row)).filter((one) => one.code === code)
  expect(new Set(found.map(({ at }) => at))).toEqual(new Set(row.expect))
  if (row.count !== undefined) expect(found).toHaveLength(row.count)
  if (severity !== "by item") for (const one of found) expect(one.severity).toBe(severity)
})

test("every code has rows that fire and rows that don't", () => {
  const fires = (empty: boolean) =>
    new Set(rows.filter(({ row }) => (row.expect.length === 0) === empty).map(({ code }) => code))
  expect(fires(false)).toEqual(new Set(Object.keys(help)))
  expect(fires(true)).toEqual(new Set(Object.keys(help)))
})

/**
 * Fixes put what was wrong in another place at times, so errors are counted by code, not by place. Restoring
 * adds to the role, so that quotas may be met.
 */
function errors(found: readonly Diagnostic[]): ReadonlyMap<DiagnosticCode, number> {
  const counts = new Map<DiagnosticCode, number>()
  for (const { code, severity } of found)
    if (severity === "error" && !code.endsWith("-quota"))
      counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

const isSame = (a: Diagnostic, b: Diagnostic) =>
  a.code === b.code && a.at === b.at && a.subject === b.subject

describe("fixes", () => {
  const fixable = rows.filter(({ row }) =>
    checkConfig(row.config, rowOptions(row)).some(({ fixes }) => fixes?.length),
  )

  test.each(fixable)("$code: each removes its diagnostic and brings no new error", ({ row }) => {
    const before = checkConfig(row.config, rowOptions(row))
    for (const one of before)
      for (const fix of one.fixes ?? []) {
        const after = checkConfig(applyFix(row.config, fix), rowOptions(row))
        expect(after.filter((other) => isSame(one, other))).toEqual([])
        for (const [code, count] of errors(after))
          expect(count, code).toBeLessThanOrEqual(errors(before).get(code) ?? 0)
      }
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
  expect(found.map(({ at }) => at)).toEqual(["/policy/0", "/policy/1"])
})

test("what Jets does anyway comes last of its severity", () => {
  const config = { policy: [{ Version: "2008-10-17", Statement: [] }] }
  const found = checkConfig(config, { baseline: "6.0.5" })
  expect(found.at(-2)?.code).toBe("jets-ignores-document-version")
  expect(found.at(-1)?.code).toBe("jets-adds-vpc-policy")
})

test("an unknown setting is told the nearest name", () => {
  const message = (key: string) => checkConfig({ [key]: [] })[0]?.message
  expect(message("managed_policies")).toContain("Did you mean `managed_policy`?")
  expect(message("default-policy")).toContain("Did you mean `default_policy`?")
  expect(message("Policy")).toContain("Did you mean `policy`?")
  expect(message("Statement")).toContain("The settings are `policy`, ")
  expect(message("x".repeat(100_000))?.length).toBeLessThan(400)
})
