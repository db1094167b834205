import { StrictMode, startTransition } from "react"
import { createRoot, hydrateRoot } from "react-dom/client"
import "./ui/tokens.css"
import { App } from "./app/App.tsx"
import { pageAt } from "./app/pages.ts"

const root = document.getElementById("root")
if (root) {
  const app = (
    <StrictMode>
      <App first={await pageAt(location.hash)} />
    </StrictMode>
  )
  document.getElementById("boot")?.remove()
  // As a transition React works in small pieces, and the page answers in between.
  startTransition(() => {
    if (root.dataset.prerendered === undefined) createRoot(root).render(app)
    else hydrateRoot(root, app)
  })
}
