import { covers, newBudget, type Pattern, toPattern } from "./pattern.ts"

/** Two entries of a list, by index: `by` matches all that the other does. */
export interface Covered {
  readonly index: number
  readonly by: number
}

/**
 * The texts of a list that another one covers, in order; of two that cover each other the later (IAM Access
 * Analyzer, REDUNDANT_ACTION, REDUNDANT_RESOURCE). Bounded as `newBudget` says.
 */
export function coveredTexts(texts: readonly string[]): readonly Covered[] {
  if (texts.length < 2) return []
  const found = new Map<number, number>()
  const entries = new Map<string, number>()
  const wild: Owned<number>[] = []
  texts.forEach((text, index) => {
    const pattern = toPattern(text)
    const before = entries.get(pattern.key)
    if (before !== undefined) found.set(index, before)
    else {
      entries.set(pattern.key, index)
      if (pattern.isWild) wild.push({ pattern, owner: index })
    }
  })
  const budget = newBudget()
  eachCandidate(entries.keys(), wild, (key, candidates) => {
    const index = entries.get(key) ?? -1
    const entry = toPattern(texts[index] ?? "")
    for (const group of candidates)
      for (const { pattern, owner } of group) {
        if (budget.steps < 0) return
        if (owner === index || !covers(pattern, entry, budget)) continue
        if (owner > index && covers(entry, pattern, budget)) continue
        found.set(index, owner)
        return
      }
  })
  return [...found]
    .map(([index, by]) => ({ index, by }))
    .sort((one, other) => one.index - other.index)
}

/** A pattern of a list, and what has it. */
export interface Owned<T> {
  readonly pattern: Pattern
  readonly owner: T
}

/**
 * Gives each text the patterns that may cover it: those whose literal beginning it begins with, the shortest
 * beginnings first, in groups of the same beginning. Sorted texts have them in a stack, so that no pair is
 * tested for nothing.
 */
export function eachCandidate<T>(
  keys: Iterable<string>,
  patterns: Iterable<Owned<T>>,
  visit: (key: string, candidates: readonly (readonly Owned<T>[])[]) => void,
): void {
  const byBeginning = groupBy(patterns, ({ pattern }) => pattern.beginning)
  if (byBeginning.size === 0) return
  const groups = [...byBeginning.keys()].sort()
  const open: { readonly beginning: string; readonly group: readonly Owned<T>[] }[] = []
  let next = 0
  for (const key of [...keys].sort()) {
    while (open.length > 0 && !key.startsWith(open.at(-1)?.beginning ?? "")) open.pop()
    for (let beginning = groups[next]; beginning !== undefined && beginning <= key; ) {
      if (key.startsWith(beginning))
        open.push({ beginning, group: byBeginning.get(beginning) ?? [] })
      beginning = groups[++next]
    }
    if (open.length > 0)
      visit(
        key,
        open.map(({ group }) => group),
      )
  }
}

/** A list in groups by a text, each in the order of the list. */
export function groupBy<T>(list: Iterable<T>, keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
