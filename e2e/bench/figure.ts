/** A measured value beside what it may be. */
export interface Figure {
  readonly value: number
  readonly unit:
    | "ms"
    | "bytes"
    | "times"
    | "characters"
    | "documents a second"
    | "decisions a second"
  readonly budget: number
  readonly met: boolean
}

export function figure(value: number, unit: Figure["unit"], budget: number): Figure {
  return { value: rounded(value), unit, budget, met: value <= budget }
}

/** A value that may not be less. */
export function atLeast(value: number, unit: Figure["unit"], budget: number): Figure {
  return { value: Math.round(value), unit, budget, met: value >= budget }
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** The smallest value that so large a part of the values doesn't exceed; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return rounded(sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN)
}

const rounded = (value: number) => Math.round(value * 100) / 100
