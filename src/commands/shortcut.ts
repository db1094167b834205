/** A key with what is held beside it; `mod` is Ctrl, or Cmd on a Mac. */
export interface Shortcut {
  readonly key: string
  readonly mod?: boolean
  readonly shift?: boolean
}

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">

export function matches(shortcut: Shortcut, press: KeyPress): boolean {
  return (
    press.key.toLowerCase() === shortcut.key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === (shortcut.mod ?? false) &&
    (shortcut.shift === undefined || press.shiftKey === shortcut.shift) &&
    !press.altKey
  )
}

/** A shortcut as the keys say it: "Ctrl Shift Z", "⌘ ⇧ Z". */
export function keysOf({ key, mod, shift }: Shortcut, mac: boolean): string {
  const name = key.length === 1 ? key.toUpperCase() : key
  return [mod && (mac ? "⌘" : "Ctrl"), shift && (mac ? "⇧" : "Shift"), name]
    .filter((part) => typeof part === "string")
    .join(" ")
}
