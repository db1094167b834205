// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables look like that
import { expect, test } from "vitest"
import { resourceCovers } from "./covers.ts"

test.each([
  ["arn:a", "arn:a", true],
  ["arn:a*", "arn:ab*", true],
  ["arn:ab", "arn:a*", false],
  ["arn:a/${aws:username}", "arn:a/${aws:username}", true],
  ["arn:a/${aws:username}/*", "arn:a/${aws:username}/b", true],
  ["arn:a/*", "arn:a/${aws:username}", true],
  ["arn:a/x", "arn:a/${aws:username}", false],
  ["arn:a/${aws:username}", "arn:a/x", false],
  ["arn:a/${aws:username}", "arn:a/${aws:userid}", false],
  // What is filled in may be longer, or shorter, than how it is written.
  ["arn:a-???????????????", "arn:a-${aws:username}", false],
  ["arn:a-#{Jets.env}?", "arn:a-#{Jets.env}b", false],
  ["arn:a-#{Jets.env}*", "arn:a-#{Jets.env}-b", true],
  ["arn:a-???????????", "arn:a-#{Jets.env}", false],
  // An escaped star is itself.
  ["arn:a${*}b", "arn:a${xx}b", false],
  ["arn:a${*}b", "arn:axb", false],
  ["arn:a${*}b", "arn:a${*}b", true],
  ["arn:a?b", "arn:a${*}b", true],
  ["arn:a${$}b", "arn:a${$}b", true],
  ["x".repeat(10_000), "y".repeat(10_000), false],
])("%s for %s: %s", (cover, text, expected) => {
  expect(resourceCovers(cover, text)).toBe(expected)
})
