import "./ui/tokens.css"
import { pageAt } from "./app/pages.ts"

const root = document.getElementById("root")
if (root) {
  const [shown, { mount }] = await Promise.all([pageAt(location.hash), import("./app/mount.tsx")])
  mount(root, pageAt, shown)
}
