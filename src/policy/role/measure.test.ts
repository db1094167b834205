import { expect, test } from "vitest"
import { buildRole } from "./build.ts"
import { measureRole } from "./measure.ts"

const empty = '{"Version":"2012-10-17","Statement":[{"Action":[],"Effect":"Allow","Resource":"*"}]}'
  .length

test.each([
  { title: "no policy", policy: [], characters: 0 },
  { title: "one action", policy: ["s3"], characters: empty + '"s3:*"'.length },
  {
    title: "white space inside a string doesn't count",
    policy: ["s3: *\n"],
    characters: empty + '"s3:*"'.length,
  },
  {
    title: "inline policies count their documents, not their names",
    policy: [{ PolicyName: "Long".repeat(20), PolicyDocument: { a: 1 } }, { PolicyName: "x" }],
    characters: '{"a":1}'.length,
  },
])("$title", ({ policy, characters }) => {
  expect(measureRole(buildRole({ policy }, { scope: "custom" })).inlineCharacters).toBe(characters)
})

test("managed policies count once, whatever list they are in", () => {
  const role = buildRole({ managed_policy: ["AmazonSSMReadOnlyAccess", "arn:aws:iam::1:policy/x"] })
  expect(measureRole(role).managedPolicies).toBe(3)
})
