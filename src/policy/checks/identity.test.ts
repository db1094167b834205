import { expect, test } from "vitest"
import type { IamConfig } from "../config/config.ts"
import type { Diagnostic } from "../config/diagnostic.ts"
import type { Pointer } from "../config/pointer.ts"
import { identities } from "./identity.ts"

const statement = { Effect: "Allow", Action: ["s3:GetObjet"], Resource: "*" }
const reordered = { Resource: "*", Action: ["s3:GetObjet"], Effect: "Allow" }

function identity(config: IamConfig, at: Pointer, subject?: string): string | undefined {
  const found: Diagnostic = {
    code: "invalid-action",
    severity: "warning",
    message: "",
    at,
    ...(subject && { subject }),
  }
  return identities(config, [found])[0]
}

test("an equal item has the same one, wherever it stands", () => {
  const here = identity({ policy: [statement] }, "/policy/0/Action/0")
  expect(identity({ policy: ["ec2", [null, reordered]] }, "/policy/1/1/Action/0")).toBe(here)
})

test.each<[string, IamConfig, Pointer, string?]>([
  ["another item", { policy: [{ ...statement, Effect: "Deny" }] }, "/policy/0/Action/0"],
  ["another place in it", { policy: [statement] }, "/policy/0/Resource"],
  ["another list", { default_policy: [statement] }, "/default_policy/0/Action/0"],
  ["another subject", { policy: [statement] }, "/policy/0/Action/0", "s3:GetObjet"],
  ["the whole", { policy: [statement] }, ""],
])("%s has another", (_, config, at, subject) => {
  expect(identity(config, at, subject)).not.toBe(
    identity({ policy: [statement] }, "/policy/0/Action/0"),
  )
})
