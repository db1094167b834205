import { lazy, Suspense } from "react"
import type { Route } from "../../link/route.ts"
import { StorePage } from "../StorePage.tsx"
import { openLink } from "./openLink.ts"
import { Preview } from "./Preview.tsx"

const BrokenLinkPage = lazy(async () => ({
  default: (await import("./BrokenLinkPage.tsx")).BrokenLinkPage,
}))

/** What a link opens: its settings, only to be looked at. */
export function PreviewPage({ route }: { route: Route }) {
  const opened = openLink(route)
  if (!opened.shared)
    return (
      <Suspense>
        <BrokenLinkPage issues={opened.issues} />
      </Suspense>
    )
  return (
    <StorePage store={opened.store} key={location.hash}>
      <Preview shared={opened.shared} issues={opened.issues} />
    </StorePage>
  )
}
