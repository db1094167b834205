import { PageProvider } from "../commands/context.tsx"
import { browserPage } from "../commands/page.ts"
import { StoreProvider } from "../store/context.tsx"
import type { EditorStore } from "../store/store.ts"
import { EditorPage } from "./EditorPage.tsx"
import { ErrorBoundary } from "./ErrorBoundary.tsx"

export function App({ store }: { store: EditorStore }) {
  return (
    <ErrorBoundary store={store}>
      <StoreProvider store={store}>
        <PageProvider page={browserPage}>
          <EditorPage />
        </PageProvider>
      </StoreProvider>
    </ErrorBoundary>
  )
}
