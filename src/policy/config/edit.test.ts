import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "../iam/document.ts"
import { baselines } from "./baseline.ts"
import {
  type IamConfig,
  isDefaultSetting,
  isPolicySetting,
  type Setting,
  settingAt,
  settings,
} from "./config.ts"
import {
  addItem,
  applyEdit,
  applyFix,
  moveItem,
  overrideSetting,
  removeItem,
  replaceItem,
  resetSetting,
} from "./edit.ts"
import type { Edit } from "./fix.ts"
import { itemValue, listEntries, managedItems, policyItems } from "./item.ts"
import { parseConfig } from "./parse.ts"
import type { Pointer } from "./pointer.ts"

const rows = (config: IamConfig, setting: Setting) =>
  isPolicySetting(setting)
    ? policyItems(config, setting, "docs", { repeats: true }).map((item) => ({
        at: item.at,
        value: itemValue(item),
      }))
    : managedItems(config, setting, "docs", { repeats: true }).map(({ at, name }) => ({
        at,
        value: name,
      }))
const values = (config: IamConfig, setting: Setting): JsonValue[] =>
  rows(config, setting).map(({ value }) => value)
const flat = (config: IamConfig, setting: Setting) =>
  listEntries(config, setting).map(({ value }) => value)

const leaf = fc.constantFrom<JsonValue>("a", "b", "s3:Get*", { Action: "a" }, null, 1, false)
const { list } = fc.letrec<{ list: JsonValue[] }>((tie) => ({
  list: fc.array(fc.oneof({ maxDepth: 3 }, leaf, tie("list")), { maxLength: 5 }),
}))
const lists = fc.record<Record<Setting, JsonValue[]>>({
  policy: list,
  managed_policy: list,
  default_policy: list,
  default_managed_policy: list,
  default_vpc_policy: list,
})
const config: fc.Arbitrary<IamConfig> = fc
  .tuple(lists, fc.subarray([...settings]), fc.boolean())
  .map(([all, present, proto]) =>
    Object.fromEntries([
      ...(proto ? [["__proto__", { policy: ["x"] }] as const] : []),
      ...present.map((setting) => [setting, all[setting]] as const),
    ]),
  )
const setting = fc.constantFrom(...settings)
const item = fc.constantFrom("new", "a", "arn:aws:iam::aws:policy/New")
const index = fc.integer({ min: -2, max: 20 })
const clamp = (place: number, last: number) => Math.min(Math.max(place, 0), last)

/** Settings in which the setting is present, and the setting. */
const present = fc
  .tuple(lists, config, setting)
  .map(([all, rest, one]): [IamConfig, Setting] => [{ ...rest, [one]: all[one] }, one])

describe("each edit, by example", () => {
  const nested: IamConfig = { policy: ["a", ["b", null, ["c"]], 1], x: 1 }
  const cases: { what: string; result: IamConfig; policy: JsonValue }[] = [
    {
      what: "add at the end",
      result: addItem(nested, "policy", "n"),
      policy: ["a", "b", "c", 1, "n"],
    },
    {
      what: "add first",
      result: addItem(nested, "policy", "n", 0),
      policy: ["n", "a", "b", "c", 1],
    },
    {
      what: "add before c",
      result: addItem(nested, "policy", "n", 2),
      policy: ["a", "b", "n", "c", 1],
    },
    {
      what: "add far out",
      result: addItem(nested, "policy", "n", 9),
      policy: ["a", "b", "c", 1, "n"],
    },
    {
      what: "add counts no unusable",
      result: addItem({ policy: [1, "a"], x: 1 }, "policy", "n", 0),
      policy: [1, "n", "a"],
    },
    { what: "add to nothing", result: addItem({ x: 1 }, "policy", "n", 3), policy: ["n"] },
    {
      what: "replace",
      result: replaceItem(nested, "/policy/1/0", "n"),
      policy: ["a", "n", "c", 1],
    },
    {
      what: "replace the unusable",
      result: replaceItem(nested, "/policy/2", "n"),
      policy: ["a", "b", "c", "n"],
    },
    { what: "remove", result: removeItem(nested, "/policy/1/2/0"), policy: ["a", "b", 1] },
    { what: "move up", result: moveItem(nested, "/policy/1/2/0", 0), policy: ["c", "a", "b", 1] },
    { what: "move down", result: moveItem(nested, "/policy/0", 1), policy: ["b", "a", "c", 1] },
    {
      what: "override a present one",
      result: overrideSetting(nested, "policy", "docs"),
      policy: nested.policy ?? null,
    },
  ]
  test.each(cases)("$what", ({ result, policy }) => {
    expect(result).toEqual({ policy, x: 1 })
  })
  test("managed policies count strings", () => {
    const before = { managed_policy: [{}, "a", "b"] }
    expect(addItem(before, "managed_policy", "n", 1)).toEqual({
      managed_policy: [{}, "a", "n", "b"],
    })
  })
  test.each(["docs", "6.0.5"] as const)("override writes a copy of the baseline %s", (name) => {
    for (const one of settings) {
      const result = overrideSetting({ x: 1 }, one, name)
      expect(result).toEqual({ x: 1, [one]: baselines[name][one] })
      expect(result[one]).not.toBe(baselines[name][one])
    }
  })
  test("reset drops the one setting", () => {
    expect(resetSetting({ policy: [], x: 1 }, "policy")).toEqual({ x: 1 })
    const untouched = { x: 1 }
    expect(resetSetting(untouched, "policy")).toBe(untouched)
  })
  test("a fix is its edits, one after the other", () => {
    const edits: Edit[] = [
      { edit: "override", setting: "default_policy", baseline: "docs" },
      { edit: "remove", at: "/default_policy/0" },
      { edit: "move", at: "/default_policy/14", index: 0 },
      { edit: "replace", at: "/default_policy/1", item: "new" },
      { edit: "add", setting: "policy", item: "s3" },
      { edit: "add", setting: "policy", item: "ec2", index: 0 },
      { edit: "reset", setting: "managed_policy" },
    ]
    expect(applyFix({ managed_policy: [] }, { title: "", edits })).toEqual({
      default_policy: [
        "sts:GetServiceBearerToken",
        "new",
        ...baselines.docs.default_policy.slice(2, -1),
      ],
      policy: ["ec2", "s3"],
    })
  })
})

describe("an absent default list", () => {
  const defaults = settings.filter(isDefaultSetting)
  test.each(defaults)("%s can't be added to", (one) => {
    for (const rest of [{}, { policy: ["a"] }, Object.create({ [one]: ["a"] })]) {
      expect(() => addItem(rest, one, "new")).toThrow(RangeError)
      expect(() => addItem(rest, one, "new", 0)).toThrow(one)
    }
  })
  test.each(defaults)("%s stays absent through every other edit", (one) => {
    const rest: IamConfig = { policy: ["a"] }
    const at: Pointer = `/${one}/0`
    expect(applyEdit(rest, { edit: "add", setting: one, item: "new" })).toBe(rest)
    expect(replaceItem(rest, at, "new")).toBe(rest)
    expect(removeItem(rest, at)).toBe(rest)
    expect(moveItem(rest, at, 0)).toBe(rest)
    expect(resetSetting(rest, one)).toBe(rest)
  })
})

test.each<Pointer>([
  "",
  "/",
  "/policy",
  "/policy/1",
  "/policy/0/0",
  "/policy/-",
  "/policy/00",
  "/x/0",
  "/policy/2",
])("%j holds no item: nothing changes", (at) => {
  const before: IamConfig = { policy: ["a", null, ["b"].slice(1)], x: ["a"] }
  expect(replaceItem(before, at, "new")).toBe(before)
  expect(removeItem(before, at)).toBe(before)
  expect(moveItem(before, at, 0)).toBe(before)
})

test.each<[Pointer, Setting | undefined]>([
  ["/policy", "policy"],
  ["/default_vpc_policy/0/Action", "default_vpc_policy"],
  ["", undefined],
  ["/polic", undefined],
  ["/x/policy", undefined],
])("%j lies in %j", (at, expected) => {
  expect(settingAt(at)).toBe(expected)
})

describe("any settings", () => {
  test("addItem keeps the other items and lands at the index", () => {
    fc.assert(
      fc.property(
        present,
        item,
        fc.option(index, { nil: undefined }),
        ([before, one], added, to) => {
          const after = addItem(before, one, added, to)
          const old = values(before, one)
          const place = clamp(to ?? old.length, old.length)
          expect(values(after, one)).toEqual(old.toSpliced(place, 0, added))
        },
      ),
    )
  })
  test("removeItem after addItem gives the flat list back", () => {
    fc.assert(
      fc.property(present, item, index, ([before, one], added, to) => {
        const after = addItem(before, one, added, to)
        const at = rows(after, one)[clamp(to, values(before, one).length)]?.at ?? ""
        expect(removeItem(after, at)).toEqual({ ...before, [one]: flat(before, one) })
      }),
    )
  })
  test("replaceItem and removeItem change their one item", () => {
    fc.assert(
      fc.property(present, item, fc.nat(), ([before, one], other, pick) => {
        const entries = listEntries(before, one)
        fc.pre(entries.length > 0)
        const place = pick % entries.length
        const at = entries[place]?.at ?? ""
        const old = flat(before, one)
        expect(replaceItem(before, at, other)[one]).toEqual(old.with(place, other))
        expect(removeItem(before, at)[one]).toEqual(old.toSpliced(place, 1))
      }),
    )
  })
  test("moveItem is a permutation and lands at the index", () => {
    fc.assert(
      fc.property(present, fc.nat(), index, ([before, one], pick, to) => {
        const old = rows(before, one)
        fc.pre(old.length > 0)
        const from = pick % old.length
        const after = moveItem(before, old[from]?.at ?? "", to)
        const moved: JsonValue[] = old.map(({ value }) => value)
        const [value] = moved.splice(from, 1)
        moved.splice(clamp(to, old.length - 1), 0, ...(value === undefined ? [] : [value]))
        expect(values(after, one)).toEqual(moved)
        const unusable = (all: readonly JsonValue[]) =>
          all.filter((entry) => !moved.includes(entry))
        expect(unusable(flat(after, one))).toEqual(unusable(flat(before, one)))
      }),
    )
  })
  test("editing writes nested lists flat and changes no item by that", () => {
    fc.assert(
      fc.property(present, ([before, one]) => {
        const [first] = rows(before, one)
        fc.pre(first !== undefined)
        const after = first ? replaceItem(before, first.at, first.value) : before
        expect(after).toEqual({ ...before, [one]: flat(before, one) })
        expect(values(after, one)).toEqual(values(before, one))
      }),
    )
  })
  test("every edit is total, changes one setting, mutates nothing and gives JSON", () => {
    const at = fc
      .tuple(setting, fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }))
      .map(([one, path]): Pointer => `/${one}/${path.join("/")}`)
    const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
      fc.record({ edit: fc.constant("add"), setting, item, index }),
      fc.record({ edit: fc.constant("replace"), at, item }),
      fc.record({ edit: fc.constant("remove"), at }),
      fc.record({ edit: fc.constant("move"), at, index }),
      fc.record({
        edit: fc.constant("override"),
        setting,
        baseline: fc.constantFrom("docs", "6.0.5"),
      }),
      fc.record({ edit: fc.constant("reset"), setting }),
    )
    fc.assert(
      fc.property(config, edit, (before, change) => {
        const text = JSON.stringify(before)
        const after = applyEdit(before, change)
        const edited = "at" in change ? settingAt(change.at) : change.setting
        const others = ({ [edited ?? ""]: _edited, ...rest }: IamConfig) => JSON.stringify(rest)
        expect(JSON.stringify(before)).toBe(text)
        expect(others(after)).toBe(others(before))
        expect(parseConfig(JSON.stringify(after))).toEqual({ value: after, issues: [] })
      }),
      { numRuns: 1000 },
    )
  })
})
