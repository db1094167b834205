import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../../policy/conformance/arbitrary.ts"
import recorded from "../../policy/conformance/jets-6.0.5.json" with { type: "json" }
import {
  buildRole,
  formatConfig,
  parseRoles,
  recognizeText,
  roleToConfig,
  type Scope,
  toCloudFormation,
  toJson,
  toYaml,
} from "../../policy/index.ts"

const writers = { toYaml, toJson, toCloudFormation }
const scopes: readonly Scope[] = ["whole", "custom"]

test("what this editor writes is recognised as what it is", () => {
  fc.assert(
    fc.property(anyConfig, fc.constantFrom(toYaml, toJson, toCloudFormation), (config, write) => {
      const role = buildRole(config)
      if (role.Policies.length + role.ManagedPolicyArns.length > 0)
        expect(recognizeText(write(role))).toBe("roles")
      if (Object.hasOwn(config, "policy"))
        expect(recognizeText(formatConfig(config))).toBe("config")
    }),
  )
})

test.each(Object.entries(writers))(
  "a role that %s wrote comes back as it was",
  async (_, write) => {
    for (const { config } of recorded.cases)
      for (const scope of scopes) {
        const role = buildRole(JSON.parse(JSON.stringify(config)), { scope })
        if (role.Policies.length + role.ManagedPolicyArns.length === 0) continue
        const { value: [read] = [], issues } = await parseRoles(write(role))
        expect(issues).toEqual([])
        if (!read) throw new Error("no role was read")
        const { Policies, ManagedPolicyArns } = read
        expect({ Policies, ManagedPolicyArns }).toEqual(role)
        expect(buildRole(roleToConfig(read, { scope }), { scope })).toEqual(role)
      }
  },
)
