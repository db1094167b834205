import type { ComponentType } from "react"
import { parseRoute, type Route } from "../link/route.ts"
import type { EditorStore } from "../store/store.ts"
import { loadWriters } from "../store/writers.ts"

/** A page of the app; its code comes when an address first asks for it. */
export type Page = ComponentType<{ route: Route }>

interface Parts {
  /** Works out what the page shows, without React: on a slow line that is done while React still comes. */
  readonly prepare: (route: Route) => Promise<unknown>
  readonly load: () => Promise<Page>
}

const editor: Parts = {
  prepare: async () => firstOutput((await import("./start.ts")).theEditor()),
  load: async () => (await import("./EditorPage.tsx")).EditorPage,
}
const preview: Parts = {
  prepare: async (route) => {
    const { store } = (await import("./preview/openLink.ts")).openLink(route)
    return store && firstOutput(store)
  },
  load: async () => (await import("./preview/PreviewPage.tsx")).PreviewPage,
}
const pages: Readonly<Record<Route["page"], Parts>> = {
  editor,
  preview,
  new: preview,
  unknown: editor,
}

/** What an address shows, ready to be rendered. */
export interface Shown {
  readonly route: Route
  readonly Page: Page
}

/** What writes the output that the page begins with. */
const firstOutput = ({ getState }: EditorStore) => loadWriters(getState().outputTab)

export type PageAt = typeof pageAt

export async function pageAt(hash: string): Promise<Shown> {
  const route = parseRoute(hash)
  const { load, prepare } = pages[route.page]
  const [Page] = await Promise.all([load(), prepare(route)])
  return { route, Page }
}
