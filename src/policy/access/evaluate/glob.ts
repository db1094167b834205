/** In a glob: any run of characters. */
export const star = -1
/** In a glob: exactly one character. */
const one = -2

/** A pattern with its wildcards told from characters: `star`, `one` or a character's code. */
export type Glob = readonly number[]

/** Adds a text to a glob; its `*` and `?` are characters like others unless `wildcards`. */
export function addText(glob: number[], text: string, wildcards = false): void {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    glob.push(wildcards && code === 42 ? star : wildcards && code === 63 ? one : code)
  }
}

/**
 * Whether a glob matches a text. A star goes past colons too: IAM documents that for one that ends a field of an
 * ARN (IAM User Guide, "Using wildcards in resource ARNs"). At worst the lengths multiplied.
 */
export function globMatches(glob: Glob, text: string): boolean {
  let g = 0
  let t = 0
  let lastStar = -1
  let resume = 0
  while (t < text.length) {
    const next = glob[g]
    if (next === star) {
      lastStar = g++
      resume = t
    } else if (next === one || next === text.charCodeAt(t)) {
      g++
      t++
    } else if (lastStar >= 0) {
      g = lastStar + 1
      t = ++resume
    } else return false
  }
  while (glob[g] === star) g++
  return g === glob.length
}
