import fc from "fast-check"
import { expect, test } from "vitest"
import { Document, isScalar, Scalar, visit } from "yaml"
import type { JsonValue } from "../iam/document.ts"
import { yamlBlock } from "./yamlBlock.ts"

/** What the yaml library writes, told of dates and of versions only. */
function library(value: JsonValue): string {
  const document = new Document(value, {
    version: "1.1",
    aliasDuplicateObjects: false,
    // Else the library writes every "<<" as a merge key, whatever its quotes.
    customTags: (tags) =>
      tags.filter((tag) =>
        tag === "merge" ? false : typeof tag === "string" || tag.tag !== "tag:yaml.org,2002:merge",
      ),
  })
  visit(document, {
    Pair(_, { key, value: part }) {
      if (isScalar(key) && key.value === "Version" && isScalar(part) && part.value === "2012-10-17")
        part.type = Scalar.QUOTE_SINGLE
    },
  })
  return document.toString({ lineWidth: 0, blockQuote: false }).replace(/\n$/, "")
}

const word = fc.oneof(
  fc.stringMatching(/^[A-Za-z][\w:*/.-]{0,20}$/),
  fc.stringMatching(/^[ -~]{0,12}$/),
  fc.constantFrom(
    "Version",
    "2012-10-17",
    "Statement",
    "arn:aws:s3:::a/*",
    "$<aws:username>{}",
    "it's",
  ),
)
const { value: anyValue } = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    word,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(word, tie("value"), { maxKeys: 4 }),
  ),
}))

test("any value of printable text is written as the yaml library writes it, quotes apart", () => {
  const unquoted = (text: string) => text.replaceAll(/["'\\]/g, "")
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(unquoted(yamlBlock(value))).toBe(unquoted(library(value)))
    }),
    { numRuns: 2_000 },
  )
})
