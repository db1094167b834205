/** Longer texts are no slip of a name. */
const longest = 60

/** The name that `text` was most likely meant to be; undefined where half of it or more is different. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  if (text.length > longest) return undefined
  const wanted = text.toLowerCase().replaceAll("-", "_")
  const [nearest] = names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase(), longest) }))
    .filter(({ name, distance }) => distance * 2 <= Math.max(name.length, wanted.length))
    .sort((a, b) => a.distance - b.distance)
  return nearest?.name
}

/**
 * The names that a slip of the hand makes `text` of, nearest first: a third of it may be different, but no more
 * than four characters, or `most`. Case doesn't count.
 */
export function namesNear(text: string, names: readonly string[], most = 4): readonly string[] {
  if (text.length > longest * 2) return []
  const wanted = text.toLowerCase()
  let limit = Math.min(most, Math.max(1, Math.floor(wanted.length / 3)))
  const near: { readonly name: string; readonly distance: number }[] = []
  for (const [index, lower] of lowerCased(names).entries()) {
    if (Math.abs(lower.length - wanted.length) > limit) continue
    const distance = editDistance(wanted, lower, limit)
    if (distance > limit) continue
    near.push({ name: names[index] ?? lower, distance })
    // One more than the nearest is still worth a mention, a third name would not be read.
    limit = Math.min(limit, distance + 1)
  }
  return near
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .map(({ name }) => name)
}

const lowered = new WeakMap<readonly string[], readonly string[]>()

/** The names in lower case, made once for each list. */
function lowerCased(names: readonly string[]): readonly string[] {
  const known = lowered.get(names)
  if (known) return known
  const made = names.map((name) => name.toLowerCase())
  lowered.set(names, made)
  return made
}

/** Whether a text is clearly a slip of a name: other case, signs or one character more, fewer or other, two in long ones. */
export function isSlip(text: string, name: string): boolean {
  if (text === name || text.length > longest) return false
  const [written, meant] = [text, name].map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, ""))
  if (written === undefined || meant === undefined || written === "") return false
  const limit = meant.length > 6 ? 2 : 1
  return editDistance(written, meant, limit) <= limit
}

/**
 * How many characters must be put in, left out or changed to make one text of the other (Levenshtein);
 * something over `limit` as soon as it is known to be that: only the cells near the diagonal are looked at.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let row: number[] = []
  for (let j = 0; j <= to.length; j++) row.push(j)
  for (let i = 0; i < from.length; i++) {
    const character = from.charCodeAt(i)
    const next: number[] = new Array(to.length + 1).fill(limit + 1)
    const first = Math.max(0, i - limit)
    const last = Math.min(to.length, i + limit + 1)
    if (first === 0) next[0] = i + 1
    let least = first === 0 ? i + 1 : limit + 1
    let before = first === 0 ? i + 1 : limit + 1
    for (let j = first; j < last; j++) {
      const changed = (row[j] ?? 0) + (character === to.charCodeAt(j) ? 0 : 1)
      before = Math.min((row[j + 1] ?? 0) + 1, before + 1, changed)
      next[j + 1] = before
      if (before < least) least = before
    }
    if (least > limit) return limit + 1
    row = next
  }
  return row[to.length] ?? 0
}
