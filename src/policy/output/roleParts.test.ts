import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import { buildRole } from "../role/build.ts"
import { cloudFormationChunks } from "./cloudformation.ts"
import { outputParts } from "./format.ts"
import { jsonChunks } from "./json.ts"
import { yamlChunks } from "./yaml.ts"

const chunksOf = {
  yaml: yamlChunks,
  cloudformation: cloudFormationChunks,
  json: jsonChunks,
} as const
const formats = ["yaml", "cloudformation", "json"] as const
const statement = (id: number) => ({ Sid: `S${id}`, Effect: "Allow", Action: ["a:b"] })
const document = { Version: "2012-10-17", Statement: [statement(1), statement(2)] }
const items = [
  "s3",
  statement(3),
  statement(4),
  document,
  { PolicyName: "A", PolicyDocument: document },
  { PolicyName: "B", PolicyDocument: { Statement: [] } },
  { PolicyName: "C", PolicyDocument: document, Other: 1 },
]

test.each(formats)("%s: what is remembered is what is written anew, in any place", (format) => {
  const chunks = chunksOf[format]
  const list = fc.array(fc.constantFrom(...items), { maxLength: 5 })
  const managed = fc.array(fc.constantFrom("A", "B", "C"), { maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(list, managed), { maxLength: 4 }), anyConfig, (states, other) => {
      for (const [policy, managed_policy] of states)
        for (const config of [
          { policy, managed_policy },
          { ...other, policy },
        ]) {
          const role = buildRole(config, { scope: "custom" })
          expect(chunks(role)).toEqual(chunks(structuredClone(role)))
        }
    }),
  )
})

test.each(formats)("%s: a change costs the parts of its item, one at the end two", (format) => {
  const policy = Array.from({ length: 50 }, (_, index) => statement(index))
  const partsOf = (list: typeof policy) =>
    outputParts(format, { policy: list }, { scope: "custom" }).filter(({ at }) =>
      at?.startsWith("/Policies/0/PolicyDocument/Statement/"),
    )
  const before = new Set(partsOf(policy))
  expect(before.size).toBe(50)
  const written = (list: typeof policy) =>
    partsOf(list).flatMap((part) => (before.has(part) ? [] : [part.at?.split("/").at(-1)]))
  expect(written(policy.with(20, statement(100)))).toEqual(["20"])
  const last = format === "json" ? ["49", "50"] : ["50"]
  expect(written([...policy, statement(100)]).slice(-last.length)).toEqual(last)
})
