import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { CatalogAction, CatalogServiceDetail } from "../../policy/index.ts"
import { packServiceDetail, unpackServiceDetail } from "./details.ts"

const text = fc.string({ maxLength: 12 })
const lowerCaseKey = <T extends { readonly key: string }>(thing: T): [string, T] => [
  thing.key.toLowerCase(),
  thing,
]
const toLower = (text: string) => text.toLowerCase()

/** A service with keys and resource types, and actions that name them. */
const service = fc
  .record({
    keys: fc.uniqueArray(text, { selector: toLower, maxLength: 5 }),
    types: fc.uniqueArray(text, { maxLength: 5 }),
    names: fc.uniqueArray(fc.stringMatching(/^[A-Z][A-Za-z]{0,8}$/), { selector: toLower }),
  })
  .chain(({ keys, types, names }) => {
    const conditionKeys = fc.subarray(keys)
    const description = fc.oneof(
      text,
      text.map((text) => `Grants permission to ${text}`),
    )
    return fc.record({
      conditionKeys: fc.tuple(
        ...keys.map((key) =>
          fc
            .tuple(fc.constantFrom("String", "ArrayOfARN"), text)
            .map(([type, description]) =>
              lowerCaseKey({ key, type, ...(description && { description }) }),
            ),
        ),
      ),
      resourceTypes: fc.tuple(
        ...types.map((key) =>
          fc.record({
            key: fc.constant(key),
            arns: fc.array(text, { minLength: 1 }),
            conditionKeys,
          }),
        ),
      ),
      actions: fc.tuple(
        ...names.map((name) =>
          fc.record({
            name: fc.constant(name),
            description,
            resourceTypes: fc
              .subarray(types)
              .chain((keys) =>
                fc.tuple(
                  ...keys.map((key) =>
                    fc.record({ key: fc.constant(key), required: fc.boolean() }),
                  ),
                ),
              ),
            conditionKeys,
          }),
        ),
      ),
    })
  })
  .map(({ actions, resourceTypes, conditionKeys }) => {
    const detail: CatalogServiceDetail = {
      actions: new Map(actions.map(({ name, ...detail }) => [name.toLowerCase(), detail])),
      resourceTypes: new Map(resourceTypes.map((type) => [type.key, type])),
      conditionKeys: new Map(conditionKeys),
    }
    const names = new Map(
      actions.map(({ name }): [string, CatalogAction] => [
        name.toLowerCase(),
        { name, level: "Read" },
      ]),
    )
    return { detail, names }
  })

describe("a service's detail", () => {
  it("comes back as it was, through JSON", () => {
    fc.assert(
      fc.property(service, ({ detail, names }) => {
        const packed = JSON.parse(JSON.stringify(packServiceDetail(detail, names)))
        expect(unpackServiceDetail(packed, names)).toEqual(detail)
        expect([...unpackServiceDetail(packed, names).resourceTypes]).toEqual([
          ...detail.resourceTypes,
        ])
      }),
    )
  })

  it("is refused with other names than it was packed with", () => {
    const none: CatalogServiceDetail = {
      actions: new Map(),
      resourceTypes: new Map(),
      conditionKeys: new Map(),
    }
    const names = new Map<string, CatalogAction>([["get", { name: "Get", level: "Read" }]])
    expect(() => packServiceDetail(none, names)).toThrow(RangeError)
    expect(() => unpackServiceDetail(packServiceDetail(none, new Map()), names)).toThrow(RangeError)
  })
})
