import { createHash } from "node:crypto"
import react from "@vitejs/plugin-react"
import { build, createServer, type Plugin, type Rolldown } from "vite"
import type { prerenderPages } from "../src/app/prerender.tsx"

const bootScript = '<script type="module" src="/src/app/boot.ts"></script>'
const pages = {
  editor: "src/app/EditorPage.tsx",
  preview: "src/app/preview/PreviewPage.tsx",
} as const

/** What the built page may do. */
const policy = (bootHash: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'sha256-${bootHash}'`,
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ")

/**
 * Makes index.html show the first screen by itself, before any other file has come: it holds the style sheet,
 * what src/app/prerender.tsx renders, and src/app/boot.ts as a script of its own that the page's policy allows
 * by its hash. Nothing in it can be used until it is React's: a box that was ticked or typed into before would
 * say what the settings don't. In the build only: the dev server runs boot.ts as it is and renders everything in the browser.
 */
export function firstScreen(): Plugin[] {
  let css = ""
  return [
    {
      name: "first-screen",
      apply: "build",
      transformIndexHtml: {
        order: "pre",
        handler: (html) => html.replace(bootScript, ""),
      },
      /** Before Vite notes which style sheets each chunk waits for: those of the pages it needn't. */
      generateBundle: {
        order: "pre",
        handler(_, bundle) {
          css = takeStyles(bundle)
        },
      },
    },
    {
      name: "first-screen-html",
      apply: "build",
      transformIndexHtml: {
        order: "post",
        async handler(html, { bundle = {} }) {
          const boot = await bootOf({
            editor: filesOf(bundle, pages.editor).filter((file) => !html.includes(file)),
            preview: filesOf(bundle, pages.preview).filter((file) => !html.includes(file)),
          })
          const { editor, editorShell, previewShell } = await prerendered()
          return {
            html: html.replace(
              '<div id="root"></div>',
              () =>
                `<template id="editor-shell">${editorShell}</template>` +
                `<template id="preview-shell">${previewShell}</template>` +
                `<div id="root" data-prerendered inert>${withBoot(editor, boot)}</div>`,
            ),
            tags: [
              {
                tag: "meta",
                attrs: {
                  "http-equiv": "Content-Security-Policy",
                  content: policy(createHash("sha256").update(boot).digest("base64")),
                },
                injectTo: "head-prepend",
              },
              // Nothing is painted before the script has run.
              {
                tag: "link",
                attrs: { rel: "expect", href: "#boot", blocking: "render" },
                injectTo: "head-prepend",
              },
              { tag: "style", children: css, injectTo: "head" },
            ],
          }
        },
      },
    },
  ]
}

/** The script comes behind the bar: the browser paints after a script, and then has something to paint. */
function withBoot(editor: string, boot: string): string {
  const [bar, ...rest] = editor.split("</header>")
  return [bar, `</header><script id="boot">${boot}</script>`, rest.join("</header>")].join("")
}

/** Takes all style sheets out of the bundle but Monaco's, which are large and come with it. */
function takeStyles(bundle: Rolldown.OutputBundle): string {
  const names = new Set<string>()
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk")
  // The entry's first: it holds the order of the layers.
  for (const chunk of chunks.toSorted((a, b) => Number(b.isEntry) - Number(a.isEntry))) {
    if (chunk.moduleIds.some((id) => id.includes("/monaco-editor/"))) continue
    const { importedCss } = chunk.viteMetadata ?? {}
    for (const name of importedCss ?? []) names.add(name)
    importedCss?.clear()
  }
  return [...names]
    .map((name) => {
      const asset = bundle[name]
      delete bundle[name]
      return asset?.type === "asset" ? asset.source.toString() : ""
    })
    .join("")
}

/** The files of a page's chunk and of all that it imports at once, as index.html names them. */
function filesOf(bundle: Rolldown.OutputBundle, module: string): readonly string[] {
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = bundle[name]
    if (chunk?.type !== "chunk" || files.has(`./${name}`)) return
    files.add(`./${name}`)
    for (const imported of chunk.imports) add(imported)
  }
  for (const chunk of Object.values(bundle))
    if (chunk.type === "chunk" && chunk.facadeModuleId?.endsWith(module)) add(chunk.fileName)
  if (files.size === 0) throw new Error(`${module} has no chunk`)
  return [...files]
}

/** Renders the pages in Node, with the names of CSS modules that the build has too. */
async function prerendered() {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    appType: "custom",
    plugins: [react()],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
  })
  try {
    const module = await server.ssrLoadModule("/src/app/prerender.tsx")
    const pages: Awaited<ReturnType<typeof prerenderPages>> = await module.prerenderPages()
    return pages
  } finally {
    await server.close()
  }
}

/** boot.ts as a script that needs no other file. */
async function bootOf(pageFiles: Record<keyof typeof pages, readonly string[]>): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    define: { __PAGE_FILES__: JSON.stringify(pageFiles) },
    build: { write: false, lib: { entry: "src/app/boot.ts", name: "boot", formats: ["iife"] } },
  })
  const [output] = Array.isArray(outputs) ? outputs : []
  if (!output) throw new Error("boot.ts has no output")
  return output.output[0].code.trim()
}
