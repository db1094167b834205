import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { anyConfig } from "../policy/conformance/arbitrary.ts"
import recorded from "../policy/conformance/jets-6.0.5.json" with { type: "json" }
import {
  type Draft,
  isSetting,
  isWithin,
  listEntries,
  type OutputFormat,
  outputFormats,
  outputParts,
  type Pointer,
  pointerKeys,
  renderOutput,
  settings,
  sourcesOf,
} from "../policy/index.ts"
import { itemAt } from "./items.ts"

const config = {
  policy: ["s3", ["ec2", [null, { Action: ["a:b"] }]], { Statement: [{ Action: "a:b" }] }, null],
  managed_policy: "no list",
}

test.each<{ at: Pointer; item: Pointer | undefined }>([
  { at: "/policy/0", item: "/policy/0" },
  { at: "/policy/1", item: undefined },
  { at: "/policy/1/0", item: "/policy/1/0" },
  { at: "/policy/1/1/0", item: undefined },
  { at: "/policy/1/1/1/Action/0", item: "/policy/1/1/1" },
  { at: "/policy/2/Statement/0/Action", item: "/policy/2" },
  { at: "/policy/3", item: undefined },
  { at: "/policy/9", item: undefined },
  { at: "/policy", item: undefined },
  { at: "", item: undefined },
  { at: "/unknown/0", item: undefined },
  { at: "/managed_policy", item: undefined },
  { at: "/managed_policy/0", item: undefined },
  { at: "/default_policy/0", item: "/default_policy/0" },
  { at: "/default_policy/99", item: undefined },
])("$at is or lies in the item $item", ({ at, item }) => {
  expect(itemAt({ config, baseline: "docs" }, at)).toBe(item)
})

/** The same by definition: the entry that the place lies in. */
function entryAt({ config, baseline }: Draft, at: Pointer): Pointer | undefined {
  const [setting = ""] = pointerKeys(at)
  if (!isSetting(setting)) return undefined
  return listEntries(config, setting, baseline).find((entry) => isWithin(at, entry.at))?.at
}

test("whatever the settings, all entries and what lies in them are found", () => {
  fc.assert(
    fc.property(anyConfig, (any) => {
      const draft: Draft = { config: any, baseline: "6.0.5" }
      for (const setting of settings)
        for (const { at } of listEntries(any, setting, "6.0.5")) {
          expect(itemAt(draft, at)).toBe(at)
          expect(itemAt(draft, `${at}/Action/0`)).toBe(at)
        }
    }),
  )
})

const formats = Object.keys(outputFormats).filter((name): name is OutputFormat =>
  Object.hasOwn(outputFormats, name),
)

describe.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
  "recorded case $index",
  ({ config }) => {
    const draft: Draft = { config, baseline: "6.0.5" }

    test.each(formats)("in %s each line has the item that it comes from", (format) => {
      const { lines } = renderOutput(format, config, { baseline: "6.0.5" })
      const parts = outputParts(format, config, { baseline: "6.0.5" })
      const sources = sourcesOf(format, parts, config, { baseline: "6.0.5" })
      expect(
        sources.flatMap(({ from, lines }) => Array.from({ length: lines }, () => from)),
      ).toEqual(lines)
      let first = 0
      for (const source of sources) {
        expect(source.first).toBe(first)
        first += source.lines
        const { from } = source
        if (from !== undefined) expect(itemAt(draft, from)).toBe(entryAt(draft, from))
        // Ruby is written as the settings are: a nil and a list within a list are there, and are no items.
        if (from !== undefined && format !== "ruby") expect(itemAt(draft, from)).toBeDefined()
      }
    })
  },
)
