import type { IamConfig } from "../config/config.ts"
import type { Role } from "../role/build.ts"

const counts = new WeakMap<object, number>()

/**
 * How many string values of a role or of settings, at any depth, hold Ruby's `#{...}`, which no output but
 * Ruby fills in (DESIGN 2.4). The count of an unchanged object is remembered.
 */
export function countInterpolated(within: Role | IamConfig): number {
  return countIn(within)
}

function countIn(value: unknown): number {
  if (typeof value === "string") return isInterpolated(value) ? 1 : 0
  if (typeof value !== "object" || value === null) return 0
  const known = counts.get(value)
  if (known !== undefined) return known
  let count = 0
  for (const part of Object.values(value)) count += countIn(part)
  counts.set(value, count)
  return count
}

function isInterpolated(text: string): boolean {
  const start = text.indexOf("#{")
  return start >= 0 && text.includes("}", start)
}
