/** What the editor does to the browser around it, so that the rest needs no browser. */
export interface Page {
  /** Puts a text on the clipboard; false: the browser doesn't let it. */
  copy(text: string): Promise<boolean>
  /** Hands a text over as a file. */
  download(name: string, mime: string, text: string): void
}

/** The real page. */
export const browserPage: Page = {
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  },
  download(name, mime, text) {
    const url = URL.createObjectURL(new Blob([text], { type: mime }))
    const link = document.createElement("a")
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  },
}

/** Where the clipboard's own interface is missing, as on a page without https. */
function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea")
  field.value = text
  field.style.position = "fixed"
  field.style.opacity = "0"
  const focused = document.activeElement
  document.body.append(field)
  field.select()
  const copied = document.execCommand("copy")
  field.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return copied
}
