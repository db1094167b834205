import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anyConfig, hostileStrings } from "../../policy/conformance/arbitrary.ts"
import recorded from "../../policy/conformance/jets-6.0.5.json" with { type: "json" }
import {
  type IamConfig,
  type JsonValue,
  parseRuby,
  type Setting,
  settings,
  toRuby,
} from "../../policy/index.ts"
import { createParse } from "./prism.ts"

const file = new URL("../../../node_modules/@ruby/prism/src/prism.wasm", import.meta.url)
const parse = createParse(new WebAssembly.Module(readFileSync(file)))

/** Texts that have ended a string, begun code, or been lost, in some writer of Ruby. */
const hostile = [
  ...hostileStrings,
  ..."#{|#{x}|#$|#$x|#$$|#@|#@x|#@@x|#|##|##{x}|\\#{x}|\\\\#{x}|#\\{x}|#{Jets.env|#{Jets.env}}|#{ Jets.env }|#{Jets.env;x}|#{Jets.aws}|#{jets.env}|\\#{Jets.env}|##{Jets.env}|{Jets.env}".split(
    "|",
  ),
  ..."#{Jets.aws.region}|#{Jets.aws.account}#{Jets.project.namespace}|#{#{Jets.project.name}}|#{Jets.project.names}".split(
    "|",
  ),
  ...'"|\\"|\\\\"|"+x+"|" #{`id`}|\\u{1F600 41}|\\u{|\\x|\\M-a|\\c|%w[a]|?a|`id`'.split("|"),
  ..."\\\n|a\\|\n__END__\n|__END__|\n=begin\nx\n=end\n|=begin|<<~A|\r\n=begin|end|end\nsystem('x')".split(
    "|",
  ),
  ..."if|nil|self|__FILE__|class|a?|a!|a=|_1|A|é|aé|1a|[]|\u0000|\u0000a|\ud800|a\udc00|\ud83d\ude00|\u2028|\u2029|\u0085|\ufeff|\ufeff\ufeffa|\u202e|\u200b|\u3000|\u{e0041}|\u0378".split(
    "|",
  ),
  "x".repeat(20_000),
  "#{".repeat(2_000),
  "9".repeat(50_000),
  "a".repeat(50_000),
]

/** The settings as Ruby has them: lone surrogates are U+FFFD, nil for a list is an empty one. */
function expected(config: Readonly<Record<string, JsonValue>>): JsonValue {
  const present = settings.filter((setting) => Object.hasOwn(config, setting))
  return Object.fromEntries(present.map((setting) => [setting, wellFormed(config[setting] ?? [])]))
}

function wellFormed(value: JsonValue): JsonValue {
  const text = JSON.stringify(value).replaceAll(/\\(?:(ud[89a-f]..)|.)/g, (whole, lone) =>
    lone ? "\ufffd" : whole,
  )
  return JSON.parse(text)
}

const allowedCalls = new Set(
  ["aws.region", "aws.account", "project.namespace", "project.name", "env"].map(
    (call) => `Jets.${call}`,
  ),
)
const literal = new Set(
  "ArrayNode HashNode AssocNode StringNode SymbolNode InterpolatedStringNode InterpolatedSymbolNode IntegerNode FloatNode NilNode TrueNode FalseNode StatementsNode".split(
    " ",
  ),
)

/** Goes through the whole tree: the block, assignments of settings, data and the allowed calls, nothing else. */
function expectOnlyData(ruby: string) {
  const { value, errors } = parse(ruby)
  expect(errors).toEqual([])
  const bytes = Buffer.from(ruby)
  const textAt = ({ startOffset, length }: { startOffset: number; length: number }) =>
    bytes.subarray(startOffset, startOffset + length).toString()
  const [configure, ...others] = value.statements.body
  expect(others).toEqual([])
  const block = configure?.toJSON()
  expect(block).toMatchObject({ type: "CallNode", name: "configure", arguments: null })
  expect(textAt(block.receiver.location)).toBe("Jets.bootstrap")
  const { parameters, body } = block.block.toJSON()
  expect(parameters).toBeNull()
  const open = []
  for (const statement of body?.toJSON().body ?? []) {
    const { type, receiver, name, arguments: given } = statement.toJSON()
    expect(type).toBe("CallNode")
    expect(textAt(receiver.location)).toBe("config.codebuild.iam")
    expect(settings).toContain(name.replace(/=$/, ""))
    open.push(...given.toJSON().arguments)
  }
  for (let node = open.pop(); node; node = open.pop()) {
    const { type, statements } = node.toJSON()
    if (type === "EmbeddedStatementsNode") {
      expect(statements.toJSON().body).toHaveLength(1)
      expect(allowedCalls).toContain(textAt(statements.location))
    } else {
      expect(literal).toContain(type)
      for (const child of node.childNodes()) if (child) open.push(child)
    }
  }
}

function expectReadBack(config: IamConfig) {
  const ruby = toRuby(config)
  expectOnlyData(ruby)
  const { value, issues } = parseRuby(ruby, parse)
  expect(issues).toEqual([])
  expect(JSON.stringify(value)).toBe(JSON.stringify(expected(config)))
}

/** A text in every place that settings have for one. */
const everywhere = (text: string) => ({
  policy: [text, { Action: text, [text]: [text, { [text]: text }] }, [text, [text, null]]],
  managed_policy: [text, text],
  default_policy: text,
  default_vpc_policy: { [text]: text },
  [text]: [text],
})

describe("Ruby's own parser finds data alone, and the same settings", () => {
  test.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
    "in recorded case $index",
    ({ config }) => expectReadBack(config),
  )

  test.each(hostile.map((text) => ({ text })))("with $text everywhere", ({ text }) => {
    expectReadBack(everywhere(text))
  })

  test("of any settings", () => {
    const text = fc.array(fc.constantFrom(...hostile.filter(({ length }) => length < 100)), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(anyConfig, text, (config, pieces) => {
        expectReadBack(config)
        expectReadBack(everywhere(pieces.join("")))
      }),
      { numRuns: 500 },
    )
  })

  test("of any characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) =>
        expectReadBack(everywhere(text)),
      ),
      { numRuns: 500 },
    )
  })

  test.each([0, -0, 1, -1, 2 ** 31, 2 ** 53, 2 ** 64, 1e20, 1e21, -1.5e300, 5e-324, 0.1, 1e-7])(
    "of the number %d",
    (number) => {
      const ruby = toRuby({ policy: [number] })
      expectOnlyData(ruby)
      expect(parseRuby(ruby, parse).value).toStrictEqual({ policy: [number] })
    },
  )
})

const ruby = spawnSync("ruby", ["--version"]).status === 0
const stub = `
require 'json'
class Stub
  Iam = Struct.new(*%i[${settings.join(" ")}])
  def iam = (@iam ||= Iam.new)
  def config = self
  def codebuild = self
  def configure(&block) = instance_eval(&block)
end
module Jets
  def self.bootstrap = ($stub ||= Stub.new)
  def self.aws = Struct.new(:region, :account).new('#{Jets.aws.region}', '#{Jets.aws.account}')
  def self.project = Struct.new(:namespace, :name).new('#{Jets.project.namespace}', '#{Jets.project.name}')
  def self.env = '#{Jets.env}'
end
eval(STDIN.read.force_encoding('UTF-8'))
print JSON.generate(Jets.bootstrap.iam.to_h)
`
const title = ruby
  ? "with Ruby itself"
  : "with Ruby itself: left out, as no `ruby` is installed here"

test.runIf(ruby)(title, () => {
  const given = (config: Readonly<Record<string, JsonValue>>, setting: Setting) =>
    wellFormed(config[setting] ?? null)
  for (const text of hostile) {
    const config = everywhere(text)
    const { stdout } = spawnSync("ruby", ["-e", stub], { input: toRuby(config), encoding: "utf8" })
    const all = Object.fromEntries(settings.map((setting) => [setting, given(config, setting)]))
    expect(JSON.parse(stdout)).toEqual(all)
  }
})
