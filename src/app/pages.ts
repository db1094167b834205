import type { ComponentType } from "react"
import { parseRoute, type Route } from "../link/route.ts"

/** A page of the app; its code comes when an address first asks for it. */
export type Page = ComponentType<{ route: Route }>

const load: Readonly<Record<Route["page"], () => Promise<Page>>> = {
  editor: async () => (await import("./EditorPage.tsx")).EditorPage,
  preview: async () => (await import("./preview/PreviewPage.tsx")).PreviewPage,
  new: async () => (await import("./preview/PreviewPage.tsx")).PreviewPage,
  unknown: async () => (await import("./EditorPage.tsx")).EditorPage,
}

/** What an address shows, ready to be rendered. */
export interface Shown {
  readonly route: Route
  readonly Page: Page
}

export async function pageAt(hash: string): Promise<Shown> {
  const route = parseRoute(hash)
  return { route, Page: await load[route.page]() }
}
