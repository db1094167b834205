import type { Location } from "../source/prism.ts"

/** Thrown where a text means more than can be read, and caught by parseRuby alone. */
export class TooMuch extends Error {
  readonly deep: boolean
  readonly location: Location | undefined

  constructor(deep: boolean, location?: Location) {
    super(deep ? "nested too deeply" : "too large")
    this.deep = deep
    this.location = location
  }
}

/**
 * Values copied and characters joined. Thirty lines of `x += x` mean a thousand million items; a file of a
 * megabyte that lists its items stays far below.
 */
const mostWork = 2_000_000
/** Characters are cheap. */
const charactersOfOne = 8
const mostDepth = 300

/** What reading one text may cost. */
export interface Budget {
  /** Counts work; throws TooMuch beyond the most. */
  readonly spend: (work: number) => void
  /** The same for the characters of a text. */
  readonly spendText: (length: number) => void
  /** Goes one level deeper, until `leave`; throws TooMuch when that is too deep. */
  readonly enter: (location?: Location) => void
  readonly leave: () => void
}

export function createBudget(): Budget {
  let spent = 0
  let depth = 0
  function spend(work: number) {
    spent += work
    if (spent > mostWork) throw new TooMuch(false)
  }
  return {
    spend,
    spendText: (length) => spend(length / charactersOfOne),
    enter(location) {
      if (++depth > mostDepth) throw new TooMuch(true, location)
      spend(1)
    },
    leave() {
      depth--
    },
  }
}
