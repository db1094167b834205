import { useSyncExternalStore } from "react"
import { monaco } from "./monaco.ts"

type Scheme = "light" | "dark"

const dark = window.matchMedia("(prefers-color-scheme: dark)")

/** The page's colours: the system's, or the ones that were chosen. */
export function useScheme(): Scheme {
  return useSyncExternalStore(onSchemeChange, pageScheme)
}

function onSchemeChange(tell: () => void): () => void {
  const chosen = new MutationObserver(tell)
  chosen.observe(document.documentElement, { attributeFilter: ["style", "class", "data-theme"] })
  dark.addEventListener("change", tell)
  return () => {
    chosen.disconnect()
    dark.removeEventListener("change", tell)
  }
}

function pageScheme(): Scheme {
  const { colorScheme } = getComputedStyle(document.documentElement)
  if (colorScheme === "light" || colorScheme === "dark") return colorScheme
  return dark.matches ? "dark" : "light"
}

/** Monaco's theme for the colours that the page has now: they are read from tokens.css, which has them. */
export function themeOf(scheme: Scheme): string {
  const name = `jets-${scheme}`
  if (defined.has(name)) return name
  defined.add(name)
  const probe = document.body.appendChild(document.createElement("span"))
  const colour = (token: string) => {
    probe.style.color = `var(--${token})`
    return hex(getComputedStyle(probe).color)
  }
  monaco.editor.defineTheme(name, {
    base: scheme === "dark" ? "vs-dark" : "vs",
    inherit: true,
    rules: Object.entries(tokens).map(([token, name]) => ({ token, foreground: colour(name) })),
    colors: Object.fromEntries(Object.entries(colours).map(([part, name]) => [part, colour(name)])),
  })
  probe.remove()
  return name
}

const defined = new Set<string>()

const tokens = {
  key: "key",
  string: "string",
  "string.invalid": "error",
  number: "secure",
  keyword: "secure",
  delimiter: "muted",
  comment: "muted",
} as const

const colours = {
  "editor.background": "bg",
  "editor.foreground": "text",
  "editorLineNumber.foreground": "faint",
  "editorLineNumber.activeForeground": "text",
  "editorCursor.foreground": "text",
  "editorError.foreground": "error",
  "editorWarning.foreground": "warn",
  "editorInfo.foreground": "accent",
  "editorLightBulb.foreground": "warn",
  "editorBracketMatch.border": "control",
  "editorWidget.background": "surface",
  "editorWidget.foreground": "text",
  "editorWidget.border": "line-strong",
  "editorHoverWidget.background": "surface",
  "editorHoverWidget.foreground": "text",
  "editorHoverWidget.border": "line-strong",
  "editorSuggestWidget.background": "surface",
  "editorSuggestWidget.foreground": "text",
  "editorSuggestWidget.border": "line-strong",
  "editorSuggestWidget.selectedBackground": "accent-soft",
  "editorSuggestWidget.selectedForeground": "text",
  "editorSuggestWidget.highlightForeground": "accent",
  "editorSuggestWidget.focusHighlightForeground": "accent",
  "list.hoverBackground": "hover",
  "menu.background": "surface",
  "menu.foreground": "text",
  "menu.selectionBackground": "accent-soft",
  "menu.selectionForeground": "text",
  "menu.border": "line-strong",
  focusBorder: "accent",
  "textLink.foreground": "accent",
  "scrollbar.shadow": "line",
} as const

/** "rgb(47, 84, 208)" as "#2f54d0". */
function hex(colour: string): string {
  const parts = colour.match(/\d+/g) ?? []
  return `#${parts
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`
}
