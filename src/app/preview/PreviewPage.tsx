import type { Route } from "../../link/route.ts"
import { StorePage } from "../StorePage.tsx"
import { BrokenLinkPage } from "./BrokenLinkPage.tsx"
import { openLink } from "./openLink.ts"
import { Preview } from "./Preview.tsx"

/** What a link opens: its settings, only to be looked at. */
export function PreviewPage({ route }: { route: Route }) {
  const opened = openLink(route)
  if (!opened.shared) return <BrokenLinkPage issues={opened.issues} />
  return (
    <StorePage store={opened.store} key={location.hash}>
      <Preview shared={opened.shared} issues={opened.issues} />
    </StorePage>
  )
}
