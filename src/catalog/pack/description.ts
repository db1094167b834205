/** The words of an action's name in lower case: CreateDBCluster gives create, db, cluster. */
function wordsOf(name: string): readonly string[] {
  const words = name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? []
  return words.map((word) => word.toLowerCase())
}

/**
 * A description without what follows from elsewhere: without the opening that most have, and with `~` for the
 * next word of the action's name (`|` skips one). "Grants permission to create a new bucket" of CreateBucket
 * is "~ a new ~". One that doesn't fit is kept whole behind "!".
 */
export function abbreviate(description: string, opening: string, name: string): string {
  const rest = description.slice(opening.length)
  if (!description.startsWith(opening) || /^!|[~|]/.test(rest)) return `!${description}`
  const words = wordsOf(name)
  let next = 0
  return rest.replace(/[a-z0-9]+/g, (word) => {
    const found = words.indexOf(word, next)
    if (found < 0) return word
    const skipped = "|".repeat(found - next)
    next = found + 1
    return `${skipped}~`
  })
}

/** The description that `abbreviate` was given, with the same opening and name. */
export function expand(text: string, opening: string, name: string): string {
  if (text.startsWith("!")) return text.slice(1)
  const words = wordsOf(name)
  let next = 0
  const rest = text.replace(/\|*~/g, (mark) => {
    next += mark.length
    return words[next - 1] ?? ""
  })
  return opening + rest
}
