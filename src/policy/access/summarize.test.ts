import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { accessCatalog as catalog } from "../conformance/accessCatalog.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import { anyStatement, plainStatement, roleOf, someArns } from "../conformance/arbitraryRole.ts"
import { accessLevels } from "../iam/catalog.ts"
import type { JsonObject } from "../iam/document.ts"
import { buildRole } from "../role/build.ts"
import { attachedPolicies } from "./attached.ts"
import { evaluateAccess } from "./evaluate.ts"
import { summarizeAccess, unknownAccess } from "./summarize.ts"

const allow = (Action: string | string[], Resource: string | string[] = "*"): JsonObject => ({
  Effect: "Allow",
  Action,
  Resource,
})
const deny = (Action: string | string[], Resource: string | string[] = "*"): JsonObject => ({
  Effect: "Deny",
  Action,
  Resource,
})
const when = { Condition: { Bool: { "aws:SecureTransport": "true" } } }

/** One line a service: what is allowed of what, and how. */
function lines(...statements: JsonObject[]): readonly string[] {
  return summarizeAccess(roleOf(statements), catalog).map((service) => {
    const { name, allowed, total, wholly, everywhere, conditional, reduced, denied } = service
    const of = service.resources.length > 0 ? ` on ${service.resources.join()}` : ""
    const more = service.unknown.map((one) => ` ?${one.name}`).join("")
    return `${name} ${allowed}/${total} w${wholly} e${everywhere} c${conditional} r${reduced} d${denied}${of}${more}`
  })
}

describe("a service's summary", () => {
  test.each<[string, JsonObject[], string[]]>([
    ["nothing", [], []],
    ["all", [allow("s3:*")], ["Amazon S3 9/9 w9 e9 c0 r0 d0"]],
    ["case doesn't count", [allow("S3:getOBJECT")], ["Amazon S3 1/9 w1 e1 c0 r0 d0"]],
    ["a pattern", [allow("s3:Get*")], ["Amazon S3 3/9 w3 e3 c0 r0 d0"]],
    ["the same twice", [allow("s3:GetObject"), allow("s3:Get*")], ["Amazon S3 3/9 w3 e3 c0 r0 d0"]],
    [
      "some resources",
      [allow("s3:GetObject", "arn:a"), allow("s3:PutObject", ["arn:b", "arn:a"])],
      ["Amazon S3 2/9 w0 e0 c0 r0 d0 on arn:a,arn:b"],
    ],
    ["a condition", [{ ...allow("s3:Get*"), ...when }], ["Amazon S3 3/9 w0 e3 c3 r0 d0"]],
    [
      "an empty condition is none",
      [{ ...allow("s3:Get*"), Condition: {} }],
      ["Amazon S3 3/9 w3 e3 c0 r0 d0"],
    ],
    ["a Deny of all", [allow("s3:Get*"), deny("s3:*Object")], ["Amazon S3 2/9 w2 e2 c0 r0 d1"]],
    [
      "a Deny of a part",
      [allow("s3:Get*"), deny("s3:*Object", "arn:a")],
      ["Amazon S3 3/9 w2 e3 c0 r1 d0"],
    ],
    ["a Deny alone", [deny("s3:*")], []],
    [
      "NotAction",
      [{ Effect: "Allow", NotAction: ["s3:*", "iam:*", "logs:*", "dynamodb:*"], Resource: "*" }],
      ["Kinesis 1/1 w1 e1 c0 r0 d0"],
    ],
    [
      "NotResource",
      [{ Effect: "Allow", Action: "kinesis:*", NotResource: "arn:a" }],
      ["Kinesis 1/1 w0 e0 c0 r0 d0 on all but arn:a"],
    ],
    ["wildcards in the service", [allow("k?nesis:*")], ["Kinesis 1/1 w1 e1 c0 r0 d0"]],
    ["an unknown service", [allow("nosuch:*")], ["nosuch 0/0 w0 e0 c0 r0 d0 ?*"]],
    ["an unknown action", [allow("kinesis:New")], ["Kinesis 0/1 w0 e0 c0 r0 d0 ?new"]],
    ["an unknown service that is denied", [allow("nosuch:A"), deny("nosuch:*")], []],
    [
      "an unknown action that a Deny leaves out",
      [allow(["nosuch:A", "nosuch:*"]), { Effect: "Deny", NotAction: "nosuch:A", Resource: "*" }],
      ["nosuch 0/0 w0 e0 c0 r0 d0 ?a"],
    ],
    [
      "a Deny of what Ruby fills in",
      [allow("kinesis:*"), deny("kinesis:#{verb}")],
      ["Kinesis 1/1 w0 e1 c0 r1 d0"],
    ],
    [
      "NotAction that Ruby fills in",
      [{ Effect: "Allow", NotAction: ["#{x}:*", "s3:Get*"], Resource: "*" }],
      [],
    ],
    [
      "a Deny with NotAction that Ruby fills in",
      [allow("kinesis:*"), { Effect: "Deny", NotAction: "#{x}:*", Resource: "*" }],
      ["Kinesis 1/1 w0 e1 c0 r1 d0"],
    ],
    [
      "a Deny that IAM would refuse",
      [allow("kinesis:*"), { Effect: "Deny", Action: "kinesis:*" }],
      ["Kinesis 1/1 w0 e1 c0 r1 d0"],
    ],
    ["a statement without a resource", [{ Effect: "Allow", Action: "s3:*" }], []],
    ["both of Action and NotAction", [{ ...allow("s3:*"), NotAction: "s3:*" }], []],
  ])("%s", (_, statements, expected) => {
    expect(lines(...statements)).toEqual(expected)
  })

  test("the order: by the most powerful levels, then by prefix; unknown ones last", () => {
    const role = roleOf([allow(["nosuch:*", "kinesis:*", "logs:*", "iam:*", "s3:*", "dynamodb:*"])])
    const order = summarizeAccess(role, catalog).map(({ service }) => service)
    expect(order).toEqual(["iam", "s3", "logs", "dynamodb", "kinesis", "nosuch"])
  })

  test("the statements that allow and deny an action", () => {
    const role = roleOf([allow("s3:Get*"), deny("s3:*", "arn:a"), allow("iam:*"), allow("*")])
    const s3 = summarizeAccess(role, catalog).find(({ service }) => service === "s3")
    const reach = s3?.actions.find(({ name }) => name === "GetObject")?.reach
    const at = (index: number) => `/0/PolicyDocument/Statement/${index}`
    expect(reach?.by).toEqual([at(0), at(3)])
    expect(reach?.deniedBy).toEqual([at(1)])
  })

  test("an action that takes no resource isn't allowed by a statement that names some", () => {
    const action = (types: string[]) => ({
      description: "",
      conditionKeys: [],
      resourceTypes: types.map((key) => ({ key, required: true })),
    })
    const detail = {
      actions: new Map([
        ["putrecord", action([])],
        ["listtables", action(["table"])],
      ]),
      resourceTypes: new Map(),
      conditionKeys: new Map(),
    }
    const details = new Map([["kinesis", detail]])
    const role = roleOf([allow("kinesis:*", "arn:a")])
    expect(summarizeAccess(role, catalog)).toHaveLength(1)
    expect(summarizeAccess(role, { ...catalog, details })).toEqual([])
    const except = { Effect: "Allow", NotAction: ["s3:*", "iam:*", "logs:*", "dynamodb:*"] }
    const others = roleOf([{ ...except, Resource: "arn:a" }])
    expect(summarizeAccess(others, { ...catalog, details })).toEqual([])
    const all = roleOf([allow("kinesis:*", "arn:a"), allow("kinesis:*")])
    expect(summarizeAccess(all, { ...catalog, details })).toHaveLength(1)
  })
})

describe("what isn't known", () => {
  test("is said", () => {
    const role = buildRole({
      policy: ["nosuch", "s3:Bogus"],
      managed_policy: ["arn:aws:iam::1:policy/x"],
    })
    const { policies, services, actions } = unknownAccess(role, catalog)
    expect(policies).toEqual(["arn:aws:iam::1:policy/x"])
    expect(services).toContain("nosuch")
    expect(actions).toEqual(["s3:bogus"])
  })

  test("without a catalog services are listed by their prefixes, without counts", () => {
    const role = buildRole({ policy: ["s3", "*"] }, { scope: "custom" })
    const found = summarizeAccess(role, {})
    expect(found.map(({ service, isKnown, total }) => [service, isKnown, total])).toEqual([
      ["s3", false, 0],
      ["*", false, 0],
    ])
  })
})

test("property: counts are those of evaluateAccess on every resource, action by action", () => {
  const statements = fc.array(plainStatement, { maxLength: 6 })
  fc.assert(
    fc.property(statements, someArns, (all, arns) => {
      const role = roleOf(
        all.filter(
          ({ Effect, Action }) => Effect === "Allow" || !JSON.stringify(Action).includes("#"),
        ),
        arns,
      )
      const { policies } = attachedPolicies(role, catalog)
      const found = new Map(summarizeAccess(role, catalog).map((one) => [one.service, one]))
      for (const [service, actions] of catalog.actions ?? []) {
        const summary = found.get(service)
        const allowed = [...actions.values()].filter(({ name }) => {
          const request = { action: `${service}:${name}`, resource: "*" }
          return evaluateAccess(policies, request).decision === "Allowed"
        })
        expect(summary?.everywhere ?? 0).toBe(allowed.length)
        for (const level of accessLevels)
          expect(
            summary?.actions.filter((one) => one.level === level && one.reach.isEverywhere)
              .length ?? 0,
          ).toBe(allowed.filter((one) => one.level === level).length)
      }
    }),
  )
})

test.each<JsonObject>([
  { Sid: 5, Action: "s3:*", Resource: "*" },
  { Action: ["s3:GetObject", 5], Resource: "*" },
  { Action: ["s3:GetObject", "iam"], Resource: "*" },
  { Action: "s3:*", Resource: ["*", 5] },
  { NotAction: [], Resource: "*" },
  { Action: "s3:*", NotResource: [] },
])("what IAM refuses allows nothing, and may deny: %j", (part) => {
  expect(summarizeAccess(roleOf([{ Effect: "Allow", ...part }]), catalog)).toEqual([])
  const denied = summarizeAccess(
    roleOf([allow("s3:GetObject"), { Effect: "Deny", ...part }]),
    catalog,
  )
  const extents = denied.flatMap(({ actions }) => actions.map(({ reach }) => reach.extent))
  expect(extents).toEqual(["partly"])
})

test("property: what a summary says is allowed wholly, evaluateAccess allows on any resource", () => {
  const resources = fc.constantFrom("*", "arn:aws:s3:::a/b", "arn:aws:iam::1:role/x")
  fc.assert(
    fc.property(fc.array(anyStatement, { maxLength: 5 }), resources, (all, resource) => {
      const role = roleOf(all)
      const { policies } = attachedPolicies(role, catalog)
      for (const { service, actions } of summarizeAccess(role, catalog))
        for (const { name, reach } of actions) {
          if (reach.extent !== "wholly") continue
          const request = { action: `${service}:${name}`, resource }
          expect(evaluateAccess(policies, request).decision).toBe("Allowed")
        }
    }),
  )
})

test("property: total for any settings", () => {
  fc.assert(
    fc.property(anyConfig, (config) => {
      for (const some of [catalog, {}]) {
        const role = buildRole(config)
        expect(summarizeAccess(role, some)).toBe(summarizeAccess(role, some))
        unknownAccess(role, some)
      }
    }),
  )
})
