import fc from "fast-check"
import { expect, test } from "vitest"
import { highlightLine } from "./highlight.ts"

test.each([
  { line: "Policies:", tokens: ["key Policies:"] },
  {
    line: "  - PolicyName: DefaultPolicy",
    tokens: ["plain   - ", "key PolicyName:", "string  DefaultPolicy"],
  },
  { line: "            - s3:*", tokens: ["plain             - ", "string s3:*"] },
  {
    line: "  - arn:aws:iam::aws:policy/X",
    tokens: ["plain   - ", "string arn:aws:iam::aws:policy/X"],
  },
  { line: `  "a: b": '2012-10-17'`, tokens: ["plain   ", `key "a: b":`, "string  '2012-10-17'"] },
  { line: `  - "*"`, tokens: ["plain   - ", `string "*"`] },
  { line: "{}", tokens: ["plain {}"] },
  { line: "  Statement: []", tokens: ["plain   ", "key Statement:", "plain  []"] },
  {
    line: "  Resource: !Sub arn:*",
    tokens: ["plain   ", "key Resource:", "key  !Sub", "string  arn:*"],
  },
  { line: `  - !Ref "a: b"`, tokens: ["plain   - ", "key !Ref", `string  "a: b"`] },
  { line: `  - "!Ref a"`, tokens: ["plain   - ", `string "!Ref a"`] },
  { line: "  - !Other a", tokens: ["plain   - ", "string !Other a"] },
  { line: `  "Policies": [`, tokens: ["plain   ", `key "Policies":`, "plain  ["] },
  {
    line: `  "a\\"": "b: c",`,
    tokens: ["plain   ", `key "a\\"":`, `string  "b: c"`, "plain ,"],
  },
  { line: `    "s3:*",`, tokens: ["plain     ", `string "s3:*"`, "plain ,"] },
  { line: `    "a\\": b"`, tokens: ["plain     ", `string "a\\": b"`] },
  { line: "    },", tokens: ["plain     ", "plain }", "plain ,"] },
])("$line", ({ line, tokens }) => {
  expect(highlightLine(line).map(({ kind, text }) => `${kind} ${text}`)).toEqual(tokens)
})

test("no line loses or gains a character", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = text.replaceAll(/[\n\r\u2028\u2029]/g, "")
      expect(
        highlightLine(line)
          .map((token) => token.text)
          .join(""),
      ).toBe(line)
    }),
  )
})
