import { expect, test } from "vitest"
import { keysOf, matches } from "./shortcut.ts"

const press = (key: string, held: string = "") => ({
  key,
  ctrlKey: held.includes("c"),
  metaKey: held.includes("m"),
  shiftKey: held.includes("s"),
  altKey: held.includes("a"),
})
const undo = { key: "z", mod: true, shift: false }

test.each([
  { title: "Ctrl", shortcut: undo, press: press("z", "c"), fits: true },
  { title: "Cmd", shortcut: undo, press: press("z", "m"), fits: true },
  { title: "a capital, as with caps lock", shortcut: undo, press: press("Z", "c"), fits: true },
  { title: "Shift where it means another", shortcut: undo, press: press("Z", "cs"), fits: false },
  { title: "no Ctrl", shortcut: undo, press: press("z"), fits: false },
  { title: "Alt beside it", shortcut: undo, press: press("z", "ca"), fits: false },
  { title: "a key alone", shortcut: { key: "F8" }, press: press("F8"), fits: true },
  {
    title: "? wherever the keyboard has it",
    shortcut: { key: "?" },
    press: press("?", "s"),
    fits: true,
  },
])("$title: $fits", ({ shortcut, press, fits }) => {
  expect(matches(shortcut, press)).toBe(fits)
})

test.each([
  { shortcut: { key: "z", mod: true, shift: true }, mac: false, keys: "Ctrl Shift Z" },
  { shortcut: { key: "Enter", mod: true }, mac: true, keys: "⌘ Enter" },
  { shortcut: { key: "F8" }, mac: false, keys: "F8" },
])("$keys", ({ shortcut, mac, keys }) => {
  expect(keysOf(shortcut, mac)).toBe(keys)
})
