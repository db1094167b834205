/** What Jets fills in when it reads its file: the only code that the Ruby output may hold (DESIGN 5). */
const interpolation =
  /(#\{Jets\.(?:aws\.region|aws\.account|project\.namespace|project\.name|env)\})/
/**
 * What would end a string, begin an escape or an interpolation, or what can't be seen: control characters, line
 * ends of any kind, marks that turn the direction of writing, blanks other than the space.
 */
const unsafe = /["\\]|#(?=[{$@])|(?! )[\p{C}\p{Z}]/gu
const identifier = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * A text as a Ruby string in double quotes, on one line. The five interpolations of DESIGN 5 stay, exactly as they
 * are; any other character stands for itself, so that no text can put code into the file. A lone surrogate becomes
 * U+FFFD.
 */
export function rubyString(text: string): string {
  const known = strings.get(text)
  if (known !== undefined) return known
  const pieces = text.toWellFormed().split(interpolation)
  const written = pieces.map((piece, index) => (index % 2 === 1 ? piece : escaped(piece))).join("")
  if (strings.size > 20_000) strings.clear()
  strings.set(text, `"${written}"`)
  return `"${written}"`
}

/** Remembered, because a list of thousands of actions is written anew at every key. */
const strings = new Map<string, string>()

/** A text as the key of a hash, a symbol, which is the only kind that Jets reads: `Effect:`, `"aws:SourceVpc":`. */
export function rubyKey(text: string): string {
  return `${identifier.test(text) ? text : rubyString(text)}:`
}

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" }

function escaped(text: string): string {
  return text.replace(unsafe, (character) => {
    if (/["\\#]/.test(character)) return `\\${character}`
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return named[character] ?? (code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`)
  })
}
