import type { JsonValue } from "../iam/document.ts"

/** What a reader of a role's text must give back: empty lists are left out, a lone surrogate became U+FFFD. */
export function written(
  role: {
    readonly [list in "Policies" | "ManagedPolicyArns"]: readonly unknown[]
  },
): JsonValue {
  const lists = Object.entries(role).filter(([, list]) => list.length > 0)
  return JSON.parse(JSON.stringify(wellFormed(Object.fromEntries(lists))))
}

function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]),
    )
  return value
}
