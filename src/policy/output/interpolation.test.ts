import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import { buildRole } from "../role/build.ts"
import { countInterpolated } from "./interpolation.ts"

test.each([
  { title: "nothing", config: {}, count: 0 },
  { title: "a string", config: { policy: ["#{Jets.env}:*"] }, count: 1 },
  { title: "two in one value", config: { policy: ["#{Jets.env}-#{Jets.aws.region}"] }, count: 1 },
  { title: "one that doesn't end", config: { policy: ["a#{Jets.env"] }, count: 0 },
  { title: "IAM's and CloudFormation's own", config: { policy: [`\${a}`, "#a", "{}"] }, count: 0 },
  { title: "a key is no value", config: { policy: [{ "#{a}": "b" }] }, count: 0 },
  {
    title: "at any depth",
    config: {
      policy: [{ Statement: [{ Resource: ["#{a}", "b"], Condition: { c: { d: "x#{e}y" } } }] }],
      managed_policy: ["arn:aws:iam::#{Jets.aws.account}:policy/a"],
    },
    count: 3,
  },
])("$title: $count", ({ config, count }) => {
  expect(countInterpolated(config)).toBe(count)
  expect(countInterpolated(buildRole(config, { scope: "custom" }))).toBe(count)
})

test("any settings, with some items kept: as many as their JSON has", () => {
  const value = fc.constantFrom("#{Jets.env}", "a", { Resource: ["#{a}", "#{b}"] })
  fc.assert(
    fc.property(anyConfig, fc.array(value), fc.array(value), (config, one, other) => {
      for (const policy of [one, [...other, ...one], other]) {
        const settings = { ...config, policy }
        let count = 0
        JSON.stringify(settings, (_key, part) => {
          if (typeof part === "string" && /#\{[^}]*\}/.test(part)) count++
          return part
        })
        expect(countInterpolated(settings)).toBe(count)
      }
    }),
  )
})
