import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { JsonValue } from "../iam/document.ts"
import { baselineNames, baselines } from "./baseline.ts"
import {
  type BaselineName,
  type DefaultSetting,
  type IamConfig,
  isPolicySetting,
} from "./config.ts"
import { defaultStates, isKept, restoreEdits } from "./defaults.ts"
import { applyFix } from "./edit.ts"
import { listEntries } from "./item.ts"

const lists = baselineNames.flatMap((baseline) =>
  (["default_policy", "default_managed_policy", "default_vpc_policy"] as const).map((setting) => ({
    baseline,
    setting,
    all: baselines[baseline][setting],
  })),
)
type List = (typeof lists)[number]

const removed = (config: IamConfig, setting: DefaultSetting, baseline: BaselineName) =>
  defaultStates(config, setting, baseline).flatMap((state) => (isKept(state) ? [] : [state.item]))
const restored = (config: IamConfig, { setting, baseline }: List, items: readonly string[]) =>
  applyFix(config, { title: "Restore", edits: restoreEdits(config, setting, baseline, items) })
const values = (config: IamConfig, setting: DefaultSetting) =>
  listEntries(config, setting).map((entry) => entry.value)

describe.each(lists)("$setting of $baseline", (list) => {
  const { baseline, setting, all } = list

  test("an absent list keeps all, and nothing is restored into it", () => {
    expect(removed({}, setting, baseline)).toEqual([])
    expect(defaultStates({}, setting, baseline).map((state) => state.item)).toEqual(all)
    expect(restoreEdits({}, setting, baseline, all)).toEqual([])
  })

  test.each([[], null, "s3", {}, 7].map((written): { written: JsonValue } => ({ written })))(
    "from $written all are restored in Jets' order",
    ({ written }) => {
      const config = { [setting]: written }
      expect(removed(config, setting, baseline)).toEqual(all)
      const after = restored(config, list, all)
      expect(values(after, setting)).toEqual(all)
    },
  )

  test("each one removed alone is said and comes back to its place", () => {
    for (const item of all) {
      const config = { [setting]: all.filter((other) => other !== item) }
      expect(removed(config, setting, baseline)).toEqual([item])
      expect(restored(config, list, [item])[setting]).toEqual(all)
    }
  })

  const own: fc.Arbitrary<JsonValue> = isPolicySetting(setting)
    ? fc.nat().map((seed) => (seed % 2 ? `own${seed}:Do` : { Sid: `${seed}` }))
    : fc.nat().map((seed) => `Own${seed}`)
  const between = fc.array(fc.oneof(own, fc.constantFrom<JsonValue>(null, 7)), { maxLength: 3 })
  const spelled = (item: string) =>
    isPolicySetting(setting)
      ? fc.constantFrom(item, item.toUpperCase(), item.includes(":") ? item : `${item}:*`)
      : fc.constantFrom(item, `arn:aws:iam::aws:policy/${item}`)
  /** Some of the defaults, however spelled, with own items between them, some nested. */
  const config = (kept: readonly string[]) =>
    fc
      .tuple(
        fc.tuple(...kept.map((item) => fc.tuple(between, spelled(item), fc.boolean()))),
        between,
      )
      .map(([parts, end]) => ({
        [setting]: [
          ...parts.flatMap(([before, item, nested]): JsonValue[] =>
            nested ? [[...before, [item]]] : [...before, item],
          ),
          ...end,
        ],
      }))

  /** Where each default is in the list, in Jets' order. */
  const places = (after: IamConfig) =>
    defaultStates(after, setting, baseline).map((state) =>
      listEntries(after, setting).findIndex((entry) => entry.at === state.at[0]),
    )

  test("some removed, own items between: all come back in order, own items keep theirs", () => {
    const kept = fc.subarray([...all])
    fc.assert(
      fc.property(
        kept.chain((some) => fc.tuple(fc.constant(some), config(some))),
        ([some, before]) => {
          const gone = all.filter((item) => !some.includes(item))
          expect(removed(before, setting, baseline)).toEqual(gone)
          const after = restored(before, list, all)
          expect(removed(after, setting, baseline)).toEqual([])
          expect(places(after)).toEqual(places(after).toSorted((left, right) => left - right))
          expect(values(after, setting)).toHaveLength(values(before, setting).length + gone.length)
          const others = values(after, setting).filter(
            (value) => typeof value !== "string" || !gone.includes(value),
          )
          expect(others).toEqual(values(before, setting))
        },
      ),
    )
  })

  test("one after another or all at once is the same list", () => {
    fc.assert(
      fc.property(
        fc.subarray([...all]).chain(config),
        fc.shuffledSubarray([...all]),
        (before, wanted) => {
          const once = restored(before, list, wanted)
          const each = wanted.reduce<IamConfig>((now, item) => restored(now, list, [item]), before)
          expect(removed(each, setting, baseline)).toEqual(removed(once, setting, baseline))
          if (wanted.length === all.length)
            expect(places(once)).toEqual(places(once).toSorted((a, b) => a - b))
        },
      ),
    )
  })

  test("a list that the person reordered: what is there keeps its order", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...all]), (some) => {
        const after = restored({ [setting]: some }, list, all)
        expect(removed(after, setting, baseline)).toEqual([])
        expect(
          values(after, setting).filter((v) => typeof v === "string" && some.includes(v)),
        ).toEqual(some)
      }),
    )
  })
})

describe("what keeps a default", () => {
  const token = "sts:GetServiceBearerToken"
  const rows: {
    what: string
    list: JsonValue
    item: string
    setting?: DefaultSetting
    at?: string[]
    coveredBy?: string
  }[] = [
    { what: "itself", list: ["s3"], item: "s3", at: ["0"] },
    { what: "any case", list: ["S3"], item: "s3", at: ["0"] },
    { what: "the action of the shorthand", list: ["s3:*"], item: "s3", at: ["0"] },
    { what: "repeats", list: ["s3", "S3:*"], item: "s3", at: ["0", "1"] },
    { what: "nested lists and nulls", list: [null, ["x", ["s3"]]], item: "s3", at: ["1/1/0"] },
    { what: "a wider action", list: ["sts:*"], item: token, coveredBy: "sts:*" },
    { what: "a wider shorthand", list: ["STS"], item: token, coveredBy: "STS" },
    { what: "a pattern", list: ["sts:get*"], item: token, coveredBy: "sts:get*" },
    { what: "a star", list: ["*"], item: "s3", coveredBy: "*" },
    { what: "itself and a star", list: ["s3", "*:*"], item: "s3", at: ["0"], coveredBy: "*:*" },
    { what: "not a part of it", list: ["s3:Get*", "s3:GetObject"], item: "s3" },
    { what: "not a longer name", list: ["ecr-public"], item: "ecr" },
    { what: "not a statement", list: [{ Action: "s3:*", Effect: "Allow" }], item: "s3" },
    {
      what: "a managed policy by its ARN",
      setting: "default_managed_policy",
      list: ["arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"],
      item: "AmazonSSMReadOnlyAccess",
      at: ["0"],
    },
    {
      what: "a managed policy by its name",
      setting: "default_managed_policy",
      list: [["AmazonSSMReadOnlyAccess"]],
      item: "AmazonSSMReadOnlyAccess",
      at: ["0/0"],
    },
    {
      what: "not another account's of that name",
      setting: "default_managed_policy",
      list: ["arn:aws:iam::123456789012:policy/AmazonSSMReadOnlyAccess", "*"],
      item: "AmazonSSMReadOnlyAccess",
    },
  ]
  test.each(rows)("$what", ({ list, item, setting = "default_policy", at = [], coveredBy }) => {
    const states = defaultStates({ [setting]: list }, setting, "docs")
    const state = states.find((one) => one.item === item)
    expect(state).toEqual({ item, at: at.map((place) => `/${setting}/${place}`), coveredBy })
    expect(state && isKept(state)).toBe(at.length > 0 || coveredBy !== undefined)
  })

  test("what is covered or not asked for isn't restored", () => {
    const config: IamConfig = { default_policy: ["sts:*", "own:Do"] }
    const list = { setting: "default_policy", baseline: "docs", all: [] } as const
    expect(restored(config, list, [token, "s3", "lambda"]).default_policy).toEqual([
      "lambda",
      "s3",
      "sts:*",
      "own:Do",
    ])
  })
})
