import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type IamConfig, isPolicySetting } from "../config/config.ts"
import { settingAt } from "../config/edit.ts"
import { actionOf, listEntries, managedPolicyArn, toPolicyItem } from "../config/item.ts"
import { isWithin, type Pointer, pointerKeys } from "../config/pointer.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { isList, isObject, type JsonValue } from "../iam/document.ts"
import { buildRole, type RoleOptions } from "../role/build.ts"
import { outputParts, renderOutput } from "./format.ts"
import { yamlString } from "./scalar.ts"
import { toYaml } from "./yaml.ts"
import { yamlBlock } from "./yamlBlock.ts"

const gem = { baseline: "6.0.5" } as const

/** What stands at a place in the settings, Jets' defaults in absent ones. */
function valueAt(config: IamConfig, at: Pointer): JsonValue | undefined {
  const setting = settingAt(at)
  const entry = setting && listEntries(config, setting, "6.0.5").find((one) => isWithin(at, one.at))
  let value = entry?.value
  for (const key of entry ? pointerKeys(at).slice(pointerKeys(entry.at).length) : [])
    value = isList(value) ? value[Number(key)] : isObject(value) ? value[key] : undefined
  return value
}

/** What an item's own lines must be, without indent; undefined: the lines of a statement of one action. */
function linesOf(from: Pointer, value: JsonValue): readonly string[] {
  const setting = settingAt(from)
  if (typeof value === "string") {
    if (setting && !isPolicySetting(setting)) return [`- ${yamlString(managedPolicyArn(value))}`]
    return [`- ${yamlString(actionOf(value))}`]
  }
  return bare(yamlBlock([value]))
}
const bare = (text: string) =>
  text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim()]))

describe.each(recorded.cases.map(({ config }, index) => ({ index, config })))(
  "recorded case $index",
  ({ config }) => {
    const { text, lines } = renderOutput("yaml", config, gem)
    const written = text.split("\n").slice(0, -1)

    test("the text is the role's, and each line has its item or none", () => {
      expect(text).toBe(toYaml(buildRole(config, gem)))
      expect(text.endsWith("\n")).toBe(true)
      expect(lines).toHaveLength(written.length)
    })

    test("each item's lines are what it gives; all others are a frame", () => {
      const runs = new Map<Pointer, string[]>()
      lines.forEach((from, index) => {
        const line = written[index]?.trim() ?? ""
        if (from === undefined)
          expect(line).toMatch(
            /^(?:Policies:|ManagedPolicyArns:|- PolicyName: (?:Default|Custom|Vpc)Policy|PolicyDocument:|Version: '2012-10-17'|Statement:(?: \[\])?|- Action:|Effect: Allow|Resource: "\*"|\{\})$/,
          )
        else runs.set(from, [...(runs.get(from) ?? []), line])
      })
      for (const [from, made] of runs) {
        const value = valueAt(config, from)
        if (value === undefined) throw new Error(`nothing at ${from}`)
        const item = toPolicyItem(value, from)
        const own = linesOf(from, value)
        const action = typeof value === "string" && made.length > 1
        if (action) expect(made).toEqual(["- Action:", ...own, "Effect: Allow", 'Resource: "*"'])
        else if (item?.kind === "inline" && !Object.hasOwn(item.policy, "PolicyName"))
          expect(made).toEqual(
            expect.arrayContaining(own.map((line) => line.replace(/^- (?=PolicyDocument)/, ""))),
          )
        else expect(made).toEqual(own)
      }
    })

    test("every item that gives something has lines", () => {
      const places = new Set(lines)
      const { Policies } = buildRole(config, gem)
      const statements = Policies.flatMap(({ PolicyDocument: document }) =>
        isObject(document) && isList(document.Statement) ? document.Statement : [],
      )
      for (const setting of ["policy", "default_policy", "default_vpc_policy"] as const)
        for (const { at, value } of listEntries(config, setting, "6.0.5"))
          if (statements.includes(value)) expect(places).toContain(at)
    })
  },
)

describe("which item a line is of, by example", () => {
  const rows: {
    what: string
    config: IamConfig
    options?: RoleOptions
    lines: [string, Pointer?][]
  }[] = [
    { what: "nothing", config: {}, lines: [["{}"]] },
    {
      what: "strings share a statement",
      config: { policy: ["s3", "s3", ["ec2:Run"]] },
      lines: [
        ["Policies:"],
        ["- PolicyName: CustomPolicy"],
        ["PolicyDocument:"],
        ["Version: '2012-10-17'"],
        ["Statement:"],
        ["- Action:"],
        ["- s3:*", "/policy/0"],
        ["- ec2:Run", "/policy/2/0"],
        ["Effect: Allow"],
        ['Resource: "*"'],
      ],
    },
    {
      what: "beside an object each has its own",
      config: { policy: ["s3", { Statement: [{ Effect: "Deny", Action: "a:b" }] }] },
      lines: [
        ["Policies:"],
        ["- PolicyName: CustomPolicy"],
        ["PolicyDocument:"],
        ["Version: '2012-10-17'"],
        ["Statement:"],
        ["- Action:", "/policy/0"],
        ["- s3:*", "/policy/0"],
        ["Effect: Allow", "/policy/0"],
        ['Resource: "*"', "/policy/0"],
        ["- Effect: Deny", "/policy/1/Statement/0"],
        ["Action: a:b", "/policy/1/Statement/0"],
      ],
    },
    {
      what: "an inline policy is its item's, frame and all",
      config: {
        policy: [
          {
            PolicyName: "Mine",
            PolicyDocument: {
              Version: "2012-10-17",
              Statement: [{ Action: ["a:b"], Effect: "Allow", Resource: "*" }],
            },
          },
        ],
      },
      lines: [
        ["Policies:"],
        ["- PolicyName: Mine", "/policy/0"],
        ["PolicyDocument:", "/policy/0"],
        ["Version: '2012-10-17'", "/policy/0"],
        ["Statement:", "/policy/0"],
        ["- Action:", "/policy/0"],
        ["- a:b", "/policy/0"],
        ["Effect: Allow", "/policy/0"],
        ['Resource: "*"', "/policy/0"],
      ],
    },
    {
      what: "managed policies, a break in a name is no line",
      config: { managed_policy: ["A", "A", "arn:\n"] },
      lines: [
        ["ManagedPolicyArns:"],
        ["- arn:aws:iam::aws:policy/A", "/managed_policy/0"],
        ['- "arn:\\n"', "/managed_policy/2"],
      ],
    },
  ]
  test.each(rows)("$what", ({ config, lines }) => {
    const rendered = renderOutput("yaml", config, { scope: "custom" })
    const seen = rendered.text
      .split("\n")
      .slice(0, -1)
      .map((line, index) => [line.trim(), rendered.lines[index]])
    expect(seen).toEqual(lines.map(([line, from]) => [line, from]))
  })
})

test("any settings: the parts are the text, whole lines each, and point into the settings", () => {
  const options = fc.record({
    baseline: fc.constantFrom("docs", "6.0.5"),
    scope: fc.constantFrom("whole", "custom"),
  })
  fc.assert(
    fc.property(anyConfig, options, (config, how) => {
      const { text, lines } = renderOutput("yaml", config, how)
      const parts = outputParts("yaml", config, how)
      expect(text).toBe(toYaml(buildRole(config, how)))
      expect(parts.map((part) => part.text).join("")).toBe(text)
      expect(parts.every((part) => part.text.endsWith("\n"))).toBe(true)
      expect(lines).toHaveLength(text.split("\n").length - 1)
      for (const from of new Set(lines))
        if (from !== undefined) {
          const setting = settingAt(from)
          const entries = setting ? listEntries(config, setting, how.baseline) : []
          expect(entries.some(({ at }) => isWithin(from, at))).toBe(true)
        }
    }),
  )
})
