import { buildRole, countInterpolated, type Draft, type Scope } from "../policy/index.ts"

/** How many values of the output hold what only Ruby fills in. */
export function interpolatedIn({ config, baseline }: Draft, scope: Scope): number {
  return countInterpolated(buildRole(config, { baseline, scope }))
}

/** The same in words, a sentence without its end. */
export function interpolationWords(count: number): string {
  const values = count === 1 ? "1 value holds" : `${count.toLocaleString("en")} values hold`
  return `${values} #{...}, which only Ruby fills in`
}
