/** Which file of a folder holds what: in `data/detailFiles.js` and `data/documentFiles.js`. */
export interface Buckets {
  /** The names in the file `jets`: what Jets' own defaults need, together. */
  readonly jets: readonly string[]
  /** The first name of the files `0`, `1` …, which hold the others in order. */
  readonly starts: readonly string[]
}

/** Names in files of about `size`, as each name's `sizeOf` has it. */
export function makeBuckets(
  names: Iterable<string>,
  jets: ReadonlySet<string>,
  sizeOf: (name: string) => number,
  size: number,
): Buckets {
  const sorted = [...names].sort()
  const starts: string[] = []
  let filled = 0
  for (const name of sorted.filter((name) => !jets.has(name))) {
    if (starts.length === 0 || filled + sizeOf(name) / 2 > size) {
      starts.push(name)
      filled = 0
    }
    filled += sizeOf(name)
  }
  return { jets: sorted.filter((name) => jets.has(name)), starts }
}

/** The file that holds a name, if any does. */
export function fileOf({ jets, starts }: Buckets, name: string): string {
  if (jets.includes(name)) return "jets"
  const next = starts.findIndex((start) => start > name)
  return String(Math.max(0, (next < 0 ? starts.length : next) - 1))
}

/** The files of all names, and the names in each. */
export function filesOf(
  buckets: Buckets,
  names: Iterable<string>,
): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, string[]>()
  for (const name of names) {
    const file = fileOf(buckets, name)
    files.set(file, [...(files.get(file) ?? []), name])
  }
  return files
}
