/**
 * Runs before the first paint; the build puts it into the page itself, behind the prerendered bar. It sets the
 * theme, and decides what the page shows until React takes over: the prerendered editor to a new start, else
 * the shell of what comes. Then it asks for the page's code, which main.tsx would only ask for once it runs.
 */
import { draftKey, tabKey } from "../store/keys.ts"
import { savedTheme, showTheme } from "./theme.ts"

showTheme(savedTheme())

/** As link/route.ts reads the address. */
const page = /^#\/(p\/|new(\?|$))/.test(location.hash) ? "preview" : "editor"

if (
  page === "preview" ||
  hasKey(() => sessionStorage, tabKey) ||
  hasKey(() => localStorage, draftKey)
)
  showShell()

// Each request takes time that the first paint needs; React and the domain are on their way already.
requestAnimationFrame(() => setTimeout(preload))

function preload() {
  const links = document.querySelectorAll<HTMLLinkElement>(`link[data-page~=${page}]`)
  for (const link of links) link.rel = "modulepreload"
}

/** The parser goes on in what is taken out here, so that nothing of it is ever seen. */
function showShell() {
  const root = document.getElementById("root")
  const shell = document.getElementById(`${page}-shell`)
  if (!root || !(shell instanceof HTMLTemplateElement)) return
  delete root.dataset.prerendered
  root.replaceChildren(shell.content)
}

/** Whether a storage has a key that begins so. */
function hasKey(storage: () => Storage, prefix: string): boolean {
  try {
    return Object.keys(storage()).some((key) => key.startsWith(prefix))
  } catch {
    return false
  }
}
