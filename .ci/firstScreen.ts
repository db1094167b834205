import { createHash } from "node:crypto"
import react from "@vitejs/plugin-react"
import { build, createServer, type HtmlTagDescriptor, type Plugin, type Rolldown } from "vite"
import type { prerenderPages } from "../src/app/prerender.tsx"
import { splitStyles } from "./splitStyles.ts"

const bootOfDevServer = '<script type="module" src="/src/app/boot.ts"></script>'
/** The modules that each page begins with (src/app/pages.ts). */
const pages = {
  editor: ["src/app/start.ts", "src/app/EditorPage.tsx", "src/app/mount.tsx"],
  preview: ["src/app/preview/openLink.ts", "src/app/preview/PreviewPage.tsx", "src/app/mount.tsx"],
} as const

/** Short names of classes: each stands in the page, in the style sheet and in the code. */
export const cssModules = { generateScopedName: "[local]_[hash:base64:3]" }

/** What the built page may do. */
const policy = (bootHash: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'wasm-unsafe-eval' 'sha256-${bootHash}'`,
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ")

/**
 * Makes index.html show the first screen by itself, before any other file has come: it holds the style sheet
 * (what the first screen doesn't need behind it, so that nothing waits for that), what src/app/prerender.tsx
 * renders, and src/app/boot.ts as a script of its own that the page's policy allows by its hash. Nothing in it
 * can be used until it is React's: a box that was ticked or typed into before would say what the settings don't.
 * In the build only: the dev server runs boot.ts as it is and renders everything in the browser.
 */
export function firstScreen(): Plugin[] {
  let css = ""
  return [
    {
      name: "first-screen",
      apply: "build",
      transformIndexHtml: {
        order: "pre",
        handler: (html) => html.replace(bootOfDevServer, ""),
      },
      /** Before Vite notes which style sheets each chunk waits for: those of the first screens it needn't. */
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
          const boot = await bootScript()
          const { editor, editorShell, previewShell } = await prerendered()
          const { needed, rest } = splitStyles(css, editor + editorShell + previewShell)
          return {
            html: html.replace(
              '<div id="root"></div>',
              () =>
                `<template id="editor-shell">${editorShell}</template>` +
                `<template id="preview-shell">${previewShell}</template>` +
                `<div id="root" data-prerendered inert>${withBoot(editor, boot)}</div>` +
                `<style>${rest}</style>`,
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
              ...linksOf(bundle, html),
              { tag: "style", children: needed, injectTo: "head" },
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

/** Takes the style sheets of what is prerendered out of the bundle; those of what comes later come with it. */
function takeStyles(bundle: Rolldown.OutputBundle): string {
  const names = new Set<string>()
  // The entry's first: it holds the order of the layers.
  const modules = ["index.html", ...pages.editor, ...pages.preview, "src/problems/ProblemsPane.tsx"]
  for (const file of filesOf(bundle, modules)) {
    const chunk = bundle[file]
    const { importedCss } = (chunk?.type === "chunk" && chunk.viteMetadata) || {}
    for (const name of importedCss ?? []) names.add(name)
    importedCss?.clear()
  }
  return [...names]
    .map((name) => {
      const asset = bundle[name]
      delete bundle[name]
      return asset?.type === "asset" ? asset.source.toString().replaceAll(/\/\*.*?\*\//gs, "") : ""
    })
    .join("")
}

/**
 * A link to each file that a page needs and index.html doesn't name. React is so large that it is asked for at
 * once; boot.ts asks for the others.
 */
function linksOf(bundle: Rolldown.OutputBundle, html: string): HtmlTagDescriptor[] {
  const pagesOf = new Map<string, string[]>()
  for (const [page, modules] of Object.entries(pages))
    for (const file of filesOf(bundle, modules))
      pagesOf.set(file, [...(pagesOf.get(file) ?? []), page])
  return [...pagesOf]
    .filter(([file]) => !html.includes(file))
    .map(([file, those]) => ({
      tag: "link",
      attrs: {
        ...(bundle[file]?.name === "react"
          ? { rel: "modulepreload" }
          : { "data-page": those.join(" ") }),
        href: `./${file}`,
      },
      injectTo: "head" as const,
    }))
}

/** The files of some modules' chunks and of all that they import at once. */
function filesOf(bundle: Rolldown.OutputBundle, modules: readonly string[]): readonly string[] {
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = bundle[name]
    if (chunk?.type !== "chunk" || files.has(name)) return
    files.add(name)
    for (const imported of chunk.imports) add(imported)
  }
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk")
  for (const module of modules) {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module))
    if (!chunk) throw new Error(`${module} has no chunk`)
    add(chunk.fileName)
  }
  return [...files]
}

/** Renders the pages in Node, with the names of CSS modules that the build has too. */
async function prerendered() {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    appType: "custom",
    plugins: [react()],
    css: { modules: cssModules },
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
async function bootScript(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: { write: false, lib: { entry: "src/app/boot.ts", name: "boot", formats: ["iife"] } },
  })
  const [output] = Array.isArray(outputs) ? outputs : []
  if (!output) throw new Error("boot.ts has no output")
  return output.output[0].code.trim()
}
