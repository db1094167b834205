import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { hostileStrings } from "../conformance/arbitrary.ts"
import foreign from "../conformance/foreign-import.json" with { type: "json" }
import { importIssues } from "./importIssues.ts"
import { recognizeText } from "./recognize.ts"
import { parseRoles } from "./roles.ts"
import { importOptions, roleToConfig } from "./roleToConfig.ts"

const size = 1_000_000
/** A text of about a megabyte, of pieces that repeat. */
const long = (piece: string, start = "", end = "") =>
  `${start}${piece.repeat(Math.floor(size / piece.length))}${end}`

const role = (index: number) => `  Role${index}:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: x${index}
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [s3:GetObject, ec2:DescribeVpcs]
                Resource: !Sub arn:aws:s3:::\${Bucket}/*
`
const roles = (count: number) => Array.from({ length: count }, (_, index) => role(index)).join("")
const statement = `{"Effect": "Allow", "Action": ["s3:GetObject", "ec2:*"], "Resource": {"Ref": "B"}},`

/** A second for a megabyte (issue 8), measured on a machine that several share: hence the slack. */
const limit = 5000

test.each([
  ["many roles", `Resources:\n${roles(3300)}`],
  ["many statements", long(statement, '{"Statement": [', "{}]}")],
  [
    "many statements that stay out",
    long(statement.replace("Ref", "Fn::If"), '{"Statement": [', "{}]}"),
  ],
  ["policies that name no role", long("  P:\n    Type: AWS::IAM::Policy\n", "Resources:\n")],
  ["dashes", long("- ")],
  ["brackets", long("[")],
  ["braces", long("{")],
  ["braces with keys", long('{"a":')],
  ["keys", long("a: ")],
  ["questions", long("? ")],
  ["quotes", long('"')],
  ["single quotes", long("'")],
  ["curly quotes", long("“")],
  ["backslashes", long("\\", '"')],
  ["escaped quotes", long('\\"', '{"')],
  ["blanks", long(" ")],
  ["lines", long("\n")],
  ["tags", long("!a ")],
  ["anchors", long("- &a b\n")],
  ["the same key", long("a: b\n")],
  ["comments", long("#\n")],
  ["documents", long("---\n")],
  ["fences", long("``` \n")],
  ["percents", long("%7B")],
  ["colons", long(":")],
  ["flow list", long("a,", "[", "]")],
  ["flow list in YAML", long("a,", "Policies: [", "]")],
  ["deeper and deeper", Array.from({ length: 1400 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
  ["open variables", long(`\${`, "provider:\n  iam:\n    role:\n      statements: ")],
  [
    "open variables of Sub",
    long(`\${A`, '{"Statement": {"Effect": "Allow", "Resource": {"Fn::Sub": "', '"}}}'),
  ],
  [
    "a service that leads to itself",
    long(
      `    - {Effect: Allow, Action: 'a:b', Resource: '\${self:service}'}\n`,
      `service: \${self:service}\${self:service}\nprovider:\n  iamRoleStatements:\n`,
    ),
  ],
  ["variables in variables", `provider:\n  a: x\n  iam: ${long("${self:", "", "}".repeat(9))}`],
  [
    "joins",
    long(
      '{"Ref": "A"},',
      '{"Statement": {"Effect": "Allow", "Resource": {"Fn::Join": ["", [',
      '""]]}}}',
    ),
  ],
])("%s are read in time", { timeout: limit }, async (_, text) => {
  recognizeText(text)
  const { value = [] } = await parseRoles(text)
  for (const one of value) {
    roleToConfig(one, importOptions(one))
    importIssues(one)
  }
})

describe("what grows when it is read", () => {
  const powers = (line: (index: number) => string) =>
    Array.from({ length: 30 }, (_, i) => line(i + 1)).join("\n")

  test("aliases of aliases", async () => {
    const text = `a0: &a0 [x]\n${powers((i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`)}`
    const { value, issues } = await parseRoles(text)
    expect(value).toBeUndefined()
    expect(issues[0]?.code).toBe("too-large")
  })

  test("merges of merges", async () => {
    const text = `a0: &a0 {x: 1}\n${powers((i) => `a${i}: &a${i}\n  <<: [*a${i - 1}, *a${i - 1}]`)}`
    expect((await parseRoles(text)).value).toBeUndefined()
  })

  test("variables of variables", { timeout: limit }, async () => {
    const custom = powers((i) => `  a${i}: \${self:custom.a${i - 1}}\${self:custom.a${i - 1}}`)
    const lists = powers(
      (i) => `  b${i}: ["\${self:custom.b${i - 1}}", "\${self:custom.b${i - 1}}"]`,
    )
    const text = `service: x\ncustom:\n  a0: x\n  b0: [x]\n${custom}\n${lists}\nprovider:\n  iamRoleStatements:\n    - Effect: Allow\n      Action: "\${self:custom.a30}"\n      Resource: "\${self:custom.b30}"\n`
    const { issues } = await parseRoles(text)
    expect(issues.length).toBeGreaterThan(0)
  })

  test.each([
    ["nested", (inner: string) => `${"${self:".repeat(60_000)}${inner}${"}".repeat(60_000)}`],
    ["long", () => `\${self:custom.long}`.repeat(40_000)],
    ["fallen back to", () => `\${${"self:none, ".repeat(50_000)}}`],
  ])("variables that are %s", { timeout: limit }, async (_, make) => {
    const text = `service: x\ncustom:\n  long: ${"x".repeat(9000)}\nprovider:\n  iamRoleStatements:\n    - {Effect: Allow, Action: 'a:b', Resource: '${make("a")}'}\n`
    const { value, issues } = await parseRoles(text)
    expect(value?.[0]?.Policies).toEqual([])
    expect(issues.length).toBeGreaterThan(0)
  })

  test("a variable that leads to itself", async () => {
    const text = `service: x\ncustom:\n  a: \${self:custom.a}\nprovider:\n  iamRoleStatements: \${self:custom.a}\n`
    expect((await parseRoles(text)).issues[0]?.message).toContain("self:custom.a")
  })
})

test("what is too long isn't read", async () => {
  const { value, issues } = await parseRoles(" ".repeat(5_000_000))
  expect(value).toBeUndefined()
  expect(issues[0]?.code).toBe("too-large")
})

test.each([
  { text: '{"Statement": [', code: "invalid-json", line: 1 },
  { text: "Statement:\n  - a: b\n c: d\n", code: "invalid-yaml", line: 3 },
  { text: "Policies:\n\t- x\n", code: "invalid-yaml", line: 2 },
  { text: "a: *b\n", code: "invalid-yaml", line: 1 },
  { text: "a: b\n---\nc: d\n", code: "invalid-yaml", line: 2 },
  { text: "a: &a [*a]\n", code: "invalid-yaml", line: 1 },
  { text: "[".repeat(300), code: "nested-too-deeply", line: 1 },
])("$text has a place", async ({ text, code, line }) => {
  const { value, issues } = await parseRoles(text)
  expect(value).toBeUndefined()
  expect(issues[0]?.code).toBe(code)
  expect(issues[0]?.range?.line).toBe(line)
})

test("Terraform isn't read yet", async () => {
  for (const { text } of foreign.cases.filter(({ format }) => format.startsWith("terraform"))) {
    const { value, issues } = await parseRoles(text)
    expect(value).toBeUndefined()
    expect(issues.map(({ code }) => code)).toEqual(["terraform"])
  }
})

test("nothing makes it reject", async () => {
  const texts = foreign.cases.map(({ text }) => text)
  const cut = fc
    .tuple(
      fc.constantFrom(...texts),
      fc.nat(2000),
      fc.nat(2000),
      fc.constantFrom(...hostileStrings),
    )
    .map(
      ([text, from, count, piece]) => `${text.slice(0, from)}${piece}${text.slice(from + count)}`,
    )
  await fc.assert(
    fc.asyncProperty(cut, async (text) => {
      recognizeText(text)
      const { value = [], issues } = await parseRoles(text)
      for (const one of value) {
        const options = importOptions(one)
        roleToConfig(one, options)
        importIssues(one, options)
      }
      for (const { message } of issues) expect(message).toMatch(/^.{10,}\.$/s)
    }),
    { numRuns: 1000 },
  )
})
