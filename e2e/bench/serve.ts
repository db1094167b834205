import { readFileSync } from "node:fs"
import { createServer } from "node:http"
import { extname, join, normalize } from "node:path"
import { brotliCompressSync } from "node:zlib"

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
}

/** A static host like those that people use: brotli, HTTP/1.1; nothing is cached. */
export async function serve(read: (path: string) => Buffer | string) {
  const answers = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://host").pathname
    const file = path.endsWith("/") ? `${path}index.html` : path
    try {
      const body = answers.get(file) ?? brotliCompressSync(read(file))
      answers.set(file, body)
      response.writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        "content-encoding": "br",
        "content-length": body.length,
        "cache-control": "no-store",
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const address = server.address()
  if (!address || typeof address === "string") throw new Error("no port")
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }
}

/** The files of a folder, and none outside it. */
export function filesOf(folder: string) {
  return (path: string) => readFileSync(join(folder, normalize(`/${decodeURIComponent(path)}`)))
}
