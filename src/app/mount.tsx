import { StrictMode, startTransition } from "react"
import { createRoot, hydrateRoot } from "react-dom/client"
import { App } from "./App.tsx"
import type { PageAt, Shown } from "./pages.ts"

/** Renders the app, or takes over what was prerendered of it. */
export function mount(root: HTMLElement, pageAt: PageAt, first: Shown) {
  const app = (
    <StrictMode>
      <App pageAt={pageAt} first={first} />
    </StrictMode>
  )
  document.getElementById("boot")?.remove()
  if (root.dataset.prerendered === undefined) createRoot(root).render(app)
  // As a transition React works in small pieces, and what is shown already answers in between.
  else
    startTransition(() => {
      hydrateRoot(root, app)
    })
}
