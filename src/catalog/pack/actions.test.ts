import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accessLevels, type CatalogAction } from "../../policy/index.ts"
import { packActions, unpackActions } from "./actions.ts"

const name = fc.oneof(
  fc
    .tuple(fc.constantFrom("Get", "List", "Put", "Tag"), fc.stringMatching(/^[A-Za-z0-9-]{0,6}$/))
    .map((parts) => parts.join("")),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,8}$/),
)
const action: fc.Arbitrary<CatalogAction> = fc.record({
  name,
  level: fc.constantFrom(...accessLevels),
})
const actions = fc
  .uniqueArray(action, { selector: ({ name }) => name.toLowerCase(), maxLength: 40 })
  .map((list) => new Map(list.map((action) => [action.name.toLowerCase(), action])))
const prefix = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
const services = fc.dictionary(prefix, actions).map((all) => new Map(Object.entries(all)))

const sorted = (services: Awaited<ReturnType<typeof unpackActions>>) =>
  Array.from(services, ([prefix, actions]) => [
    prefix,
    [...actions].sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

describe("actions", () => {
  it("come back as they were, through JSON", async () => {
    await fc.assert(
      fc.asyncProperty(services, async (services) => {
        const packed = JSON.parse(JSON.stringify(packActions(services)))
        expect(sorted(await unpackActions(packed))).toEqual(sorted(services))
      }),
    )
  })

  it("share verbs, and nouns that have the same verbs", () => {
    const named = (level: CatalogAction["level"], ...names: string[]) =>
      names.map((name): [string, CatalogAction] => [name.toLowerCase(), { name, level }])
    const s3 = new Map([
      ...named("Read", "GetObject", "GetBucket"),
      ...named("Write", "PutObject", "PutBucket", "Publish"),
    ])
    expect(packActions(new Map([["s3", s3]]))).toEqual({
      verbs: "Get Put Publish",
      levels: "133",
      services: { s3: "ab Bucket Object;c " },
    })
  })

  it.each([
    { verbs: "Get", levels: "9", services: {} },
    { verbs: "Get", levels: "11", services: {} },
    { verbs: "Get", levels: "", services: { s3: "a Object" } },
    { verbs: "Get", levels: "1", services: { s3: "b Object" } },
  ])("are refused when they make no sense: %o", async (packed) => {
    await expect(unpackActions(packed)).rejects.toThrow(RangeError)
  })
})
