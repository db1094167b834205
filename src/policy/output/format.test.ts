import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type IamConfig, isPolicySetting, settingAt } from "../config/config.ts"
import { actionOf, listEntries, managedPolicyArn, toPolicyItem } from "../config/item.ts"
import { isWithin, type Pointer, pointerKeys } from "../config/pointer.ts"
import { anyConfig } from "../conformance/arbitrary.ts"
import recorded from "../conformance/jets-6.0.5.json" with { type: "json" }
import { isList, isObject, type JsonValue } from "../iam/document.ts"
import { buildRole, type Role, type RoleOptions } from "../role/build.ts"
import { cloudFormationScalar, toCloudFormation } from "./cloudformation.ts"
import { outputParts, renderOutput } from "./format.ts"
import type { OutputFormat } from "./formats.ts"
import { toJson } from "./json.ts"
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

/** What the lines of a format must be, without their indent and a comma at their end. */
interface Lines {
  readonly whole: (role: Role) => string
  /** A value as an entry of a list. */
  readonly entry: (value: JsonValue) => string
  /** What stands around the actions of a statement that strings made. */
  readonly around: readonly [before: readonly string[], after: readonly string[]]
  /** A line that no item made. */
  readonly frame: RegExp
}

const yamlFrame = [
  "Policies:|ManagedPolicyArns:|- PolicyName: (?:Default|Custom|Vpc)Policy|PolicyDocument:",
  "Version: '2012-10-17'|Statement:(?: \\[\\])?|- Action:|Effect: Allow|Resource: \"\\*\"",
]
const templateFrame = [
  "AWSTemplateFormatVersion: '2010-09-09'|Resources:|CodebuildRole:|Type: AWS::IAM::Role",
  "Properties:|AssumeRolePolicyDocument:|- Effect: Allow|Principal:",
  "Service: codebuild\\.amazonaws\\.com|Action: sts:AssumeRole|Path: /",
]
const jsonFrame = [
  '[{}\\]]|\\{\\}|"Policies": \\[|"ManagedPolicyArns": \\[|"PolicyName": "(?:Default|Custom|Vpc)Policy"',
  '"PolicyDocument": \\{|"Version": "2012-10-17"|"Statement": \\[\\]?',
  '"Action": \\[|"Effect": "Allow"|"Resource": "\\*"',
]
const anyOf = (...lines: string[]) => new RegExp(`^(?:${lines.join("|")})$`)
const yamlAround = [["- Action:"], ["Effect: Allow", 'Resource: "*"']] as const

/** The formats that write the role. */
const formatNames = ["yaml", "cloudformation", "json"] as const
const formats: Readonly<Record<(typeof formatNames)[number], Lines>> = {
  yaml: {
    whole: toYaml,
    entry: (value) => yamlBlock([value]),
    around: yamlAround,
    frame: anyOf("\\{\\}", ...yamlFrame),
  },
  cloudformation: {
    whole: toCloudFormation,
    entry: (value) => yamlBlock([value], "", cloudFormationScalar),
    around: yamlAround,
    frame: anyOf(...templateFrame, ...yamlFrame),
  },
  json: {
    whole: toJson,
    entry: (value) => JSON.stringify(value, null, 2),
    around: [
      ["{", '"Action": ['],
      ["]", '"Effect": "Allow"', '"Resource": "*"', "}"],
    ],
    frame: anyOf(...jsonFrame),
  },
}
/** What an item's own lines must be; of a string only the line of its value. */
function linesOf(from: Pointer, value: JsonValue, entry: Lines["entry"]): readonly string[] {
  const setting = settingAt(from)
  if (typeof value !== "string") return bare(entry(value))
  const isManaged = setting && !isPolicySetting(setting)
  return bare(entry(isManaged ? managedPolicyArn(value) : actionOf(value)))
}
const bareLine = (line: string) => line.trim().replace(/,$/, "")
const bare = (text: string) =>
  text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [bareLine(line)]))

const cases = formatNames.flatMap((format) =>
  recorded.cases.map(({ config }, index) => ({ format, index, config })),
)

describe.each(cases)("$format of recorded case $index", ({ format, config }) => {
  const { text, lines } = renderOutput(format, config, gem)
  const { whole, entry, around, frame } = formats[format]
  const written = text.split("\n").slice(0, -1)

  test("the text is the role's, and each line has its item or none", () => {
    expect(text).toBe(whole(buildRole(config, gem)))
    expect(text.endsWith("\n")).toBe(true)
    expect(lines).toHaveLength(written.length)
  })

  test("each item's lines are what it gives; all others are a frame", () => {
    const runs = new Map<Pointer, string[]>()
    lines.forEach((from, index) => {
      const line = bareLine(written[index] ?? "")
      if (from === undefined) expect(line).toMatch(frame)
      else runs.set(from, [...(runs.get(from) ?? []), line])
    })
    for (const [from, made] of runs) {
      const value = valueAt(config, from)
      if (value === undefined) throw new Error(`nothing at ${from}`)
      const item = toPolicyItem(value, from)
      const own = linesOf(from, value, entry)
      const action = typeof value === "string" && made.length > 1
      if (action) expect(made).toEqual([...around[0], ...own, ...around[1]])
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
})

describe("which item a line is of, by example", () => {
  const rows: {
    what: string
    config: IamConfig
    options?: RoleOptions
    lines: [string, Pointer?][]
  }[] = [
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
  const seen = (format: OutputFormat, config: IamConfig) => {
    const { text, lines } = renderOutput(format, config, { scope: "custom" })
    return text
      .split("\n")
      .slice(0, -1)
      .map((line, index) => [line.trim(), lines[index]])
  }

  test.each(rows)("$what", ({ config, lines }) => {
    const expected = lines.map(([line, from]) => [line, from])
    expect(seen("yaml", config)).toEqual(expected)
    const template = seen("cloudformation", config)
    expect(template.slice(-expected.length)).toEqual(expected)
    expect(template.slice(0, -expected.length)).toEqual(seen("cloudformation", {}))
  })

  test("nothing is a frame", () => {
    expect(seen("yaml", {})).toEqual([["{}", undefined]])
    expect(seen("json", {})).toEqual([["{}", undefined]])
    expect(seen("cloudformation", {}).at(-1)).toEqual(["Path: /", undefined])
    expect(seen("cloudformation", {}).some(([, from]) => from !== undefined)).toBe(false)
  })

  test("in JSON the closing lines are those of what they close", () => {
    const inline = {
      PolicyName: "Mine",
      PolicyDocument: { Version: "2012-10-17", Statement: [{ Action: "a:b" }] },
    }
    expect(seen("json", { policy: ["s3", "ec2", inline], managed_policy: ["A", "B"] })).toEqual([
      ["{", undefined],
      ['"Policies": [', undefined],
      ["{", undefined],
      ['"PolicyName": "CustomPolicy",', undefined],
      ['"PolicyDocument": {', undefined],
      ['"Version": "2012-10-17",', undefined],
      ['"Statement": [', undefined],
      ["{", undefined],
      ['"Action": [', undefined],
      ['"s3:*",', "/policy/0"],
      ['"ec2:*"', "/policy/1"],
      ["],", undefined],
      ['"Effect": "Allow",', undefined],
      ['"Resource": "*"', undefined],
      ["}", undefined],
      ["]", undefined],
      ["}", undefined],
      ["},", undefined],
      ["{", "/policy/2"],
      ['"PolicyName": "Mine",', "/policy/2"],
      ['"PolicyDocument": {', "/policy/2"],
      ['"Version": "2012-10-17",', "/policy/2"],
      ['"Statement": [', "/policy/2"],
      ["{", "/policy/2"],
      ['"Action": "a:b"', "/policy/2"],
      ["}", "/policy/2"],
      ["]", "/policy/2"],
      ["}", "/policy/2"],
      ["}", "/policy/2"],
      ["],", undefined],
      ['"ManagedPolicyArns": [', undefined],
      ['"arn:aws:iam::aws:policy/A",', "/managed_policy/0"],
      ['"arn:aws:iam::aws:policy/B"', "/managed_policy/1"],
      ["]", undefined],
      ["}", undefined],
    ])
  })
})

test.each(formatNames)(
  "%s of any settings: the parts are the text, whole lines each, and point into the settings",
  (format) => {
    const options = fc.record({
      baseline: fc.constantFrom("docs", "6.0.5"),
      scope: fc.constantFrom("whole", "custom"),
    })
    fc.assert(
      fc.property(anyConfig, options, (config, how) => {
        const { text, lines } = renderOutput(format, config, how)
        const parts = outputParts(format, config, how)
        expect(text).toBe(formats[format].whole(buildRole(config, how)))
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
  },
)
