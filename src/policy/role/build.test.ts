import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { policySettings } from "../config/config.ts"
import { managedItems, managedPolicyArn, policyItems } from "../config/item.ts"
import { type Pointer, pointerKeys } from "../config/pointer.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { documentVersion, type JsonValue } from "../iam/document.ts"
import { buildRole, traceRole } from "./build.ts"

const cases = recorded.cases.map((row, index) => ({ ...row, index }))
const built = cases.filter(({ expected }) => !("raises" in expected))

test("85 of the recorded cases have a role", () => expect(built).toHaveLength(85))

test.each(built)("recorded case $index is what the gem built", ({ config, expected }) => {
  const role = buildRole(config, { baseline: "6.0.5" })
  expect(role).toEqual(expected)
  expect(JSON.stringify(role)).toBe(JSON.stringify(expected))
})

const allow = (...Action: string[]) => ({ Action, Effect: "Allow", Resource: "*" })
const custom = (...Statement: JsonValue[]) => ({
  PolicyName: "CustomPolicy",
  PolicyDocument: { Version: documentVersion, Statement },
})
const inline = { PolicyName: "Mine", PolicyDocument: { Statement: [allow("s3:*")] } }

/** DESIGN 2.3, the table of items, where the gem raises or was not asked. */
test.each([
  {
    title: "NotAction alone is a statement",
    policy: [{ NotAction: ["iam:*"], Effect: "Allow", Resource: "*" }],
    policies: [custom({ NotAction: ["iam:*"], Effect: "Allow", Resource: "*" })],
  },
  { title: "a named inline policy is its own entry", policy: [inline], policies: [inline] },
  {
    title: "the list's own policy comes before its inline policies",
    policy: [inline, "s3"],
    policies: [custom(allow("s3:*")), inline],
  },
  {
    title: "an inline policy without a name gets its list's, first",
    policy: [{ PolicyDocument: {}, Extra: 1 }],
    policies: [{ PolicyName: "CustomPolicy", PolicyDocument: {}, Extra: 1 }],
  },
  {
    title: "a document's one statement counts as a list",
    policy: [{ Statement: allow("s3:*") }],
    policies: [custom(allow("s3:*"))],
  },
  {
    title: "a document without statements gives nothing",
    policy: [{ Version: "x" }],
    policies: [],
  },
  {
    title: "any other object is a statement as it is",
    policy: ["s3", { Foo: 1 }],
    policies: [custom(allow("s3:*"), { Foo: 1 })],
  },
  {
    title: "strings beside an object get a statement each",
    policy: ["s3", allow("x:y"), "ec2:Run"],
    policies: [custom(allow("s3:*"), allow("x:y"), allow("ec2:Run"))],
  },
  {
    title: "equal objects are kept once, key order aside",
    policy: [
      { Effect: "Deny", Action: "a:b" },
      { Action: "a:b", Effect: "Deny" },
    ],
    policies: [custom({ Effect: "Deny", Action: "a:b" })],
  },
  {
    title: "what can't be used is left out",
    policy: [1, true, "s3"],
    policies: [custom(allow("s3:*"))],
  },
  { title: "a setting that is no list gives nothing", policy: "s3", policies: [] },
])("$title", ({ policy, policies }) => {
  const role = buildRole({ policy }, { scope: "custom" })
  expect(JSON.stringify(role.Policies)).toBe(JSON.stringify(policies))
})

test("the recorded cases that make the gem raise still build their inline policies and statements", () => {
  const raising = cases.filter(({ expected }) => "raises" in expected)
  expect(raising).toHaveLength(5)
  for (const { config } of raising) {
    const names = buildRole(config, { baseline: "6.0.5" }).Policies.map((p) => p.PolicyName)
    for (const item of policyItems(config, "policy"))
      if (item.kind === "inline") expect(names).toContain(item.policy.PolicyName)
      else expect(names).toContain("CustomPolicy")
  }
})

test("the same ARN in both managed lists stays twice", () => {
  const { ManagedPolicyArns } = buildRole({
    managed_policy: ["AmazonSSMReadOnlyAccess", "AmazonSSMReadOnlyAccess"],
  })
  expect(ManagedPolicyArns.map((arn) => arn.split("/")[1])).toEqual([
    "AmazonSSMReadOnlyAccess",
    "AWSCertificateManagerReadOnly",
    "AmazonSSMReadOnlyAccess",
  ])
})

describe("traceRole", () => {
  test("points from every item to what it made", () => {
    fc.assert(
      fc.property(anyConfig, fc.constantFrom("docs", "6.0.5" as const), (config, baseline) => {
        const role = buildRole(config, { baseline })
        const trace = traceRole(config, { baseline })
        const makers = new Set([...trace.values()].map(itemOf))
        for (const [place, from] of trace) {
          const made = valueAt(role, place)
          const item = valueAt(withListed(config, baseline), from)
          expect(made).toEqual(expectedOf(item, place))
        }
        for (const setting of policySettings)
          for (const item of policyItems(config, setting, baseline)) {
            const makesNothing =
              item.kind === "document" && !hasStatementObject(item.document.Statement)
            if (!makesNothing) expect(makers).toContain(item.at)
          }
        for (const setting of ["managed_policy", "default_managed_policy"] as const)
          for (const item of managedItems(config, setting, baseline))
            expect(makers).toContain(item.at)
      }),
      { numRuns: 500 },
    )
  })

  const itemOf = (from: Pointer) => from.replace(/\/Statement(\/\d+)?$/, "")
  const hasStatementObject = (value: JsonValue | undefined) =>
    [value].flat().some((one) => typeof one === "object" && one !== null && !Array.isArray(one))

  function withListed(config: { [key: string]: JsonValue }, baseline: "docs" | "6.0.5") {
    const listed: { [key: string]: unknown } = { ...config }
    for (const setting of policySettings)
      if (!Object.hasOwn(config, setting))
        listed[setting] = policyItems({}, setting, baseline).map((item) =>
          item.kind === "service" ? item.service : item.kind === "action" ? item.action : item,
        )
    if (!Object.hasOwn(config, "default_managed_policy"))
      listed.default_managed_policy = managedItems({}, "default_managed_policy", baseline).map(
        (m) => m.name,
      )
    return listed
  }

  function valueAt(root: unknown, at: Pointer): unknown {
    return pointerKeys(at).reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null && Object.hasOwn(value, key)
          ? Reflect.get(value, key)
          : undefined,
      root,
    )
  }

  function expectedOf(item: unknown, place: Pointer): unknown {
    if (typeof item !== "string")
      return place.includes("/Statement") ? item : expect.objectContaining(Object(item))
    if (place.startsWith("/ManagedPolicyArns")) return managedPolicyArn(item)
    const action = item.includes(":") ? item : `${item}:*`
    return place.includes("/Action/") ? action : allow(action)
  }
})
