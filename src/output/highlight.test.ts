import fc from "fast-check"
import { expect, test } from "vitest"
import { highlightYaml } from "./highlight.ts"

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
  { line: "{}", tokens: ["string {}"] },
])("$line", ({ line, tokens }) => {
  expect(highlightYaml(line).map(({ kind, text }) => `${kind} ${text}`)).toEqual(tokens)
})

test("no line loses or gains a character", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const line = text.replaceAll(/[\n\r\u2028\u2029]/g, "")
      expect(
        highlightYaml(line)
          .map((token) => token.text)
          .join(""),
      ).toBe(line)
    }),
  )
})
