import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  addItem,
  type Diagnostic,
  type IamConfig,
  isPolicySetting,
  type JsonValue,
  moveItem,
  type Pointer,
  type Setting,
  type Severity,
  settings,
} from "../../policy/index.ts"
import { createSeverities, type Row, rowsOf } from "./rows.ts"

const { list } = fc.letrec<{ list: JsonValue[] }>((tie) => ({
  list: fc.array(
    fc.oneof(
      { maxDepth: 2 },
      fc.nat().map((seed): JsonValue => `s${seed}`),
      fc.nat().map((seed): JsonValue => ({ Sid: `${seed}` })),
      fc.constantFrom<JsonValue>(null, 7, true),
      tie("list"),
    ),
    { maxLength: 6 },
  ),
}))
const setting = fc.constantFrom(...settings)
const usable = (list: Setting, row: Row) =>
  typeof row.value === "string" || (isPolicySetting(list) && typeof row.value === "object")
const usables = (config: IamConfig, of: Setting) =>
  rowsOf(config, of).filter((row) => usable(of, row))

describe("rows", () => {
  const rows: { what: string; config: IamConfig; setting: Setting; rows: Row[] }[] = [
    { what: "an absent list", config: {}, setting: "default_policy", rows: [] },
    { what: "what is no list", config: { policy: "s3" }, setting: "policy", rows: [] },
    {
      what: "nested lists, nulls, repeats and what can't be used",
      config: { policy: ["a", [null, "a"], 7, { Sid: "x" }] },
      setting: "policy",
      rows: [
        { at: "/policy/0", value: "a", index: 0 },
        { at: "/policy/1/1", value: "a", index: 1 },
        { at: "/policy/2", value: 7, index: 2 },
        { at: "/policy/3", value: { Sid: "x" }, index: 2 },
      ],
    },
    {
      what: "an object can't be a managed policy",
      config: { managed_policy: [{ Sid: "x" }, "A"] },
      setting: "managed_policy",
      rows: [
        { at: "/managed_policy/0", value: { Sid: "x" }, index: 0 },
        { at: "/managed_policy/1", value: "A", index: 0 },
      ],
    },
  ]
  test.each(rows)("$what", ({ config, setting: of, rows: expected }) => {
    expect(rowsOf(config, of)).toEqual(expected)
  })

  test("a row moved to another's index is in its place, the others keep their order", () => {
    fc.assert(
      fc.property(setting, list, fc.nat(), fc.nat(), (of, items, one, other) => {
        const config = { [of]: items }
        const before = usables(config, of)
        const from = before[one % before.length]
        const to = before[other % before.length]
        if (!from || !to) return
        const after = usables(moveItem(config, from.at, to.index), of).map((row) => row.value)
        const rest = before.filter((row) => row !== from).map((row) => row.value)
        expect(after).toEqual(rest.toSpliced(before.indexOf(to), 0, from.value))
      }),
    )
  })

  test("an item added at a row's index is in its place", () => {
    fc.assert(
      fc.property(setting, list, fc.nat(), (of, items, one) => {
        const config = { [of]: items }
        const before = usables(config, of)
        const at = before[one % before.length]
        if (!at) return
        const after = usables(addItem(config, of, "new", at.index), of)
        expect(after[before.indexOf(at)]?.value).toBe("new")
        expect(after).toHaveLength(before.length + 1)
        const behind = usables(addItem(config, of, "new", at.index + 1), of)
        expect(behind[before.indexOf(at) + 1]?.value).toBe("new")
      }),
    )
  })
})

describe("severities", () => {
  const said = (at: Pointer, severity: Severity): Diagnostic => ({
    code: "missing-action",
    severity,
    message: "",
    at,
  })
  const rows = rowsOf({ policy: ["a", ["b"], { "": 1 }, ...Array(8).fill("x")] }, "policy")
  const cases: { what: string; diagnostics: Diagnostic[]; worst: [Pointer, Severity][] }[] = [
    { what: "nothing said", diagnostics: [], worst: [] },
    { what: "a note marks nothing", diagnostics: [said("/policy/0", "info")], worst: [] },
    {
      what: "the worst counts, in any order",
      diagnostics: [
        said("/policy/0", "warning"),
        said("/policy/0", "error"),
        said("/policy/0", "security"),
        said("/policy/1/0", "warning"),
      ],
      worst: [
        ["/policy/0", "error"],
        ["/policy/1/0", "warning"],
      ],
    },
    {
      what: "what lies inside counts, however deep",
      diagnostics: [said("/policy/2/", "security"), said("/policy/1/0/Action/3", "warning")],
      worst: [
        ["/policy/1/0", "warning"],
        ["/policy/2", "security"],
      ],
    },
    {
      what: "the list, other lists and places that begin alike don't",
      diagnostics: [
        said("", "error"),
        said("/policy", "error"),
        said("/policy/1", "error"),
        said("/managed_policy/0", "error"),
        said("/policy/10/Action", "warning"),
      ],
      worst: [["/policy/10", "warning"]],
    },
  ]
  test.each(cases)("$what", ({ diagnostics, worst }) => {
    const severities = createSeverities()(diagnostics)
    const shown = rows.flatMap(({ at }) => {
      const severity = severities.get(at)
      return severity ? [[at, severity]] : []
    })
    expect(shown.sort()).toEqual(worst)
  })

  test("it is the same map as long as it says the same", () => {
    const severitiesOf = createSeverities()
    const [error, warning] = [said("/policy/0", "error"), said("/policy/1/0", "warning")]
    const before = severitiesOf([error, warning])
    expect(severitiesOf([warning, error])).toBe(before)
    expect(severitiesOf([error])).not.toBe(before)
    expect(severitiesOf([error, warning])).toEqual(before)
  })
})
