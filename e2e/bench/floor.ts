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
  const bundle = await bareReact()
  const pages: Readonly<Record<string, string>> = {
    "/plain.html": page(`<body>${box}<pre data-testid="output">Policies:</pre></body>`, "Plain"),
    "/react.html": page(
      '<body><div id="root"></div><script type="module" src="react.js"></script></body>',
      "React",
    ),
    "/react.js": bundle,
  }
  return serve((path) => {
    const text = pages[path]
    if (text === undefined) throw new Error(`no ${path}`)
    return text
  })
}

async function bareReact(): Promise<string> {
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
      rolldownOptions: { input: entry, output: { entryFileNames: "react.js" } },
    },
  })
  return readFile(join(outDir, "react.js"), "utf8")
}

const source = `
import { createElement as h } from "react"
import { createRoot } from "react-dom/client"
createRoot(document.getElementById("root")).render(
  h("main", {}, [
    h("input", { key: 1, role: "combobox", "aria-label": "Add to Policy" }),
    h("pre", { key: 2, "data-testid": "output" }, "Policies:"),
  ]),
)`
