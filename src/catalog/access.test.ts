import { describe, expect, test } from "vitest"
import scenarios from "../policy/conformance/jets-scenarios.json" with { type: "json" }
import {
  attachedPolicies,
  type BaselineName,
  buildRole,
  evaluateAccess,
  type IamConfig,
  managedNames,
} from "../policy/index.ts"
import { loadCatalog } from "./catalog.ts"

const catalog = await loadCatalog("managedPolicies", "managedDocuments")

interface Scenario {
  readonly name: string
  readonly baseline: BaselineName
  readonly config: IamConfig
  readonly decisions: readonly {
    readonly action: string
    readonly resource: string
    readonly allowed: boolean
  }[]
}

const all: readonly Scenario[] = JSON.parse(JSON.stringify(scenarios.scenarios))

describe.each(all)("$name", ({ config, baseline, decisions }) => {
  const role = buildRole(config, { baseline })
  const { policies, unknown } = attachedPolicies(role, catalog)

  test.each(decisions)("$action on $resource: $allowed", ({ action, resource, allowed }) => {
    const { decision, uncertain } = evaluateAccess(policies, { action, resource })
    expect(decision === "Allowed").toBe(allowed)
    expect(uncertain).toBe(undefined)
  })

  test("all its managed policies are known", () => {
    expect(unknown).toEqual([])
    expect(managedNames(role).every((name) => catalog.managedDocuments?.has(name))).toBe(true)
  })
})
