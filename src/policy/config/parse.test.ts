import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { IssueCode } from "./issue.ts"
import { parseConfig, parseItem } from "./parse.ts"

const key = fc.oneof(
  fc.constantFrom("__proto__", "policy", "1", "a~/b", "constructor"),
  fc.string(),
)
const { object } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false),
    fc.string({ unit: "binary" }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(tie("value"), { maxLength: 4 }),
    tie("object"),
  ),
  object: fc
    .array(fc.tuple(key, tie("value")), { maxLength: 4 })
    .map((entries) => Object.fromEntries(entries)),
}))

/** [code, at, "line:column-endLine:endColumn"] */
type Row = [code: IssueCode, at: string | undefined, range: string | undefined]

function rows(text: string): Row[] {
  return parseConfig(text).issues.map(({ code, at, range }) => [
    code,
    at,
    range && `${range.line}:${range.column}-${range.endLine}:${range.endColumn}`,
  ])
}

describe("a text that gives a value", () => {
  const cases: { text: string; value: unknown; issues: Row[] }[] = [
    { text: "{}", value: {}, issues: [] },
    { text: '\uFEFF{"policy": "é"}', value: { policy: "é" }, issues: [] },
    { text: '{"polcy": 1, "policy": 2}', value: { polcy: 1, policy: 2 }, issues: [] },
    {
      text: '\uFEFF{"a": 1, "a": 2}',
      value: { a: 2 },
      issues: [["duplicate-key", "/a", "1:10-1:13"]],
    },
    {
      text: '{"policy": [\n  {"x/y": 1,\r\n "\\u0078/y": [2]}]}',
      value: { policy: [{ "x/y": [2] }] },
      issues: [["duplicate-key", "/policy/0/x~1y", "3:2-3:12"]],
    },
    {
      text: '{"a": {"b": 1}, "c": {"b": 1, "a": 1}, "a": 0, "a": 1}',
      value: { a: 1, c: { b: 1, a: 1 } },
      issues: [
        ["duplicate-key", "/a", "1:40-1:43"],
        ["duplicate-key", "/a", "1:48-1:51"],
      ],
    },
    {
      text: '// one\n{"policy": ["s3" /* "two\n*/, "a//b"]} //',
      value: { policy: ["s3", "a//b"] },
      issues: [
        ["comment", "", "1:1-1:7"],
        ["comment", "/policy", "2:18-3:3"],
        ["comment", "", "3:14-3:16"],
      ],
    },
    { text: "/*\r\r\n\n*/{}", value: {}, issues: [["comment", "", "1:1-4:3"]] },
    {
      text: '{"policy": ["s3",], "b": {"c": [[1, /* , */ ]] , },}',
      value: { policy: ["s3"], b: { c: [[1]] } },
      issues: [
        ["trailing-comma", "/policy", "1:17-1:18"],
        ["comment", "/b/c/0", "1:37-1:44"],
        ["trailing-comma", "/b/c/0", "1:35-1:36"],
        ["trailing-comma", "/b", "1:48-1:49"],
        ["trailing-comma", "", "1:51-1:52"],
      ],
    },
  ]
  test.each(cases)("$text", ({ text, value, issues }) => {
    expect(parseConfig(text).value).toEqual(value)
    expect(rows(text)).toEqual(issues)
    expect(parseConfig(text).issues.every(({ severity }) => severity === "warning")).toBe(true)
  })
})

describe("a text that gives none", () => {
  const cases: { text: string; issue: Row; says: string }[] = [
    { text: "", issue: ["invalid-json", undefined, "1:1-1:1"], says: "the end of the text" },
    { text: '{"a": 1', issue: ["invalid-json", undefined, "1:8-1:8"], says: "closing brace" },
    { text: '{"a": [1', issue: ["invalid-json", undefined, "1:9-1:9"], says: "closing bracket" },
    { text: "{\n a: 1}", issue: ["invalid-json", undefined, "2:2-2:3"], says: "found `a`" },
    { text: "{\"a\": 'b'}", issue: ["invalid-json", undefined, "1:7-1:10"], says: "double quotes" },
    { text: "{1: 2}", issue: ["invalid-json", undefined, "1:2-1:3"], says: "a name in double" },
    { text: '{"a" 1}', issue: ["invalid-json", undefined, "1:6-1:7"], says: "a colon" },
    { text: '{"a": }', issue: ["invalid-json", undefined, "1:7-1:8"], says: "a value, found `}`" },
    { text: '{"a": 1 "b": 2}', issue: ["invalid-json", undefined, "1:9-1:12"], says: "a comma" },
    { text: "{,}", issue: ["invalid-json", undefined, "1:2-1:3"], says: "found `,`" },
    { text: '{"a": [,]}', issue: ["invalid-json", undefined, "1:8-1:9"], says: "found `,`" },
    { text: '{"a": 1,,}', issue: ["invalid-json", undefined, "1:9-1:10"], says: "found `,`" },
    { text: "{} {}", issue: ["invalid-json", undefined, "1:4-1:5"], says: "nothing after" },
    { text: "{} /* a", issue: ["invalid-json", undefined, "1:4-1:8"], says: "`*/`" },
    { text: '{"a": "b\n"}', issue: ["invalid-json", undefined, "1:7-1:9"], says: "double quote" },
    { text: '{"a": "\t"}', issue: ["invalid-json", undefined, "1:7-1:10"], says: "`\\t`" },
    { text: '{"a": "\\u12"}', issue: ["invalid-json", undefined, "1:7-1:13"], says: "hexadecimal" },
    { text: '{"a": "\\q"}', issue: ["invalid-json", undefined, "1:7-1:11"], says: "after `\\`" },
    { text: '{"a": 1.}', issue: ["invalid-json", undefined, "1:7-1:9"], says: "one more digit" },
    { text: '{"a": 012}', issue: ["invalid-json", undefined, "1:8-1:10"], says: "account id" },
    { text: `${"x".repeat(50)}`, issue: ["invalid-json", undefined, "1:1-1:51"], says: "xx…`" },
    { text: ' ["s3"]', issue: ["not-an-object", "", "1:1-1:8"], says: "found a list" },
    { text: "// a\nnull", issue: ["not-an-object", "", "1:1-2:5"], says: "found null" },
    { text: '"s3"', issue: ["not-an-object", "", "1:1-1:5"], says: "found a string" },
    { text: "[1e999]", issue: ["not-an-object", "", "1:1-1:8"], says: '{"policy": ["s3"]}' },
  ]
  test.each(cases)("$text", ({ text, issue, says }) => {
    const { value, issues } = parseConfig(text)
    expect(value).toBeUndefined()
    expect(rows(text)).toEqual([issue])
    expect(issues[0]).not.toHaveProperty("severity")
    expect(issues[0]?.message).toContain(says)
  })
})

describe("a number", () => {
  const kept =
    "0 -0 0.0 -0.0e5 0e99999 1 1.0 1e2 1e-3 25E-4 0.00001e5 100E-2 0.1 -1.5e-7 1e21 123e-20 5e-324 9007199254740992"
  const lost =
    "1e999 -1e999 1e-400 9007199254740993 123456789012345678 0.10000000000000000001 1.00000000000000000001"
  test.each(kept.split(" "))("%s is kept", (number) => {
    expect(parseConfig(`{"a": ${number}}`)).toEqual({ value: { a: Number(number) }, issues: [] })
  })
  test.each(lost.split(" "))("%s is not", (number) => {
    const text = `{"a": [${number}]}`
    expect(parseConfig(text).value).toEqual({ a: [Number(number)] })
    expect(rows(text)).toEqual([["number-out-of-range", "/a/0", `1:8-1:${8 + number.length}`]])
  })
  test("says what would come out", () => {
    const [issue] = parseConfig('{"a": 9007199254740993}').issues
    expect(issue?.message).toContain("`9007199254740993` can't be kept exactly")
    expect(issue?.message).toContain("`9007199254740992`")
  })
  test("of any double is kept, plain or with an exponent", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        for (const text of [JSON.stringify(number), number.toExponential()])
          expect(parseConfig(`{"a": ${text}}`)).toEqual({ value: { a: Number(text) }, issues: [] })
      }),
    )
  })
})

describe("limits", () => {
  const lists = (depth: number) => `{"a": ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`
  test("200 levels are read, 201 are not", () => {
    expect(parseConfig(lists(200)).issues).toEqual([])
    expect(parseConfig(lists(201)).value).toBeUndefined()
    expect(rows(lists(201))).toEqual([["nested-too-deeply", undefined, "1:206-1:207"]])
  })
  test("brackets beside each other, in strings and in comments don't nest", () => {
    const text = `{"a": [${"[],".repeat(300)} "\\"${"[".repeat(300)}" /*"${"{".repeat(300)}*/]}`
    expect(rows(text).map(([code]) => code)).toEqual(["comment"])
  })
  test.each([
    "[",
    '{"a":',
    '{"a":[},',
    '{"a":[}},',
    "[{],",
    '"\n[',
    '/*"*/[',
    '//"\n[',
    "[}",
    "{]",
    '{"a"[',
    '{"a":{]',
  ])("many of %j neither overflow the stack nor stall", (piece) => {
    expect(parseConfig(piece.repeat(100_000)).value).toBeUndefined()
  })
  test("2,000,000 characters are read, one more is not", () => {
    const text = `{"a": "${"x".repeat(1_999_991)}"}`
    expect(text).toHaveLength(2_000_000)
    expect(parseConfig(text).issues).toEqual([])
    expect(rows(`${text} `)).toEqual([["too-large", undefined, undefined]])
    const [issue] = parseConfig(`${text} `).issues
    expect(issue?.message).toMatch(/2,000,001 .*2,000,000/)
  })
  test("the first 100 issues", () => {
    const issues = rows(`{}${"\n//".repeat(150)}`)
    expect(issues).toHaveLength(100)
    expect(issues.at(-1)).toEqual(["comment", "", "101:1-101:3"])
  })
  test.each([
    ["digits", `{"a": 1${"0".repeat(1_900_000)}1}`],
    ["fraction digits", `{"a": 0.${"0".repeat(1_900_000)}1}`],
    ["comments", `{${"//\n".repeat(600_000)}}`],
    ["repeated keys", `{${'"a":1,'.repeat(300_000)}}`],
    ["deep and wide", `${'{"abc":'.repeat(198)}[${"[],".repeat(600_000)}]${"}".repeat(198)}`],
  ])("many %s don't stall", { timeout: 5_000 }, (_name, text) => {
    expect(parseConfig(text).value).toBeDefined()
  })
})

describe("any text", () => {
  /** What is no JSON for JSON.parse has an issue, and the reverse: but for comments and trailing commas. */
  function agreesWithJsonParse(text: string) {
    const { value, issues } = parseConfig(text)
    if (value === undefined) expect(issues.length).toBeGreaterThan(0)
    if (issues.some(({ code }) => code === "comment" || code === "trailing-comma")) return
    let expected: unknown
    try {
      expected = JSON.parse(text)
    } catch {
      const isLenient = /,\s*]|\/[/*]/.test(text) && issues[0]?.code === "not-an-object"
      if (!isLenient) expect(issues.map(({ code }) => code)).toEqual(["invalid-json"])
      return
    }
    if (issues[0]?.code === "not-an-object")
      expect(Object(expected) !== expected || Array.isArray(expected)).toBe(true)
    else expect(JSON.stringify(value)).toBe(JSON.stringify(expected))
  }
  const pieces =
    '{ } [ ] , : " "a" \\ \\u 0 1 - . e /* */ // \n \r \t true nul \u00a0 \ud800 \u2028'.split(" ")

  test("of up to four pieces of JSON is read as JSON.parse has it", { timeout: 60_000 }, () => {
    const extend = (text: string, left: number) => {
      agreesWithJsonParse(text)
      if (left > 0) for (const piece of pieces) extend(text + piece, left - 1)
    }
    extend("", 3)
    extend('{"a":', 3)
    extend('{"a":"', 2)
  })
  test("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), agreesWithJsonParse))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (all) => agreesWithJsonParse(all.join(""))),
    )
  })
  test("that is JSON with a mistake never throws", () => {
    const mutated = fc
      .tuple(object, fc.nat(), fc.nat({ max: 4 }), fc.constantFrom("", ...pieces))
      .map(([value, place, count, piece]) => {
        const text = JSON.stringify(value, null, 1)
        const start = place % (text.length + 1)
        return text.slice(0, start) + piece + text.slice(start + count)
      })
    fc.assert(fc.property(mutated, agreesWithJsonParse), { numRuns: 1000 })
  })
  test("of a JSON object gives the object, keys in their order", () => {
    fc.assert(
      fc.property(object, fc.constantFrom(0, 2, "\t"), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const parsed = parseConfig(text)
        expect(parsed.issues).toEqual([])
        expect(parsed.value).toEqual(JSON.parse(text))
        expect(JSON.stringify(parsed.value, null, indent)).toBe(text)
      }),
    )
  })
  test("with comments and trailing commas gives the same value as without", () => {
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value, null, 1)
        const noisy = text.replace(/^ *[\]}]/gm, ", // [\n/*{*/$&").replace(/^ +/gm, "/*,*/$&")
        expect(JSON.stringify(parseConfig(noisy).value)).toBe(JSON.stringify(value))
      }),
    )
  })
})

test("__proto__ stays a key of its own", () => {
  const { value } = parseConfig(
    '{"__proto__": {"policy": 1}, "a": {"__proto__": 2, "__proto__": 3}}',
  )
  expect(Object.keys(value ?? {})).toEqual(["__proto__", "a"])
  expect(value?.policy).toBeUndefined()
  expect(rows('{"__proto__": 2, "__proto__": 3}')).toEqual([
    ["duplicate-key", "/__proto__", "1:18-1:29"],
  ])
})

describe("parseItem", () => {
  test("reads one item by the same rules", () => {
    const { value, issues } = parseItem('{"Action": ["s3:*",], "Action": "*"} //')
    expect(value).toEqual({ Action: "*" })
    expect(issues.map(({ code, at }) => [code, at])).toEqual([
      ["trailing-comma", "/Action"],
      ["duplicate-key", "/Action"],
      ["comment", ""],
    ])
  })
  test("says what an item looks like", () => {
    const { value, issues } = parseItem('"s3"')
    expect(value).toBeUndefined()
    expect(issues[0]?.message).toContain('{"Effect": "Allow"')
  })
})
