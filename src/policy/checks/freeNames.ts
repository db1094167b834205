/**
 * Gives for a name the first of `name`, `name2`, `name3` … that is not taken, cut to at most `longest` characters.
 * What was given is taken, so that all names that are offered can be used.
 */
export function freeNames(taken: Iterable<string>, longest: number): (name: string) => string {
  const used = new Set(taken)
  const next = new Map<string, number>()
  return (name) => {
    for (let number = next.get(name) ?? 1; ; number++) {
      const end = number === 1 ? "" : String(number)
      const free = name.slice(0, longest - end.length) + end
      if (used.has(free)) continue
      used.add(free)
      next.set(name, number + 1)
      return free
    }
  }
}
