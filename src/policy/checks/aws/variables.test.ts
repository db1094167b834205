import { describe, expect, test } from "vitest"
import type { JsonObject } from "../../iam/document.ts"
import { partsOf } from "../parts.ts"
import { smallCatalog } from "./smallCatalog.ts"
import { unknownVariables } from "./variables.ts"

const blank = (name: string) => `\${${name}}`

/** What is found in a resource: code, subject, and the texts that fixes write. */
function judge(resource: string) {
  const statement: JsonObject = { Effect: "Allow", Resource: resource }
  return unknownVariables(partsOf(statement), smallCatalog).map(({ code, subject, fixes }) => [
    code,
    subject,
    ...(fixes ?? []).flatMap(({ edits }) =>
      edits.flatMap((edit) => (edit.edit === "set" ? [edit.value] : [])),
    ),
  ])
}

const unknown = "unknown-policy-variable"

describe("a variable", () => {
  test.each<[string, readonly unknown[]]>([
    [blank("aws:userid"), []],
    [blank("AWS:UserId, 'x'"), []],
    [blank("aws:PrincipalTag/team"), []],
    [blank("s3:prefix"), []],
    [`${blank("*")}${blank("?")}${blank("$")}`, []],
    [blank("aws:usrid"), [[unknown, "aws:usrid", blank("aws:userid")]]],
    [`${blank("aws:usrid, 'a'")}/x`, [[unknown, "aws:usrid", `${blank("aws:userid, 'a'")}/x`]]],
    [blank("username"), [[unknown, "username", blank("aws:username")]]],
    [blank("s3:prefx"), [[unknown, "s3:prefx", blank("s3:prefix")]]],
    [blank("nobody:x"), [[unknown, "nobody:x"]]],
    [blank("aws:PrincipalTag"), [[unknown, "aws:PrincipalTag"]]],
    [blank("aws:TagKeys"), [["multivalued-policy-variable", "aws:TagKeys"]]],
    [`${blank("x1")}${blank("x1")}`, [[unknown, "x1"]]],
    // Errors of grammar.
    ["$" + "{aws:usrid", []],
    [blank(""), []],
    [blank("aws: usrid"), []],
    [blank("aws:usrid, x"), []],
  ])("%s: %j", (text, expected) => {
    expect(judge(`arn:aws:s3:::b/${text}`)).toEqual(
      expected.map((found) =>
        Array.isArray(found)
          ? found.map((one, index) => (index > 1 ? `arn:aws:s3:::b/${one}` : one))
          : found,
      ),
    )
  })

  test("CloudFormation's own makes a tag of the text, where all are", () => {
    const text = `arn:aws:iam::${blank("AWS::AccountId")}:role/x`
    expect(judge(text)).toEqual([[unknown, "AWS::AccountId", `!Sub ${text}`]])
    const mixed = `${text}/${blank("aws:userid")}`
    expect(judge(mixed)).toEqual([[unknown, "AWS::AccountId"]])
  })
})
