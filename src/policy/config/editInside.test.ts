import fc from "fast-check"
import { expect, test } from "vitest"
import { anyConfig } from "../conformance/arbitrary.ts"
import { isList } from "../iam/document.ts"
import type { IamConfig } from "./config.ts"
import { applyEdit } from "./edit.ts"
import type { Edit } from "./fix.ts"
import { below, type Pointer } from "./pointer.ts"

const statement = { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: "*" }
const config = { policy: ["s3", statement, { Statement: [statement] }] }
/** The second item once the settings are edited. */
const second = (edited: IamConfig) => (isList(edited.policy) ? edited.policy[1] : undefined)
const at = (place: Pointer): Pointer => `/policy/1${place}`

test.each<[string, Edit, unknown]>([
  ["a value", { edit: "set", at: at("/Effect"), value: "Deny" }, { ...statement, Effect: "Deny" }],
  [
    "an element",
    { edit: "set", at: at("/Action/1"), value: "s3:*" },
    { ...statement, Action: ["s3:GetObject", "s3:*"] },
  ],
  [
    "an element less",
    { edit: "unset", at: at("/Action/0") },
    { ...statement, Action: ["s3:PutObject"] },
  ],
  ["a key less", { edit: "unset", at: at("/Action") }, { Effect: "Allow", Resource: "*" }],
  ["a place that is gone", { edit: "set", at: at("/Condition/Bool/x"), value: 1 }, statement],
  ["an index that is gone", { edit: "unset", at: at("/Action/2") }, statement],
  ["no index", { edit: "unset", at: at("/Action/length") }, statement],
  ["a name that is taken", { edit: "rename", at: at("/Action"), key: "Effect" }, statement],
])("%s", (_, edit, expected) => {
  expect(second(applyEdit(config, edit))).toEqual(expected)
})

test.each<[string, Edit, readonly string[]]>([
  [
    "a new key comes where IAM has it",
    { edit: "set", at: at("/Sid"), value: "Read" },
    ["Sid", "Effect", "Action", "Resource"],
  ],
  [
    "a last key comes last",
    { edit: "set", at: at("/Condition"), value: {} },
    ["Effect", "Action", "Resource", "Condition"],
  ],
  [
    "a new name stays in its place",
    { edit: "rename", at: at("/Action"), key: "NotAction" },
    ["Effect", "NotAction", "Resource"],
  ],
])("%s", (_, edit, keys) => {
  expect(Object.keys(Object(second(applyEdit(config, edit))))).toEqual(keys)
})

test("deep inside a document, nothing else changes", () => {
  const edited = applyEdit(config, {
    edit: "set",
    at: "/policy/2/Statement/0/Effect",
    value: "Deny",
  })
  expect(edited).toEqual({
    policy: ["s3", statement, { Statement: [{ ...statement, Effect: "Deny" }] }],
  })
  expect(second(edited)).toBe(statement)
})

test("no edit throws, whatever its place", () => {
  const key = fc.oneof(
    fc.constantFrom("policy", "0", "1", "Statement", "Action", "length", "__proto__", "-"),
    fc.string(),
  )
  const pointer = fc.array(key).map((keys) => keys.reduce<Pointer>(below, ""))
  fc.assert(
    fc.property(anyConfig, pointer, fc.jsonValue(), (settings: IamConfig, place, value) => {
      const before = JSON.stringify(settings)
      applyEdit(settings, { edit: "set", at: place, value: JSON.parse(JSON.stringify(value)) })
      applyEdit(settings, { edit: "unset", at: place })
      applyEdit(settings, { edit: "rename", at: place, key: "Action" })
      expect(JSON.stringify(settings)).toBe(before)
    }),
  )
})
