import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import recorded from "../../policy/conformance/ruby-import.json" with { type: "json" }
import { parseRuby } from "../../policy/index.ts"
import { createParse } from "./prism.ts"

const file = new URL("../../../node_modules/@ruby/prism/src/prism.wasm", import.meta.url)
const parse = createParse(new WebAssembly.Module(readFileSync(file)))

const read = (ruby: string) => {
  const { value, issues } = parseRuby(ruby, parse, "6.0.5")
  const left = issues.filter(({ severity }) => severity !== "warning")
  return { value, issues, lines: left.map(({ range }) => range?.line) }
}

describe("the recorded texts", () => {
  test.each(recorded.cases)("$name", ({ ruby, expected }) => {
    const { value, issues, lines } = read(ruby)
    const { config, unreadable, syntaxError, stringKeys, symbolItems } = {
      syntaxError: false,
      stringKeys: false,
      symbolItems: false,
      ...expected,
    }
    if (syntaxError) {
      expect(value).toBeUndefined()
      expect(issues[0]).toMatchObject({ code: "invalid-ruby" })
      expect(issues[0]?.range).toBeDefined()
      return
    }
    expect(value).toEqual(config)
    for (const [setting, list] of Object.entries(config))
      expect(JSON.stringify(value?.[setting])).toBe(JSON.stringify(list))
    expect(lines).toEqual(unreadable)
    const warnings = issues.filter(({ severity }) => severity === "warning")
    if (stringKeys || symbolItems) expect(warnings).not.toEqual([])
  })
})

const iam = "config.codebuild.iam"

/** Texts beside the recorded ones: what comes in, and the lines of what doesn't. */
const texts: readonly {
  name: string
  ruby: string
  config: Readonly<Record<string, unknown>>
  lines?: readonly number[]
}[] = [
  { name: "||", ruby: `x = ENV["A"] || ["s3"]\n${iam}.policy = x`, config: {}, lines: [1] },
  { name: "||= on a setting", ruby: `${iam}.policy ||= ["s3"]`, config: {}, lines: [1] },
  {
    name: "a variable that only an if assigns",
    ruby: `if ENV["X"]\n  x = ["s3"]\nend\n${iam}.policy = x`,
    config: {},
    lines: [1],
  },
  {
    name: "a block around other code, a variable only compared in an if",
    ruby: `env = "a"\nputs 1 if env == "b"\n${iam}.policy = ["s3:#{env}"]`,
    config: { policy: ["s3:a"] },
  },
  {
    name: "an unread method that changes a list",
    ruby: `x = %w[s3]\nx.delete("s3")\n${iam}.policy = x`,
    config: { policy: ["s3"] },
    lines: [2],
  },
  {
    name: "an unread method that changes a setting",
    ruby: `${iam}.policy.unshift("s3")`,
    config: {},
    lines: [1],
  },
  {
    name: "minus a list with an unreadable item",
    ruby: `x = ["ec2",\n  ENV["A"]]\n${iam}.policy = ["s3", "ec2"] - x`,
    config: {},
    lines: [2],
  },
  {
    name: "union with what can't be read",
    ruby: `${iam}.policy = ["s3"] | x | ["s3", "ec2"]`,
    config: { policy: ["s3", "ec2"] },
    lines: [1],
  },
  { name: "a setting that is only shown", ruby: `puts ${iam}.policy`, config: {} },
  { name: "an unreadable item pushed alone", ruby: `${iam}.policy << x`, config: {}, lines: [1] },
  {
    name: "an unreadable part of a hash that is the whole value",
    ruby: `${iam}.policy = ["s3"]\n${iam}.policy = {Action: x}`,
    config: { policy: ["s3"] },
    lines: [2],
  },
  { name: "a lone hash with an unreadable part", ruby: "{Action: x}", config: {}, lines: [1] },
  {
    name: "a method that changes the settings",
    ruby: `def add\n  ${iam}.policy << "s3"\nend\nadd`,
    config: {},
    lines: [1],
  },
  {
    name: "settings by index, a whole iam, someone else's iam",
    ruby: `${iam}[:policy] = []\n${iam} = nil\nsettings.iam.policy = []`,
    config: {},
    lines: [1, 2, 3],
  },
  {
    name: "several at once, with a rest",
    ruby: `a, *b, c = %w[s3 ec2 rds sns]\n${iam}.policy, ${iam}.managed_policy = [a, b, c], []`,
    config: { policy: ["s3", ["ec2", "rds"], "sns"], managed_policy: [] },
  },
  {
    name: "a text changed in place",
    ruby: `s = "s3:"\ns << "Get*"\n${iam}.policy = [s]`,
    config: { policy: ["s3:Get*"] },
  },
  {
    name: "a frozen list changed in place",
    ruby: `S = ["s3"].freeze\nS << "ec2"\n${iam}.policy = S`,
    config: { policy: ["s3"] },
    lines: [2],
  },
  {
    name: "one key twice, as what it means",
    ruby: `${iam}.policy = [{Action: 1, "Action" => 2},\n{action: 1, Action: 2},\n{1 => 2}, "s3"]`,
    config: { policy: ["s3"] },
    lines: [1, 2, 3],
  },
  {
    name: "numbers in texts as Ruby writes them",
    ruby: `${iam}.policy = ["#{1.0} #{1e20} #{1e-5} #{-0.0} #{123456.789e3} #{nil}#{true}"]`,
    config: { policy: ["1.0 1.0e+20 1.0e-05 -0.0 123456789.0 true"] },
  },
  {
    name: "numbers that JSON can't hold, and those that it can",
    ruby: `${iam}.policy = [12345678901234567890,\n3r,\n1e999,\n4294967296, -2147483649]`,
    config: { policy: [4294967296, -2147483649] },
    lines: [1, 2, 3],
  },
  {
    name: "a byte order mark that a text begins with",
    ruby: `${iam}.policy = ["\\uFEFFx", "\\uFEFF x", "\uFEFFy", "\\xEF\\xBB\\xBFz", " \uFEFF"]`,
    config: { policy: ["\uFEFFx", "\uFEFF x", "\uFEFFy", "\uFEFFz", " \uFEFF"] },
  },
  {
    name: "no UTF-8",
    ruby: `${iam}.policy = ["\\xff", "s3"]`,
    config: { policy: ["s3"] },
    lines: [1],
  },
  {
    name: "another encoding named in a comment",
    ruby: `# encoding: shift_jis\n${iam}.policy = ["é"]`,
    config: { policy: ["é"] },
  },
  {
    name: "a key __proto__",
    ruby: `${iam}.policy = [{"__proto__": {a: 1}}]`,
    config: { policy: [JSON.parse('{"__proto__": {"a": 1}}')] },
  },
  {
    name: "nil that an if fills",
    ruby: `x = nil\nx = ["s3"] if ENV["X"]\n${iam}.policy = ["a", *x]\n${iam}.managed_policy = x`,
    config: { policy: ["a"], managed_policy: [] },
    lines: [2],
  },
  {
    name: "nil that ||= fills, in braces",
    ruby: `x = nil\nx ||= {Condition: {}}\n${iam}.policy = [{Action: "s3:*", **x}]`,
    config: { policy: [] },
    lines: [2],
  },
  {
    name: "a statement that gets its Condition by what isn't read",
    ruby: `x = {Action: "s3:*", Effect: "Allow", Resource: "*"}\nx[:Condition] = {Bool: {"aws:SecureTransport": true}}\n${iam}.policy = [x, "ec2"]`,
    config: { policy: ["ec2"] },
    lines: [2],
  },
  {
    name: "a document with such a statement",
    ruby: `x = {Action: "s3:*"}\nx.merge!(Effect: "Deny") if ENV["X"]\n${iam}.policy = [{Statement: [x]}, "ec2"]`,
    config: { policy: ["ec2"] },
    lines: [2],
  },
  {
    name: "parameters of the block without a name",
    ruby: `Jets.bootstrap.configure { _1.codebuild.iam.policy = ["s3"] }`,
    config: { policy: ["s3"] },
  },
]

test.each(texts)("$name", ({ ruby, config, lines = [] }) => {
  const found = read(ruby)
  expect(JSON.stringify(found.value)).toBe(JSON.stringify(config))
  expect(found.lines).toEqual(lines)
})

describe("a stranger's text never costs more than its length", () => {
  const small = `${iam}.policy = ["s3"]`
  const limit = ["too-large", "nested-too-deeply"]
  test.each([
    `x = ["s3"]\n${"x += x\n".repeat(60)}${iam}.policy = x`,
    `x = "s3"\n${'x = "#{x}#{x}"\n'.repeat(60)}${iam}.policy = [x]`,
    `x = ["s3"]\n${"x = [x, x]\n".repeat(60)}${iam}.policy = x`,
    `x = {a: 1}\n${"x = {a: x, b: x}\n".repeat(60)}${iam}.policy = [x]`,
    `x = []\nx << x\n${iam}.policy = x`,
    `x = []\nx << x\n${iam}.policy = [x] - [x]`,
    `${iam}.policy = ${"[".repeat(400)}${"]".repeat(400)}`,
    `${iam}.policy = ${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    `${iam}.policy = [1]${" + [1]".repeat(20_000)}`,
    '"#{'.repeat(100_000),
    `${iam}.policy = [${"9".repeat(100_000)}]`,
    "x".repeat(5_000_000),
  ])("%#", (ruby) => {
    const { value, issues } = parseRuby(ruby, parse)
    expect(value).toBeUndefined()
    expect(limit).toContain(issues[0]?.code)
    expect(parseRuby(small, parse).value).toEqual({ policy: ["s3"] })
  })

  test("a megabyte of items, or of code that isn't run, is read", () => {
    const items = 60_000
    const { value } = parseRuby(`${iam}.policy = [${'"s3:GetObject",\n'.repeat(items)}]`, parse)
    expect(value?.policy).toHaveLength(items)
    const ifs = parseRuby(`x = []\n${"x << 1 if y\n".repeat(50_000)}${iam}.policy = x`, parse)
    expect(ifs.value).toEqual({ policy: [] })
    expect(ifs.issues).toHaveLength(201)
  })
})
