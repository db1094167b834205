import { type AccessLevel, accessLevels, type CatalogAction } from "../../iam/catalog.ts"
import type { Extent } from "./outcome.ts"

interface Level {
  readonly level: AccessLevel
  readonly total: number
  readonly allowed: number
  readonly wholly: number
}

/** The levels that some actions have, in the order of growing power, and how many of them are allowed. */
export function summarizeLevels(
  all: readonly CatalogAction[],
  allowed: readonly {
    readonly level: AccessLevel | undefined
    readonly reach: { readonly extent: Extent }
  }[],
): readonly Level[] {
  return accessLevels.flatMap((level) => {
    const total = all.filter((action) => action.level === level).length
    if (total === 0) return []
    const of = allowed.filter((action) => action.level === level)
    const wholly = of.filter(({ reach }) => reach.extent === "wholly").length
    return [{ level, total, allowed: of.length, wholly }]
  })
}

interface Powerful {
  readonly service: string
  readonly levels: readonly { readonly level: AccessLevel; readonly allowed: number }[]
}

/** Orders services: by the number of allowed actions of the highest level, then of the next, then by prefix. */
export function byPower(one: Powerful, other: Powerful): number {
  for (const level of accessLevels.toReversed()) {
    const [left, right] = [one, other].map(
      ({ levels }) => levels.find((each) => each.level === level)?.allowed ?? 0,
    )
    if (left !== right) return (right ?? 0) - (left ?? 0)
  }
  return one.service < other.service ? -1 : one.service > other.service ? 1 : 0
}
