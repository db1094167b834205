export type Theme = "system" | "light" | "dark"

export const themes: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "As your system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
]

const key = "jets-iam.theme"
let chosen: Theme | undefined
const listeners = new Set<() => void>()

/** The theme that was chosen last; storage that is blocked counts as none. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(key)
    return saved === "light" || saved === "dark" ? saved : "system"
  } catch {
    return "system"
  }
}

export function showTheme(theme: Theme) {
  document.documentElement.style.colorScheme = theme === "system" ? "" : theme
}

/** The theme now, which may be one that couldn't be saved. */
export const currentTheme = (): Theme => chosen ?? savedTheme()

export function onTheme(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Shows a theme and keeps it for the next visit. */
export function applyTheme(theme: Theme) {
  showTheme(theme)
  try {
    if (theme === "system") localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // A blocked storage only means that the next visit starts with the system's theme.
  }
  chosen = theme
  for (const listener of listeners) listener()
}
