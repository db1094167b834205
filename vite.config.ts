import react from "@vitejs/plugin-react"
import { defineConfig } from "vitest/config"
import { firstScreen } from "./.ci/firstScreen.ts"

/** Fewer files come sooner: what the editor and a preview both need is one, beside React. */
const firstScreenOfBothPages = new RegExp(
  [
    "/node_modules/(zustand|zundo|yaml|jsonc-parser)/",
    "/src/catalog/catalog",
    "/src/(commands|store)/(?!checksCode|persistence)",
    "/src/policy/(iam|role)/",
    "/src/policy/config/(?!jetsUses|schema|differences)",
    "/src/policy/output/(?!diff|align)",
    "/src/link/(route|shared)",
    "/src/output/(OutputPane|OutputText|blocks|highlight|output)",
    "/src/ui/(Button|Hidden|Icon|Marked|Select|Tabs|keepFocus|lazy|schedule|stickyGroups)",
    "/src/app/(preview/preview.module|Announcer|ErrorBoundary|NoticeBar|Problems|StorePage|app|versions)",
    "vite/preload-helper",
  ].join("|"),
)

export default defineConfig({
  base: "./",
  plugins: [react(), firstScreen()],
  // The build has them (.ci/firstScreen.ts).
  define: { __PAGE_FILES__: { editor: [], preview: [] } },
  // Properties run hundreds of cases, and a busy machine is no failure.
  test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 },
  build: {
    target: "es2024",
    // With light-dark() and nesting as they are: rewritten, the colours would only follow the system's theme.
    cssTarget: ["chrome123", "edge123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    // Monaco is one file of 3.4 MB, loaded when JSON is wanted.
    chunkSizeWarningLimit: 3_500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /\/node_modules\/(react|react-dom|scheduler)\// },
            { name: "first", test: firstScreenOfBothPages, minShareCount: 2 },
            {
              name: "form",
              test: /\/src\/(app\/start|catalog\/search|editor\/|policy\/config\/|store\/|ui\/)/,
              minShareCount: 2,
            },
          ],
        },
      },
      treeshake: {
        // Importing these does nothing by itself, so that each chunk holds only what it uses of them.
        moduleSideEffects: [
          {
            test: /\/src\/.*\.tsx?$|\/node_modules\/(jsonc-parser|yaml|diff)\//,
            sideEffects: false,
          },
        ],
      },
    },
  },
})
