import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import jsYaml from "js-yaml"
import { describe, expect, test } from "vitest"
import { parse } from "yaml"
import { anyConfig, hostileStrings } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { written } from "../conformance/written.ts"
import { buildRole } from "../role/build.ts"
import { toYaml } from "./yaml.ts"

const golden = (name: string) =>
  readFileSync(new URL(`../conformance/${name}`, import.meta.url), "utf8")

test.each([
  { file: "defaults.yml", config: {}, options: {} },
  { file: "custom-s3-ec2.yml", config: { policy: ["s3", "ec2"] }, options: { scope: "custom" } },
] as const)("$file comes out byte for byte", ({ file, config, options }) => {
  expect(toYaml(buildRole(config, options))).toBe(golden(file))
})

test("an empty role is {}", () => {
  expect(toYaml({ Policies: [], ManagedPolicyArns: [] })).toBe("{}\n")
})

const readers = {
  "YAML 1.2 (yaml)": (text: string) => parse(text, { version: "1.2" }),
  "YAML 1.1 (yaml)": (text: string) => parse(text, { version: "1.1" }),
  "YAML with dates and merge keys (js-yaml)": (text: string) => jsYaml.load(text),
}

describe.each(Object.entries(readers))("read back by %s", (_name, read) => {
  test.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
    "recorded case $index is the role",
    ({ config }) => {
      const role = buildRole(config, { baseline: "6.0.5" })
      expect(read(toYaml(role))).toEqual(written(role))
    },
  )

  test.each(hostileStrings.map((text) => ({ text })))("$text stays that text", ({ text }) => {
    const role = buildRole(
      {
        policy: [{ Action: text, [text]: [text], Effect: text }, text],
        managed_policy: [`arn:${text}`],
      },
      { scope: "custom" },
    )
    expect(JSON.stringify(read(toYaml(role)))).toBe(JSON.stringify(written(role)))
  })

  test("any settings' YAML is their role, each scalar on one line", () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        const role = buildRole(config)
        const text = toYaml(role)
        expect(read(text)).toEqual(written(role))
        expect(text).toMatch(/[^\n]\n$/)
        expect(text).not.toMatch(/\n\n/)
      }),
      { numRuns: 1000 },
    )
  })
})

const ruby = spawnSync("ruby", ["--version"]).status === 0

test.runIf(ruby)("Ruby's Psych reads every hostile string as that text", () => {
  for (const text of hostileStrings) {
    const role = buildRole({ policy: [{ Action: text, Effect: [text] }] }, { scope: "custom" })
    const script = "require 'yaml'; require 'json'; print JSON.generate(YAML.safe_load(STDIN.read))"
    const read = spawnSync("ruby", ["-e", script], { input: toYaml(role), encoding: "utf8" })
    expect(JSON.parse(read.stdout)).toEqual(written(role))
  }
})
