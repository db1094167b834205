import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { baselineNames, baselines } from "../../config/baseline.ts"
import type { BaselineName, DefaultSetting, IamConfig } from "../../config/config.ts"
import type { Diagnostic, DiagnosticCode } from "../../config/diagnostic.ts"
import { applyFix } from "../../config/edit.ts"
import { jetsUse } from "../../config/jetsUses.ts"
import { checkConfig } from "../check.ts"

const lists: readonly (readonly [DefaultSetting, DiagnosticCode])[] = [
  ["default_policy", "default-permission-removed"],
  ["default_managed_policy", "default-managed-policy-removed"],
  ["default_vpc_policy", "default-vpc-permission-removed"],
]
const cases = baselineNames.flatMap((baseline) =>
  lists.flatMap(([setting, code]) =>
    baselines[baseline][setting].length === 0 ? [] : [{ baseline, setting, code }],
  ),
)

function removals(config: IamConfig, baseline: BaselineName = "docs"): readonly Diagnostic[] {
  return checkConfig(config, { baseline }).filter(({ code }) => code.endsWith("-removed"))
}

/** All of the docs baseline's default policy but these. */
function without(...items: readonly string[]): readonly string[] {
  return baselines.docs.default_policy.filter((item) => !items.includes(item))
}

describe.each(cases)("$setting of $baseline", ({ baseline, setting, code }) => {
  const defaults = baselines[baseline][setting]

  test.each(defaults)("%s removed alone is reported alone, and restored", (item) => {
    const config = { [setting]: defaults.filter((other) => other !== item) }
    const found = removals(config, baseline)
    expect(found.map((one) => one.subject)).toEqual([item])
    expect(found[0]).toMatchObject({ code, severity: jetsUse(setting, item)?.severity })
    const fix = found[0]?.fixes?.[0]
    expect(fix?.title).toBe(`Restore ${item}`)
    expect(fix && applyFix(config, fix)).toEqual({ [setting]: defaults })
  })

  test("any removed subset is reported, and restored in Jets' order around the person's own items", () => {
    const mixed = fc.tuple(
      fc.subarray([...defaults]),
      fc.array(fc.tuple(fc.constantFrom("rds", "x:y", "rds", 7, null, ["kms"]), fc.nat(20))),
    )
    fc.assert(
      fc.property(mixed, ([kept, added]) => {
        const list: (string | number | null | string[])[] = [...kept]
        for (const [item, place] of added) list.splice(place, 0, item)
        const config: IamConfig = { [setting]: list }
        const removed = defaults.filter((item) => !kept.includes(item))
        const found = removals(config, baseline)
        if (setting === "default_policy" && kept.length === 0)
          expect(found.map((one) => one.code)).toEqual(["all-defaults-removed"])
        else expect(new Set(found.map((one) => one.subject))).toEqual(new Set(removed))

        const fix = found[0]?.fixes?.at(-1)
        expect(fix === undefined).toBe(removed.length === 0)
        if (!fix) return
        expect(fix.title).toBe(
          removed.length > 1 ? `Restore all ${removed.length}` : `Restore ${removed[0]}`,
        )
        const after = applyFix(config, fix)
        expect(removals(after, baseline)).toEqual([])
        const flat = (settings: IamConfig) =>
          [settings[setting]].flat(9).filter((item) => item !== null)
        const isDefault = (item: unknown) => typeof item === "string" && defaults.includes(item)
        expect(flat(after).filter(isDefault)).toEqual(defaults)
        expect(flat(after).filter((item) => !isDefault(item))).toEqual(
          flat(config).filter((item) => !isDefault(item)),
        )
      }),
    )
  })
})

test("says what breaks, when, and what still grants it", () => {
  const message = (config: IamConfig) => removals(config)[0]?.message
  expect(message({ default_policy: without("cloudformation") })).toBe(
    "Jets' default `cloudformation` is removed: every deploy fails when the runner updates the stack. Nothing else in the settings grants it.",
  )
  expect(message({ default_policy: without("sqs"), managed_policy: ["AmazonSQSFullAccess"] })).toBe(
    "Jets' default `sqs` is removed: the stack fails at the SQS queue and rolls back when jobs are on, `sqs_event` generates a queue, or you share an SQS queue. Nothing else in the settings grants it, not counting managed policies.",
  )
  expect(message({ default_policy: without("s3"), policy: ["s3:Get*", "s3:Put*"] })).toBe(
    "Jets' default `s3` is removed. `s3:Get*` in `policy` and 1 more still grant a part of it; without the rest, every deploy fails within seconds, when the runner downloads the code.",
  )
  expect(message({ default_policy: without("iam"), policy: ["IAM:*"] })).toBe(
    "Jets' default `iam` is removed, but `IAM:*` in `policy` still grants all of it.",
  )
  expect(message({ default_policy: without("apigateway") })).toContain("No documented feature")
  expect(message({ default_policy: [] })).toContain("every deploy fails. Nothing else")
  expect(message({ default_policy: ["s3:Get*"], policy: ["iam"] })).toContain(
    "Other items still grant 1 of them wholly and 1 of them in part",
  )
})

const allow = { Effect: "Allow", Action: "s3:*", Resource: "*" }
const deny = { ...allow, Effect: "Deny" }

test.each([
  ["a statement", { ...allow }, "info", "/policy/0/Action"],
  ["an action among others", { ...allow, Action: ["x", "S?:*"] }, "info", "/policy/0/Action/1"],
  ["a document", { Statement: [allow] }, "info", "/policy/0/Statement/0/Action"],
  [
    "an inline policy",
    { PolicyDocument: { Statement: allow } },
    "info",
    "/policy/0/PolicyDocument/Statement/Action",
  ],
  [
    "an exception",
    { ...allow, Action: undefined, NotAction: "iam:*" },
    "info",
    "/policy/0/NotAction",
  ],
  [
    "an exception that holds a part of it",
    { Effect: "Allow", NotAction: "s3:Put*", Resource: "*" },
    "error",
    "/policy/0/NotAction",
  ],
  [
    "an exception that holds it",
    { Effect: "Allow", NotAction: "s3:*", Resource: "*" },
    "error",
    undefined,
  ],
  ["one resource", { ...allow, Resource: "arn:aws:s3:::a" }, "error", "/policy/0/Action"],
  ["a condition", { ...allow, Condition: { Bool: { a: "true" } } }, "error", "/policy/0/Action"],
  ["interpolation", "s3:#{action}", "error", "/policy/0"],
  ["another service", "s3-object-lambda", "error", undefined],
])("%s grants the default s3 as far as it goes", (_, item, severity, related) => {
  const config: IamConfig = JSON.parse(
    JSON.stringify({ default_policy: without("s3"), policy: [item] }),
  )
  expect(removals(config)).toMatchObject([{ subject: "s3", severity }])
  expect(removals(config)[0]?.related).toEqual(related && [related])
})

test("a Deny takes a grant away again", () => {
  const [part] = removals({
    default_policy: without("s3"),
    policy: ["s3", { ...deny, Action: "s3:Put*" }],
  })
  expect(part).toMatchObject({ severity: "error", related: ["/policy/0", "/policy/1/Action"] })
  expect(part?.message).toContain(
    "`s3` in `policy` still grants a part of it, less the Deny of `s3:Put*`",
  )
  const [all] = removals({ default_policy: without("s3"), policy: ["s3", deny] })
  expect(all).toMatchObject({ severity: "error", related: ["/policy/1/Action"] })
  expect(all?.message).toContain("takes it away, and would after restoring it")
})

test("a default managed policy that is attached elsewhere is not restored twice", () => {
  const found = removals({
    default_managed_policy: [],
    managed_policy: ["AmazonSSMReadOnlyAccess"],
  })
  const ssm = found.find(({ subject }) => subject === "AmazonSSMReadOnlyAccess")
  expect(ssm).toMatchObject({ severity: "info", related: ["/managed_policy/0"], fixes: [] })
  const acm = found.find(({ subject }) => subject === "AWSCertificateManagerReadOnly")
  expect(acm?.fixes?.map(({ title }) => title)).toEqual(["Restore AWSCertificateManagerReadOnly"])
})

test("items can grant what a managed policy does", () => {
  const config = { default_managed_policy: [], policy: ["acm", "ssm:Get*"] }
  expect(removals(config).map(({ subject, severity }) => [subject, severity])).toEqual([
    ["AmazonSSMReadOnlyAccess", "error"],
    ["AWSCertificateManagerReadOnly", "info"],
  ])
})

test("all defaults removed is an error, whatever grants them elsewhere", () => {
  const config = { default_policy: [], policy: [...baselines.docs.default_policy] }
  const [found] = removals(config)
  expect(found).toMatchObject({ code: "all-defaults-removed", severity: "error" })
  expect(found?.message).toContain("Other items still grant them all")
})
