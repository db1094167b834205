import { patternCovers } from "../../iam/wildcard.ts"

/** How long two texts may be, multiplied. */
const most = 250_000

/**
 * Whether a resource's text stands for all that another one does. What is filled in by the request or later
 * (`${…}`, `#{…}`) is the same where it is written the same, and else may be any text; `${*}` is a star itself.
 */
export function resourceCovers(cover: string, text: string): boolean {
  if (cover === text) return true
  if (cover.length * text.length > most) return false
  if (!filledIn.test(cover) && !filledIn.test(text)) return patternCovers(cover, text)
  const marks = new Map<string, string>()
  const pattern = cover.replaceAll(everyFilledIn, (piece) => {
    const mark = escaped[piece] ?? marks.get(piece) ?? String.fromCharCode(0xe000 + marks.size)
    if (!(piece in escaped)) marks.set(piece, mark)
    return mark
  })
  // A "?" is one character, and what is filled in may be more.
  const isShared = !pattern.includes("?")
  return patternCovers(
    pattern,
    text.replaceAll(
      everyFilledIn,
      (piece) => escaped[piece] ?? ((isShared && marks.get(piece)) || "*"),
    ),
  )
}

const filledIn = /[#$]\{/
const everyFilledIn = /[#$]\{[^}]*\}?/g
const escaped: Readonly<Record<string, string>> = {
  "${*}": "\uf8fd",
  "${?}": "\uf8fe",
  "${$}": "$",
}
