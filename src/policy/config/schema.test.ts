import { expect, test } from "vitest"
import { settings } from "./config.ts"
import { configJsonSchema, type JsonSchema } from "./schema.ts"

test("the schema has every setting and no other key", () => {
  expect(Object.keys(configJsonSchema.properties ?? {})).toEqual([...settings])
  expect(configJsonSchema.additionalProperties).toBe(false)
  expect(JSON.parse(JSON.stringify(configJsonSchema))).toEqual(configJsonSchema)
})

test.each(settings)("%s is a list that says what it is for", (setting) => {
  const list = configJsonSchema.properties?.[setting]
  expect(list).toMatchObject({ type: "array", description: expect.stringMatching(/\.$/) })
  expect(list?.items?.anyOf ?? [list?.items]).toContainEqual(
    expect.objectContaining({ type: "string" }),
  )
})

test("an item has every element of a role's policy, and none that a role can't have", () => {
  const items = configJsonSchema.properties?.policy?.items?.anyOf ?? []
  const keys = items.flatMap(({ properties = {} }) => Object.keys(properties))
  expect(keys.toSorted()).toEqual(
    "Action Condition Effect Id NotAction NotResource PolicyDocument PolicyName Resource Sid Statement Version".split(
      " ",
    ),
  )
})

test("everything that can be written is explained", () => {
  const unexplained = (schema: JsonSchema): readonly string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => [
      ...(inner.description ? [] : [key]),
      ...unexplained(inner),
    ]),
    ...(schema.anyOf ?? []).flatMap(unexplained),
    ...(schema.items ? unexplained(schema.items) : []),
  ]
  expect(unexplained(configJsonSchema)).toEqual([])
})
