import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { patternsOverlap } from "../../../iam/wildcard.ts"
import { fits, formsOfService, readArn, resourceFits } from "./arnForm.ts"

const formOf = (text: string) => {
  const [form] = formsOfService([text])
  if (!form) throw new Error(`No form: ${text}`)
  return form
}

const blank = (name: string) => `\${${name}}`
const bucket = `arn:aws:s3:::${blank("BucketName")}`
const object = `${bucket}/${blank("ObjectName")}`
const func = `arn:aws:lambda:${blank("Region")}:${blank("Account")}:function:${blank("Name")}`

describe("a resource fits a form", () => {
  test.each<[string, string, boolean]>([
    ["arn:aws:s3:::b", bucket, true],
    ["arn:aws:s3:::b*", bucket, true],
    ["arn:aws:s3:::*", bucket, true],
    ["arn:aws:s3:::b/*", bucket, false],
    ["arn:aws:s3:::*/x", bucket, false],
    ["arn:aws:s3:::b", object, false],
    ["arn:aws:s3:::b*", object, true],
    ["arn:aws:s3:::b/a/c", object, true],
    ["arn:aws:s3:::?/a", object, true],
    ["arn:aws:s3:::#{b}", object, true],
    [`arn:aws:s3:::${blank("aws:userid")}`, object, true],
    ["arn:aws:s3:us-east-1::b", bucket, false],
    ["arn:aws:s3:*::b", bucket, true],
    ["arn:aws:s3::123456789012:b", bucket, false],
    ["arn:aws:s*:::b", bucket, true],
    ["arn:aws:sqs:::b", bucket, false],
    ["arn:aws:s3:*", bucket, true],
    ["arn:aws:*", func, true],
    ["arn:aws:lambda:us-east-1:123456789012:function:f:live", func, true],
    ["arn:aws:lambda:us-east-1:123456789012:functions:f", func, false],
    ["arn:aws:lambda:us-east-1:123456789012:func*", func, true],
    ["arn:aws:lambda:us-east-1:123456789012:?unction:f", func, true],
    ["arn:aws-cn:lambda:cn-north-1:123456789012:function:f", func, true],
  ])("%s, %s: %s", (text, form, expected) => {
    const arn = readArn(text)
    expect(arn && fits(formOf(form), arn)).toBe(expected)
  })

  test("one entry may hold several ARNs", () => {
    expect(formsOfService([`${bucket}, ${func}`]).map(({ service }) => service)).toEqual([
      "s3",
      "lambda",
    ])
  })
})

describe("what is no ARN", () => {
  test.each(["*", "", "s3", "arn:aws:s3", "arn:aws:s3::b", `arn:aws:s3:::${"x".repeat(3_000)}`])(
    "%s",
    (text) => {
      expect(readArn(text)).toBeUndefined()
    },
  )
})

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "/", "*", "?"), maxLength: 8 })

test("without a part that takes no slash it is the overlap of two patterns", () => {
  fc.assert(
    fc.property(pattern, pattern, (one, other) => {
      const form = one.replaceAll("?", "b")
      const arn = readArn(`arn:aws:s3:::${other}`)
      const made = formOf(`arn:aws:s3:::${form.replaceAll("*", blank("Any"))}`)
      expect(arn && resourceFits(made, arn)).toBe(patternsOverlap(form, other))
    }),
  )
})

test("what a form makes fits it, slashes aside", () => {
  const name = fc.string({ unit: fc.constantFrom("a", "b", ":", "."), maxLength: 6 })
  fc.assert(
    fc.property(name, name, fc.boolean(), (one, other, slash) => {
      const arn = readArn(`arn:aws:s3:::${one}${slash ? "/" : ""}/${other}`)
      expect(arn && resourceFits(formOf(`${bucket}/x`), arn)).toBe(!slash && other === "x")
      expect(arn && resourceFits(formOf(object), arn)).toBe(true)
    }),
  )
})
