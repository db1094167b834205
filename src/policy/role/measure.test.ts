import fc from "fast-check"
import { expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { buildRole } from "./build.ts"
import { measureRole } from "./measure.ts"
import { measureItems } from "./measureItems.ts"

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

const statement = { Effect: "Allow", Action: "s3:*", Resource: "*" }

test.each<{ title: string; config: IamConfig; sizes: [string, number][] }>([
  { title: "nothing", config: {}, sizes: [] },
  {
    title: "strings share a statement",
    config: { policy: ["s3", ["ec2:Run"]] },
    sizes: [
      ["/policy/1/0", '"ec2:Run"'.length],
      ["/policy/0", '"s3:*"'.length],
    ],
  },
  {
    title: "a document's statements are added up",
    config: { policy: [statement, { Version: "2012-10-17", Statement: [statement, statement] }] },
    sizes: [
      ["/policy/1", 2 * JSON.stringify(statement).length],
      ["/policy/0", JSON.stringify(statement).length],
    ],
  },
  {
    title: "an inline policy counts its document",
    config: { policy: [{ PolicyName: "A", PolicyDocument: { a: 1 } }] },
    sizes: [["/policy/0", '{"a":1}'.length]],
  },
])("$title has these sizes", ({ config, sizes }) => {
  const found = measureItems(config, { scope: "custom" })
  expect(found.map(({ at, characters }) => [at, characters])).toEqual(sizes)
})

test("any settings: the items are not more than the role", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      const sum = measureItems(config).reduce((total, item) => total + item.characters, 0)
      expect(sum).toBeLessThanOrEqual(measureRole(buildRole(config)).inlineCharacters)
    }),
  )
})
