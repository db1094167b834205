import { decodeLink } from "../../link/decode.ts"
import type { Route } from "../../link/route.ts"
import type { Shared } from "../../link/shared.ts"
import { defaultBaseline, type Issue } from "../../policy/index.ts"
import { createEditorStore, type EditorStore } from "../../store/store.ts"
import { afterPaint } from "../../ui/schedule.ts"
import { catalogSource } from "../catalogSource.ts"

/** What an address holds, in a store of its own, or why it can't be opened. */
export type Opened =
  | { shared: Shared; store: EditorStore; issues: readonly Issue[] }
  | { shared: undefined; store?: undefined; issues: readonly Issue[] }

const opened = new WeakMap<Route, Opened>()

/** Opens the settings of an address, once for each route. Nothing is written anywhere. */
export function openLink(route: Route): Opened {
  const known = opened.get(route) ?? open(route)
  opened.set(route, known)
  return known
}

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
    now: Date.now,
    catalog: catalogSource,
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
