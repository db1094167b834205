import type { JsonSchema } from "../../policy/index.ts"

/** What a schema says of the value at a path: every branch that can be meant there. */
export function schemasAt(
  schema: JsonSchema,
  path: readonly (string | number)[],
): readonly JsonSchema[] {
  const [key, ...rest] = path
  const branches = schema.anyOf ?? [schema]
  if (key === undefined) return branches
  return branches.flatMap((branch) => {
    const inner = typeof key === "number" ? branch.items : propertyOf(branch, key)
    return inner ? schemasAt(inner, rest) : []
  })
}

/** The keys that an object at a path can have, each with what it is for. */
export function keysAt(
  schema: JsonSchema,
  path: readonly (string | number)[],
): ReadonlyMap<string, JsonSchema> {
  return new Map(
    schemasAt(schema, path).flatMap(({ properties = {} }) => Object.entries(properties)),
  )
}

function propertyOf({ properties }: JsonSchema, key: string): JsonSchema | undefined {
  return properties && Object.hasOwn(properties, key) ? properties[key] : undefined
}
