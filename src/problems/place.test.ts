import { expect, test } from "vitest"
import { placeName } from "./place.ts"

test.each([
  { at: "/default_policy", name: "default_policy" },
  { at: "/policy/1/Action/0", name: "policy[1].Action[0]" },
  { at: "/policy/0/Condition/Bool/aws:Secure~1x", name: 'policy[0].Condition.Bool."aws:Secure/x"' },
] as const)("$at", ({ at, name }) => {
  expect(placeName(at)).toBe(name)
})
