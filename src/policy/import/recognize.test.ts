import fc from "fast-check"
import { describe, expect, test } from "vitest"
import denied from "../conformance/access-denied.json" with { type: "json" }
import { hostileStrings } from "../conformance/arbitrary.ts"
import foreign from "../conformance/foreign-import.json" with { type: "json" }
import ruby from "../conformance/ruby-import.json" with { type: "json" }
import { recognizeText } from "./recognize.ts"

/** Broken texts are what they were meant to be: parseRoles says what is wrong with them. */
const broken = new Map([
  ["not JSON: the end is missing", "roles"],
  ["not YAML: indented with tabs", "roles"],
])

describe("the recorded texts", () => {
  test.each(foreign.cases)("$format: $name", ({ name, format, text }) => {
    const kind = format === "settings-json" ? "config" : "roles"
    expect(recognizeText(text)).toBe(format === "unknown" ? broken.get(name) : kind)
  })

  test.each(ruby.cases)("Ruby: $name", ({ ruby: text }) => {
    expect(recognizeText(text)).toBe(text === "" ? undefined : "ruby")
  })

  test.each(denied.cases)("denial: $name", ({ text, expected }) => {
    expect(recognizeText(text)).toBe(expected.length > 0 ? "access-denied" : undefined)
  })
})

test.each([
  ["{}", "config"],
  ['{"policy": ["s3"]}', "config"],
  ['# mine\n{"Statement": []}', "roles"],
  ['# mine\n{Action: "s3:*"}', "ruby"],
  ['"R": {"Type": "AWS::IAM::Role", "Properties": {}}', "roles"],
  [JSON.stringify(encodeURIComponent('{"Statement": []}')), "roles"],
  ['// mine\n{"default_policy": []}', "config"],
  ['{"version": 1}', undefined],
  ["[]", "ruby"],
  ["[1, 2]", undefined],
  ['["s3", {"Action": "ec2:*"}]', "ruby"],
  ['[{"Effect": "Allow"}]', "roles"],
  ["[Container] 2024/05/01 12:00:00 Running command", undefined],
  ['{"Role": {"Type": "AWS::IAM::Role"}}', "roles"],
  ['```json\n{"Statement": []}\n```', "roles"],
  ['"{\\"Statement\\": []}"', "roles"],
  ["- Effect: Allow\n  Action: s3:*", "roles"],
  ["  - Sid: A\n    Effect: Allow", "roles"],
  ["policy:\n  - s3", "roles"],
  ["Resources: three of them failed", undefined],
  ["Error: nothing\nAction: none of mine, sorry", undefined],
  ["{Action: 's3:*'}", "ruby"],
  ['{"Action" => "s3:*"}', "ruby"],
  ["iam.managed_policy << 'A'", "ruby"],
  ['puts "config.codebuild.iam.policy"', undefined],
  ['data "aws_iam_policy_document" "x" {}', "roles"],
  ["hello, world", undefined],
])("%j is %s", (text, kind) => {
  expect(recognizeText(text)).toBe(kind)
})

test("a log that shows the bootstrap.rb is a log, if it has a denial", () => {
  const log =
    "[Container] 2024/05/01 12:00:00 Running command cat\nJets.bootstrap.configure do\nend\n"
  expect(recognizeText(log)).toBe("ruby")
  const denial = "User: a is not authorized to perform: s3:GetObject on resource: *"
  expect(recognizeText(`${log}${denial}`)).toBe("access-denied")
})

test("nothing makes it throw", () => {
  const piece = fc.constantFrom(
    ...hostileStrings,
    ...'{ [ " : Statement: Type: AWS:: %7B ``` % #'.split(" "),
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
      recognizeText(pieces.join(""))
    }),
  )
})
