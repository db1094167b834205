import { expect, test } from "vitest"
import { arnFields, isRegion, parseArn } from "./arn.ts"

test.each<[string, readonly string[]]>([
  ["a:b", ["a", "b"]],
  ["", [""]],
  ["a::", ["a", "", ""]],
  [`\${a:b}:c`, [`\${a:b}`, "c"]],
  ["x#{A::B}y:c", ["x#{A::B}y", "c"]],
  ["$:#:{:}", ["$", "#", "{", "}"]],
  [`a:\${b:c`, ["a", `\${b:c`]],
])("the fields of %j", (text, expected) => {
  expect(arnFields(text)).toEqual(expected)
})

test("an ARN's parts", () => {
  const arn = { partition: "aws", service: "lambda", region: "*", account: "1", resource: "a:b" }
  expect(parseArn("arn:aws:lambda:*:1:a:b")).toEqual(arn)
  expect(parseArn("arn:aws:lambda:*:1")).toBe(undefined)
  expect(parseArn("ARN:aws:lambda:*:1:a:b")).toBe(undefined)
})

test.each<[string, boolean]>([
  ["us-east-1", true],
  ["us-gov-west-1", true],
  ["us-isob-east-1", true],
  ["eusc-de-east-1", true],
  ["ap-southeast-7", true],
  ["us-east", false],
  ["us-east-1a", false],
  ["US-EAST-1", false],
  ["us-east-1\n", false],
  ["", false],
])("%j is a Region: %s", (text, expected) => {
  expect(isRegion(text)).toBe(expected)
})
