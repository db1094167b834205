import type { ReactNode } from "react"
import { PageProvider } from "../commands/context.tsx"
import { browserPage } from "../commands/page.ts"
import { StoreProvider } from "../store/context.tsx"
import type { EditorStore } from "../store/store.ts"
import { ErrorBoundary } from "./ErrorBoundary.tsx"

/** A page around one store. */
export function StorePage({ store, children }: { store: EditorStore; children: ReactNode }) {
  return (
    <ErrorBoundary store={store}>
      <StoreProvider store={store}>
        <PageProvider page={browserPage}>{children}</PageProvider>
      </StoreProvider>
    </ErrorBoundary>
  )
}
