import { patternCovers } from "../../iam/wildcard.ts"

/** A text of a list as it is compared: what `#{…}` and `${…}` stand for isn't known, but the same text is the same. */
export interface Pattern {
  /** Equal for equal texts; wildcards inside `#{…}` and `${…}` are none. */
  readonly key: string
  /** What stands before the first wildcard. */
  readonly beginning: string
  /** Whether it can match other texts than its own. */
  readonly isWild: boolean
  /** What `?` is tested with: a blank is not one character. */
  readonly blanked: string
}

/** No ARN or action is longer (AWS service quotas); longer texts are only compared as equal. */
const longest = 2_048

/** A text made ready for `covers`; actions are given in lower case. */
export function toPattern(text: string): Pattern {
  const hasBlank = text.includes("#{") || text.includes("${")
  const key = hasBlank ? text.replaceAll(blank, hidden) : text
  const wildcard = text.length > longest ? -1 : firstWildcard(key)
  return {
    key,
    beginning: wildcard < 0 ? key : key.slice(0, wildcard),
    isWild: wildcard >= 0,
    blanked: hasBlank ? text.replaceAll(blank, "*") : text,
  }
}

/** How much comparing may still be done: lists of thousands of wildcards are made to stop a browser. */
export interface Budget {
  steps: number
}

/** The bound for one list or one policy, far above what people write: some 10 ms of pattern tests at worst. */
export function newBudget(): Budget {
  return { steps: 2_000_000 }
}

/** Whether all that `inner` matches is matched by `outer`. When the budget is spent only equal ones are covered. */
export function covers(outer: Pattern, inner: Pattern, budget: Budget): boolean {
  if (outer.key === inner.key) return true
  if (!outer.isWild || inner.key.length > longest) return false
  const from = outer.beginning.length
  budget.steps -= (outer.key.length - from) * Math.max(1, inner.key.length - from) + 10
  if (budget.steps < 0) return false
  return patternCovers(outer.key, outer.key.includes("?") ? inner.blanked : inner.key)
}

function firstWildcard(text: string): number {
  const [star, one] = [text.indexOf("*"), text.indexOf("?")]
  return star < 0 || one < 0 ? Math.max(star, one) : Math.min(star, one)
}

const blank = /[#$]\{[^}]*\}?/g

function hidden(text: string): string {
  return text.replaceAll("*", "\uE000").replaceAll("?", "\uE001")
}
