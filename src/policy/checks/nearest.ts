/** Longer texts are no slip of a name. */
const longest = 60

/** The name that `text` was most likely meant to be; undefined where half of it or more is different. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  if (text.length > longest) return undefined
  const wanted = text.toLowerCase().replaceAll("-", "_")
  const [nearest] = names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .filter(({ name, distance }) => distance * 2 <= Math.max(name.length, wanted.length))
    .sort((a, b) => a.distance - b.distance)
  return nearest?.name
}

/** How many characters must be put in, left out or changed to make one text of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [index, character] of [...from].entries()) {
    const next = [index + 1]
    for (let j = 0; j < to.length; j++)
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + (character === to[j] ? 0 : 1),
        ),
      )
    row = next
  }
  return row[to.length] ?? 0
}
