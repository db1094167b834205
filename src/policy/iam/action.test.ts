import { expect, test } from "vitest"
import { isActionForm, needsNoPermission, parseAction } from "./action.ts"

test.each<[string, boolean]>([
  ["*", true],
  ["*:*", true],
  ["s3:GetObject", true],
  ["S3:get?b*", true],
  ["ecr-public:Get-A", true],
  ["s3", false],
  ["**", false],
  ["s3:", false],
  [":Get", false],
  ["s3:Get:Object", false],
  ["s3:Get_Object", false],
  ["s3: Get", false],
  ["s3:Get\n", false],
  ["", false],
])("%j has the form of an action: %s", (text, expected) => {
  expect(isActionForm(text)).toBe(expected)
  if (expected && text !== "*") expect(parseAction(text)).toBeDefined()
})

test("AWS asks no permission for who one is", () => {
  expect(needsNoPermission("STS:GetCallerIdentity")).toBe(true)
  expect(needsNoPermission("sts:AssumeRole")).toBe(false)
})
