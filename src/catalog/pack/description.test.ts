import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { abbreviate, expand } from "./description.ts"

const opening = "Grants permission to "

describe("a description", () => {
  it.each([
    ["CreateBucket", "Grants permission to create a new bucket", "~ a new ~"],
    ["CreateBucket", "Grants permission to make a bucket", "make a |~"],
    ["CreateBucket", "Grants permission to Create a Bucket", "Create a Bucket"],
    ["ModifyDBInstance", "Grants permission to modify a db instance", "~ a ~ ~"],
    ["CreateBucket", "Creates a bucket", "!Creates a bucket"],
    ["CreateBucket", "Grants permission to ~create", "!Grants permission to ~create"],
    ["CreateBucket", "", "!"],
  ])("of %s: '%s' is kept as '%s'", (name, description, kept) => {
    expect(abbreviate(description, opening, name)).toBe(kept)
    expect(expand(kept, opening, name)).toBe(description)
  })

  it("comes back as it was", () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom("get", "a", "Object", "object", "~", "|", "!"))
        .map((w) => w.join(" ")),
    )
    const name = fc.oneof(fc.constantFrom("GetObject", "GetABCObject2", ""), fc.string())
    fc.assert(
      fc.property(text, fc.boolean(), name, (text, opens, name) => {
        const description = opens ? opening + text : text
        expect(expand(abbreviate(description, opening, name), opening, name)).toBe(description)
      }),
    )
  })
})
