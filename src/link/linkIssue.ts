import type { Issue } from "../policy/index.ts"

const again = "ask the sender for the link again, copied with the Share dialog's Copy button"

/** What a person reads when a link can't be opened: what happened and what to ask the sender for (DESIGN 6). */
const messages = {
  "link-cut": `This link is cut: its end is missing, as happens when a chat or an e-mail shortens it. Nothing can be read from it: ${again}, or for the settings as a file.`,
  "link-damaged": `This link is damaged: some of its characters were changed or added on the way. Nothing can be read from it: ${again}.`,
  "link-of-newer-version":
    "This link was made by a newer version of this editor, which this one can't read. Reload this page for the newest version, or ask the sender for the settings as a file.",
  "link-too-large":
    "This link holds more than a link may: 64 KiB of text, 1 MiB of settings, 40,000 values or 2,000 kinds of objects. It isn't opened, because the page would stall: ask the sender for the settings as a file.",
  "link-of-unknown-content":
    "This link is whole, but what it holds isn't settings that this editor knows, such as another version of Jets. Reload this page for the newest version, or ask the sender for the settings as a file.",
  "unknown-setting-in-link":
    "This link holds something that this editor doesn't know. It is left out, so you may see less than the sender did: ask the sender for the settings as a file.",
  "not-an-object":
    "This link is whole, but holds no settings: ask the sender for the settings as a file.",
  "nested-too-deeply":
    "Lists and objects are nested deeper than 200 levels in this link, so it isn't opened. Ask the sender to remove the brackets that are too many.",
} as const

/** The issue of a link, by its code. */
export function linkIssue(code: keyof typeof messages): Issue {
  return { code, message: messages[code] }
}
