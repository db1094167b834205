/** The part of a statement doesn't fit the request. */
export const no = 0
/** It doesn't, but only because the request lacks a context key. */
export const lacking = 1
/** It can't be told: something is filled in later, or IAM would refuse it. */
export const unsure = 2
/** It fits. */
export const yes = 3

/** How well a statement, or a part of it, fits a request: what all parts give is the least, of alternatives the most. */
export type Fit = typeof no | typeof lacking | typeof unsure | typeof yes

/** How well two parts fit that both must. */
export function both(one: Fit, other: Fit): Fit {
  return one < other ? one : other
}

/** How well two parts fit of which one is enough. */
export function either(one: Fit, other: Fit): Fit {
  return one > other ? one : other
}

/**
 * The opposite, for NotAction, NotResource and negated operators. A text whose variable has no value matches
 * nothing, so its opposite fits (IAM User Guide, "IAM policy elements: Variables and tags").
 */
export function opposite(fit: Fit): Fit {
  if (fit === unsure) return unsure
  return fit === yes ? no : yes
}
