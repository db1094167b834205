import react from "@vitejs/plugin-react"
import type { Plugin } from "vite"
import { defineConfig } from "vitest/config"

const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ")

/** In the build only: the dev server's preamble is an inline script. */
function policyOfThePage(): Plugin {
  return {
    name: "content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicy },
        injectTo: "head-prepend",
      },
    ],
  }
}

export default defineConfig({
  base: "./",
  plugins: [react(), policyOfThePage()],
  // Properties run hundreds of cases, and a busy machine is no failure.
  test: { include: ["src/**/*.test.ts"], testTimeout: 60_000 },
  build: {
    target: "es2024",
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
  },
})
