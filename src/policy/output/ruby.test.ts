import { expect, test } from "vitest"
import type { JsonValue } from "../iam/document.ts"
import { rubyParts, toRuby } from "./ruby.ts"
import { rubyKey, rubyString } from "./rubyString.ts"

const statement = {
  Effect: "Allow",
  Action: ["s3:GetObject", "s3:PutObject"],
  Resource: "arn:aws:s3:::#{Jets.project.name}-#{ENV['x']}/*",
  Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" }, Bool: {} },
}

const block = (lines: string) => `Jets.bootstrap.configure do\n${lines}end\n`

test.each([
  { title: "nothing", config: {}, ruby: "" },
  {
    title: "the documentation's example",
    config: { managed_policy: ["AmazonS3FullAccess"], policy: ["s3", "ec2"] },
    ruby: `  config.codebuild.iam.policy = ["s3", "ec2"]
  config.codebuild.iam.managed_policy = ["AmazonS3FullAccess"]
`,
  },
  {
    title: "a statement, nested lists, an empty list, what is no list, a key that is no setting",
    config: {
      policy: ["s3", statement, ["a", ["b", null]]],
      default_policy: { a: 1.5 },
      default_managed_policy: null,
      default_vpc_policy: [],
      "policy = `id` #": ["s3"],
    },
    ruby: `  config.codebuild.iam.policy = [
    "s3",
    {
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject"],
      Resource: "arn:aws:s3:::#{Jets.project.name}-\\#{ENV['x']}/*",
      Condition: {
        StringEquals: {
          "aws:SourceVpc": "vpc-1",
        },
        Bool: {},
      },
    },
    ["a", ["b", nil]],
  ]
  config.codebuild.iam.default_policy = {
    a: 1.5,
  }
  config.codebuild.iam.default_managed_policy = nil
  config.codebuild.iam.default_vpc_policy = []
`,
  },
])("$title", ({ config, ruby }) => {
  expect(toRuby(config)).toBe(block(ruby))
})

test.each([
  { length: 58, lines: 3 },
  { length: 59, lines: 6 },
])("two items of 100 columns stand on one line, of 101 on their own", ({ length, lines }) => {
  const policy = ["s3", "x".repeat(length)]
  const text = toRuby({ policy })
  expect(text.split("\n").length - 1).toBe(lines)
  if (lines === 3) expect(text.split("\n")[1]).toHaveLength(100)
})

test.each([
  { text: 'a"b\\c', ruby: '"a\\"b\\\\c"' },
  { text: "#{x}#$x#@x#x#", ruby: '"\\#{x}\\#$x\\#@x#x#"' },
  { text: "#{Jets.env}#{Jets.aws.region}", ruby: '"#{Jets.env}#{Jets.aws.region}"' },
  { text: "\\#{Jets.env}##{Jets.env}", ruby: '"\\\\#{Jets.env}##{Jets.env}"' },
  {
    text: "#{ Jets.env }#{Jets.envs}#{JetsXenv}",
    ruby: '"\\#{ Jets.env }\\#{Jets.envs}\\#{JetsXenv}"',
  },
  { text: "\n\r\t\0\x1b\x7f", ruby: '"\\n\\r\\t\\u0000\\u001B\\u007F"' },
  { text: "\u2028\u0085\ufeff\u202e\u{e0041}", ruby: '"\\u2028\\u0085\\uFEFF\\u202E\\u{E0041}"' },
  { text: "é 😀\ud800", ruby: '"é 😀\ufffd"' },
])("$text is $ruby", ({ text, ruby }) => {
  expect(rubyString(text)).toBe(ruby)
})

test.each([
  { text: "Effect", ruby: "Effect:" },
  { text: "if", ruby: "if:" },
  { text: "aws:SourceVpc", ruby: '"aws:SourceVpc":' },
  { text: "a?", ruby: '"a?":' },
  { text: "é", ruby: '"é":' },
  { text: "1a", ruby: '"1a":' },
  { text: "", ruby: '"":' },
  { text: "a\n", ruby: '"a\\n":' },
])("the key $text is $ruby", ({ text, ruby }) => {
  expect(rubyKey(text)).toBe(ruby)
})

test("each part has its item's place in the settings; an unchanged item's is the very same", () => {
  const policy = Array.from({ length: 50 }, (_, index) => ({ Sid: `S${index}` }))
  const before = rubyParts({ policy, managed_policy: ["A"], default_vpc_policy: ["a", "b"] })
  expect(before.map(({ at }) => at)).toEqual([
    undefined,
    "/policy",
    ...policy.map((_, index) => `/policy/${index}`),
    "/policy",
    "/managed_policy/0",
    "/default_vpc_policy",
    undefined,
  ])
  const known = new Set(before)
  const after = rubyParts({ policy: [...policy.with(20, { Sid: "new" }), { Sid: "last" }] })
  const written = after.filter((part) => !known.has(part) && /^\/policy\/\d/.test(part.at ?? ""))
  expect(written.map(({ at }) => at)).toEqual(["/policy/20", "/policy/50"])
})

test("settings nested deeper than Ruby can read come out without an error", () => {
  let value: JsonValue = "s3"
  for (let depth = 0; depth < 3000; depth++) value = depth % 2 === 0 ? [value] : { a: value }
  expect(toRuby({ policy: [value] })).toContain("nil,")
})
