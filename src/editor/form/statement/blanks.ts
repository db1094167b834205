/** What is to be filled in in a name that was chosen: `<BucketName>` (src/catalog/choice.ts, withBlanks). */
const blank = /<[A-Za-z][\w-]*>/

/** The first blank of a text. */
export function blankIn(text: string): string | undefined {
  return blank.exec(text)?.[0]
}

/** Selects the first blank of a field once it is rendered, so that what is typed next fills it in. */
export function selectBlank(fieldId: string): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(fieldId)
    const found = field instanceof HTMLInputElement ? blank.exec(field.value) : null
    if (!(field instanceof HTMLInputElement) || !found) return
    field.focus()
    field.setSelectionRange(found.index, found.index + found[0].length)
  })
}
