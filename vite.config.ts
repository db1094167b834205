import react from "@vitejs/plugin-react"
import { defineConfig } from "vitest/config"
import { cssModules, firstScreen } from "./.ci/firstScreen.ts"

/**
 * Fewer files come sooner: what the editor and a preview both need is two, beside React. The domain and the store
 * need no React, and work while it still comes (src/app/pages.ts).
 */
const domainOfBothPages = new RegExp(
  [
    "/node_modules/zundo/",
    "/node_modules/zustand/esm/vanilla",
    "/src/app/catalogSource",
    "/src/store/(?!context|checks|persistence|keys|fullEditing)",
    "/src/policy/(iam/(document|quota|catalog)|role/)",
    "/src/policy/config/(?!jetsUses|schema|differences|parse|jsonText|plainJson|edit|keepItems|defaults)",
    "/src/policy/output/(yaml|scalar|roleParts|formats|rememberEntries|interpolation)",
    "/src/link/(shared|linkIssue)",
    "/src/ui/schedule",
  ].join("|"),
)
const viewsOfBothPages = new RegExp(
  [
    "/node_modules/zustand/",
    "/src/(commands|store)/(?!checksCode|persistence|keys|fullEditing)",
    "/src/output/(OutputPane|OutputText|blocks|highlight|output)",
    "/src/ui/(Button|Hidden|Icon|Marked|Select|Tabs|keepFocus|lazy|stickyGroups)",
    "/src/app/(preview/preview.module|light/useLight|Announcer|ErrorBoundary|NoticeBar|Problems|StorePage|app|versions)",
  ].join("|"),
)

export default defineConfig({
  base: "./",
  plugins: [react(), firstScreen()],
  css: { modules: cssModules },
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
            {
              name: "react",
              test: /\/node_modules\/(react|react-dom|scheduler)\//,
            },
            { name: "domain", test: domainOfBothPages, minShareCount: 2 },
            { name: "views", test: viewsOfBothPages, minShareCount: 2 },
            {
              name: "draft",
              test: /\/src\/(app\/start|store\/(persistence|keys|fullEditing)|policy\/config\/(parse|jsonText|plainJson|edit|keepItems))|jsonc-parser/,
            },
            {
              name: "link",
              test: /\/src\/(app\/preview\/openLink|link\/(?!route|link|pack))/,
            },
            {
              name: "form",
              // Not what only parts that come later share.
              test: /\/src\/(problems\/textIssues|editor\/|policy\/config\/(?!schema|differences|jetsUses)|store\/|ui\/(?!Dialog))/,
              minShareCount: 2,
            },
          ],
        },
      },
      treeshake: {
        // Importing these does nothing by itself, so that each chunk holds only what it uses of them.
        moduleSideEffects: [
          {
            test: /\/src\/.*\.tsx?$|\/node_modules\/(jsonc-parser|diff)\//,
            sideEffects: false,
          },
        ],
      },
    },
  },
})
