import { describe, expect, test } from "vitest"
import foreign from "../conformance/foreign-import.json" with { type: "json" }
import { parseRoles } from "./roles.ts"

const cases = foreign.cases.filter(({ format }) => !format.startsWith("terraform"))

/** JSON values, whatever the type that the import of the file gives them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

describe("the recorded texts", () => {
  test.each(cases)("$format: $name", async ({ format, text, expected }) => {
    const { value, issues } = await parseRoles(text)
    if (format === "unknown") {
      expect(value).toBeUndefined()
      expect(issues).not.toEqual([])
      return
    }
    if ("roles" in expected && expected.roles) {
      const byName = new Map(value?.map((role) => [role.name, role]))
      expect(value).toHaveLength(expected.roles.length)
      for (const role of expected.roles) expect(plain(byName.get(role.name))).toEqual(role)
    } else {
      expect((value ?? []).length).toBeLessThanOrEqual(1)
      const { Policies = [], ManagedPolicyArns = [] } = value?.[0] ?? {}
      expect(plain({ Policies, ManagedPolicyArns })).toEqual(plain(expected.role))
    }
    for (const name of expected.left)
      expect(issues.map(({ message }) => message.toLowerCase()).join("\n")).toContain(
        name.toLowerCase(),
      )
    if (expected.left.length === 0) expect(issues).toEqual([])
  })
})
