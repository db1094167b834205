import { flushSync } from "react-dom"

/** What is to be filled in in a name that was chosen: `<BucketName>` (src/catalog/choice.ts, withBlanks). */
const blank = /<[A-Za-z][\w-]*>/

/** The first blank of a text. */
export function blankIn(text: string): string | undefined {
  return blank.exec(text)?.[0]
}

/**
 * Shows a text in a field and selects its first blank, so that what is typed next fills it in: at once, since the
 * next key may come before the next frame.
 */
export function fillIn(fieldId: string, show: () => void): void {
  flushSync(show)
  const field = document.getElementById(fieldId)
  const found = field instanceof HTMLInputElement ? blank.exec(field.value) : null
  if (!(field instanceof HTMLInputElement) || !found) return
  field.focus()
  field.setSelectionRange(found.index, found.index + found[0].length)
}
