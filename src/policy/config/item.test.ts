import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "../iam/document.ts"
import { baselines } from "./baseline.ts"
import {
  actionOf,
  itemValue,
  listEntries,
  managedItems,
  type PolicyItem,
  policyItems,
  toPolicyItem,
} from "./item.ts"

describe("the kind of an item (DESIGN 2.3)", () => {
  const cases: { value: JsonValue; kind: PolicyItem["kind"] | undefined }[] = [
    { value: "s3", kind: "service" },
    { value: "", kind: "service" },
    { value: "*", kind: "service" },
    { value: "sts:GetServiceBearerToken", kind: "action" },
    { value: "ssm:Get*", kind: "action" },
    { value: ":", kind: "action" },
    { value: { PolicyDocument: {} }, kind: "inline" },
    { value: { PolicyName: "a" }, kind: "inline" },
    { value: { PolicyName: "a", Statement: [], Action: "*" }, kind: "inline" },
    { value: { Version: "2012-10-17", PolicyDocument: null }, kind: "inline" },
    { value: { Statement: [] }, kind: "document" },
    { value: { Action: "*", Statement: {} }, kind: "document" },
    { value: { Action: "*", Version: "2012-10-17" }, kind: "statement" },
    { value: { Id: "a", NotAction: "*" }, kind: "statement" },
    { value: { Version: "2012-10-17" }, kind: "document" },
    { value: { Id: "a" }, kind: "document" },
    { value: {}, kind: "statement" },
    { value: { Effect: "Deny" }, kind: "statement" },
    { value: { action: "*", statement: [] }, kind: "statement" },
    { value: 1, kind: undefined },
    { value: true, kind: undefined },
    { value: null, kind: undefined },
    { value: ["s3"], kind: undefined },
  ]
  test.each(cases)("$value: $kind", ({ value, kind }) => {
    const item = toPolicyItem(value, "/policy/0")
    expect(item?.kind).toBe(kind)
    if (item) expect(itemValue(item)).toBe(value)
    if (item) expect(item.at).toBe("/policy/0")
  })
  test("an inherited key doesn't count", () => {
    expect(toPolicyItem(Object.create({ Statement: [] }), "")?.kind).toBe("statement")
  })
})

test.each([
  ["s3", "s3:*"],
  ["*", "*:*"],
  ["s3:Get*", "s3:Get*"],
])("the action of %s is %s", (item, action) => {
  expect(actionOf(item)).toBe(action)
})

describe("the items of a list", () => {
  const statement = { Effect: "Allow", Action: "s3:*" }
  const turned = { Action: "s3:*", Effect: "Allow" }
  const listed = { Effect: "Allow", Action: ["s3:*"] }
  const cases: { what: string; list: JsonValue; items: [at: string, value: JsonValue][] }[] = [
    { what: "empty", list: [], items: [] },
    { what: "no list", list: "s3", items: [] },
    { what: "null", list: null, items: [] },
    { what: "an object", list: { 0: "s3" }, items: [] },
    {
      what: "nested lists are flattened, nulls dropped, places are as written",
      list: [null, ["a", [null, ["b"], []]], "c"],
      items: [
        ["/policy/1/0", "a"],
        ["/policy/1/1/1/0", "b"],
        ["/policy/2", "c"],
      ],
    },
    {
      what: "equal items once, at the first one's place",
      list: ["b", "a", ["b"], "a", "B"],
      items: [
        ["/policy/0", "b"],
        ["/policy/1", "a"],
        ["/policy/4", "B"],
      ],
    },
    {
      what: "key order aside, but a string isn't a list of one",
      list: [statement, turned, listed],
      items: [
        ["/policy/0", statement],
        ["/policy/2", listed],
      ],
    },
    {
      what: "what can't be used is left out",
      list: [1, "a", false, 1.5],
      items: [["/policy/1", "a"]],
    },
  ]
  test.each(cases)("$what", ({ list, items }) => {
    expect(
      policyItems({ policy: list }, "policy").map((item) => [item.at, itemValue(item)]),
    ).toEqual(items)
  })
  test("repeats keep what is equal", () => {
    const items = policyItems({ policy: ["a", ["a"], 1, "a"] }, "policy", "docs", { repeats: true })
    expect(items.map(({ at }) => at)).toEqual(["/policy/0", "/policy/1/0", "/policy/3"])
  })
  test("an absent default's are the baseline's, where they would be if overridden", () => {
    expect(policyItems({}, "default_policy", "6.0.5").map(itemValue)).toEqual(
      baselines["6.0.5"].default_policy,
    )
    expect(policyItems({}, "default_policy")[1]).toEqual({
      at: "/default_policy/1",
      kind: "service",
      service: "cloudformation",
    })
    expect(policyItems({}, "default_vpc_policy")).toEqual([])
    expect(policyItems(Object.create({ policy: ["s3"] }), "policy")).toEqual([])
  })
  test("nesting is no limit", () => {
    let list: JsonValue = ["s3"]
    for (let depth = 0; depth < 100_000; depth++) list = [list]
    expect(policyItems({ policy: list }, "policy").map(itemValue)).toEqual(["s3"])
  })
  test("any nesting gives what Array.flat gives", () => {
    const leaf = fc.constantFrom<JsonValue>("a", "b", null, 1, { Action: "a" })
    const { list } = fc.letrec<{ list: JsonValue[] }>((tie) => ({
      list: fc.array(fc.oneof({ maxDepth: 4 }, leaf, tie("list")), { maxLength: 4 }),
    }))
    fc.assert(
      fc.property(list, (value) => {
        const flat = [value].flat(9).filter((item) => item !== null)
        expect(listEntries({ policy: value }, "policy").map((entry) => entry.value)).toEqual(flat)
      }),
    )
  })
})

describe("the items of a managed policy list", () => {
  test("are its strings, flattened, equal ones once", () => {
    const config = { managed_policy: ["a", [null, "b", { PolicyName: "c" }], "a", 1] }
    expect(managedItems(config, "managed_policy")).toEqual([
      { at: "/managed_policy/0", name: "a" },
      { at: "/managed_policy/1/1", name: "b" },
    ])
    const repeats = managedItems(config, "managed_policy", "docs", { repeats: true })
    expect(repeats.map(({ at }) => at)).toEqual([
      "/managed_policy/0",
      "/managed_policy/1/1",
      "/managed_policy/2",
    ])
  })
  test("are the baseline's when absent", () => {
    expect(managedItems({}, "default_managed_policy").map(({ name }) => name)).toEqual(
      baselines.docs.default_managed_policy,
    )
  })
})
