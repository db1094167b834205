import { useMemo } from "react"
import { loadCatalog } from "../../catalog/catalog.ts"
import { decodeLink, type Shared } from "../../link/link.ts"
import type { Route } from "../../link/route.ts"
import { defaultBaseline, type Issue } from "../../policy/index.ts"
import { createEditorStore, type EditorStore } from "../../store/store.ts"
import { afterPaint } from "../../ui/schedule.ts"
import { StorePage } from "../StorePage.tsx"
import { BrokenLinkPage } from "./BrokenLinkPage.tsx"
import { Preview } from "./Preview.tsx"

/** What a link opens: its settings, only to be looked at. Nothing is written anywhere. */
export function PreviewPage({ route }: { route: Route }) {
  const opened = useMemo(() => open(route), [route])
  if (!opened.shared) return <BrokenLinkPage issues={opened.issues} />
  return (
    <StorePage store={opened.store} key={location.hash}>
      <Preview shared={opened.shared} issues={opened.issues} />
    </StorePage>
  )
}

type Opened =
  | { shared: Shared; store: EditorStore; issues: readonly Issue[] }
  | { shared: undefined; issues: readonly Issue[] }

function open(route: Route): Opened {
  const { value: shared, issues } = read(route)
  if (!shared) return { shared, issues }
  const { config, baseline, scope, format, base } = shared
  const store = createEditorStore({
    saved: {
      draft: { config, baseline },
      base,
      ...(scope && { scope }),
      outputTab: base ? "changes" : (format ?? "yaml"),
    },
    readOnly: true,
    now: Date.now,
    loadCatalog,
    afterPaint,
  })
  return { shared, store, issues }
}

function read(route: Route) {
  if (route.page === "preview") return decodeLink(route.payload)
  const { config, baseline, scope, unknown } =
    route.page === "new"
      ? route
      : { config: {}, baseline: defaultBaseline, scope: "whole" as const, unknown: [] }
  const issues = unknown.map(
    (parameter): Issue => ({
      code: "unknown-setting-in-link",
      severity: "warning",
      message: `\`${parameter}\` in the address is nothing that this editor knows, so it is left out.`,
    }),
  )
  const value: Shared = { config, baseline, scope }
  return { value, issues }
}
