/** One entry of a completion list: what goes into the settings, what is shown, and a word on it. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string
}

/** What may become a choice, and its place: the lowest rank first, then the shorter label, then the alphabet. */
export interface Candidate {
  readonly rank: number
  readonly label: string
  /** Made only for those that are shown: of 22,000 actions thousands may match. */
  readonly choice: () => Choice
}

const byAlphabet = (a: Candidate, b: Candidate) =>
  a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1

/** The best of them, at most `limit`, each value once. */
export function bestChoices(candidates: readonly Candidate[], limit: number): readonly Choice[] {
  const places = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const place = candidate.rank * 1_000 + Math.min(candidate.label.length, 999)
    const there = places.get(place)
    if (there) there.push(candidate)
    else places.set(place, [candidate])
  }
  const best = new Map<string, Choice>()
  for (const [, there] of [...places].sort(([a], [b]) => a - b))
    for (const { choice } of there.sort(byAlphabet)) {
      if (best.size >= limit) return [...best.values()]
      const made = choice()
      if (!best.has(made.value)) best.set(made.value, made)
    }
  return [...best.values()]
}

/** Candidates that stand in the order of the alphabet, from `rank` on. */
export function alphabetically(
  candidates: readonly Candidate[],
  rank: number,
): readonly Candidate[] {
  return [...candidates]
    .sort(byAlphabet)
    .map((candidate, index) => ({ ...candidate, rank: rank + index }))
}

/** What a choice is told by, without what is missing: "Read · Retrieve an object". */
export function detailOf(...parts: readonly (string | undefined)[]): Pick<Choice, "detail"> {
  const detail = parts.filter(Boolean).join(" · ")
  return detail ? { detail } : {}
}

/** A description without the opening that all have: "Grants permission to list …" is "List …". */
export function shortDescription(description: string | undefined): string | undefined {
  const rest = description?.replace(/^(Grants permissions? to|Filters access by) /, "")
  return rest && rest.charAt(0).toUpperCase() + rest.slice(1)
}

/**
 * AWS's form of an ARN or of a key with its blanks to fill: `<BucketName>` for `${BucketName}`, which would be
 * a policy variable if it were left in. A bracket is no part of any name, so that a blank left in never grants
 * anything. The partition is `aws`.
 */
export function withBlanks(form: string): string {
  return form.replace(/\$\{Partition\}/, "aws").replace(/\$\{([^}]*)\}/g, "<$1>")
}
