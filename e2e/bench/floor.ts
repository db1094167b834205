import { mkdtemp, readFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "vite"
import { serve } from "./serve.ts"

export type Floor = Awaited<ReturnType<typeof serveFloor>>

const entry = "virtual:floor"
const page = (body: string, title: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>${body}</html>`
const box = '<input role="combobox" aria-label="Add to Policy">'

/** What nothing can be faster than: a page of plain HTML, and one that React alone renders. */
export async function serveFloor() {
  const [react, monaco] = await Promise.all([bundle(reactAlone), bundle(reactAndMonaco)])
  const pages: Readonly<Record<string, string>> = {
    "/plain.html": page(`<body>${box}<pre data-testid="output">Policies:</pre></body>`, "Plain"),
    "/react.html": page(
      '<body><div id="root"></div><script type="module" src="react.js"></script></body>',
      "React",
    ),
    "/react.js": react.js,
    "/monaco.html": page(
      `<head><link rel="stylesheet" href="monaco.css"></head><body><div id="root"></div><script type="module" src="monaco.js"></script></body>`,
      "Monaco",
    ),
    "/monaco.js": monaco.js,
    "/monaco.css": monaco.css,
  }
  return serve((path) => {
    const text = pages[path]
    if (text === undefined) throw new Error(`no ${path}`)
    return text
  })
}

async function bundle(source: string): Promise<{ js: string; css: string }> {
  const outDir = await mkdtemp(join(tmpdir(), "jets-iam-floor-"))
  await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      {
        name: "floor",
        resolveId: (id) => (id === entry ? `\0${entry}` : undefined),
        load: (id) => (id === `\0${entry}` ? source : undefined),
      },
    ],
    build: {
      outDir,
      target: "es2024",
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      rolldownOptions: {
        input: entry,
        output: {
          entryFileNames: "floor.js",
          assetFileNames: "[name][extname]",
          codeSplitting: false,
        },
      },
    },
  })
  const read = (file: string) => readFile(join(outDir, file), "utf8").catch(() => "")
  return { js: await read("floor.js"), css: await read("style.css") }
}

const reactAlone = `
import { createElement as h } from "react"
import { createRoot } from "react-dom/client"
createRoot(document.getElementById("root")).render(
  h("main", {}, [
    h("input", { key: 1, role: "combobox", "aria-label": "Add to Policy" }),
    h("pre", { key: 2, "data-testid": "output" }, "Policies:"),
  ]),
)`

/** The parts of Monaco that the editor has too, with nothing of its own in them. */
const reactAndMonaco = `
import { createElement as h } from "react"
import { createRoot } from "react-dom/client"
import { Editor } from "@monaco-editor/react"
import { setUpMonaco } from "/src/editor/json/setup.ts"
setUpMonaco()
createRoot(document.getElementById("root")).render(
  h(Editor, { height: 500, defaultLanguage: "json", defaultValue: '{ "policy": ["s3"] }' }),
)`
