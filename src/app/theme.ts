export type Theme = "system" | "light" | "dark"

export const themes: readonly { value: Theme; label: string }[] = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
]

const key = "jets-iam.theme"

/** The theme that was chosen last; storage that is blocked counts as none. */
export function savedTheme(): Theme {
  try {
    const saved = localStorage.getItem(key)
    return themes.find((theme) => theme.value === saved)?.value ?? "system"
  } catch {
    return "system"
  }
}

export function showTheme(theme: Theme) {
  document.documentElement.style.colorScheme = theme === "system" ? "" : theme
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
}
