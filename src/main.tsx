import { StrictMode } from "react"
import { createRoot } from "react-dom/client"
import "./ui/tokens.css"
import { App } from "./app/App.tsx"
import { pageAt } from "./app/pages.ts"
import { applyTheme, savedTheme } from "./app/theme.ts"

applyTheme(savedTheme())
const root = document.getElementById("root")
if (root)
  createRoot(root).render(
    <StrictMode>
      <App first={await pageAt(location.hash)} />
    </StrictMode>,
  )
