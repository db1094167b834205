/** Where a text field's caret is, and what of the text is in view. */
export interface Caret {
  readonly focused: boolean
  readonly start: number
  readonly end: number
  readonly scrollTop: number
  readonly scrollLeft: number
}

export function caretOf(field: HTMLTextAreaElement): Caret {
  return {
    focused: document.activeElement === field,
    start: field.selectionStart,
    end: field.selectionEnd,
    scrollTop: field.scrollTop,
    scrollLeft: field.scrollLeft,
  }
}
