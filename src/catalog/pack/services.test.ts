import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accessLevels, type CatalogService } from "../../policy/index.ts"
import {
  byAccessLevel,
  packManagedPolicies,
  packServices,
  unpackManagedPolicies,
  unpackServices,
} from "./services.ts"

const count = fc.nat(1000)
const actions = fc
  .tuple(count, count, count, count, count)
  .map((counts) => byAccessLevel((level) => counts[accessLevels.indexOf(level)] ?? 0))

const word = fc.stringMatching(/^[A-Za-z0-9]{1,6}$/)
const name = fc
  .tuple(fc.constantFrom("", "AWS ", "Amazon "), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([vendor, words]) => vendor + words.join(" "))
const service: fc.Arbitrary<CatalogService> = fc
  .tuple(name, fc.constantFrom("", "-", undefined), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/))
  .map(([name, separator, prefix]) => ({
    name,
    prefix:
      separator === undefined
        ? prefix
        : name
            .replace(/^(AWS|Amazon) /, "")
            .toLowerCase()
            .split(" ")
            .join(separator),
  }))
  .chain((named) => actions.map((actions) => ({ ...named, actions })))
const services = fc.uniqueArray(service, { selector: ({ prefix }) => prefix })

describe("services", () => {
  it("come back as they were, through JSON", () => {
    fc.assert(
      fc.property(services, (services) => {
        const packed = JSON.parse(JSON.stringify(packServices("2026-01-02", services)))
        const unpacked = unpackServices(packed)
        expect(unpacked.date).toBe("2026-01-02")
        expect([...unpacked.services.values()]).toEqual(services)
        expect([...unpacked.services.keys()]).toEqual(services.map(({ prefix }) => prefix))
      }),
    )
  })

  it.each([
    { name: "AWS AppSync", prefix: "appsync", written: "" },
    { name: "Amazon EC2", prefix: "ec2", written: "" },
    { name: "Amazon CodeGuru Profiler", prefix: "codeguru-profiler", written: "-" },
    { name: "AWS WAF", prefix: "wafv2", written: "wafv2" },
    { name: "AWS", prefix: "aws", written: "" },
    { name: "日本", prefix: "japan", written: "japan" },
  ])("$prefix of $name is written as '$written'", ({ name, prefix, written }) => {
    const service = { name, prefix, actions: byAccessLevel(() => 1) }
    const packed = packServices("2026-01-02", [service])
    expect(packed.prefixes).toEqual([written])
    expect(unpackServices(packed).services.get(prefix)).toEqual(service)
  })

  it("have lower case keys and their own case", () => {
    const service = { name: "Any", prefix: "SomeThing", actions: byAccessLevel(() => 0) }
    const { services } = unpackServices(packServices("2026-01-02", [service]))
    expect([...services]).toEqual([["something", service]])
  })

  it.each(["prefixes", "actions"] as const)(
    "with too short a column of %s are refused",
    (column) => {
      const packed = packServices("2026-01-02", [
        { name: "Any", prefix: "some", actions: byAccessLevel(() => 0) },
      ])
      const short = { prefixes: [], actions: byAccessLevel(() => []) }
      expect(() => unpackServices({ ...packed, [column]: short[column] })).toThrow(RangeError)
    },
  )
})

describe("managed policies", () => {
  it("come back sorted, through JSON", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (names) => {
        const packed = packManagedPolicies(names.map((name) => ({ name })))
        const policies = unpackManagedPolicies(JSON.parse(JSON.stringify(packed)))
        expect([...policies.keys()]).toEqual([...names].sort())
        for (const [key, policy] of policies) expect(policy).toEqual({ name: key })
      }),
    )
  })
})
