import { WASI } from "@bjorn3/browser_wasi_shim"
import { parsePrism } from "@ruby/prism/src/parsePrism.js"
import wasm from "@ruby/prism/src/prism.wasm?url"
import type { PrismParse } from "../../policy/index.ts"

/** Loads Prism, Ruby's own parser (140 KB brotli). Rejects when its file doesn't come. */
export async function loadPrism(): Promise<PrismParse> {
  const response = await fetch(wasm)
  if (!response.ok) throw new Error(`prism.wasm: ${response.status} ${response.statusText}`)
  // Not compileStreaming: some hosts of static files don't know the type of .wasm.
  return createParse(await WebAssembly.compile(await response.arrayBuffer()))
}

/**
 * Prism from its compiled file. Each text gets an instance of its own, which costs a millisecond: one whose stack
 * a deeply nested text has overflowed fails at every text after it. Texts are read as UTF-8, whatever encoding
 * their comments name: that is what they are here.
 */
export function createParse(module: WebAssembly.Module): PrismParse {
  return (source) => {
    const wasi = new WASI([], [], [])
    const { exports } = new WebAssembly.Instance(module, {
      wasi_snapshot_preview1: wasi.wasiImport,
    })
    const { memory, _initialize: initialize } = exports
    if (!(memory instanceof WebAssembly.Memory) || typeof initialize !== "function")
      throw new TypeError("prism.wasm has no memory or no _initialize: it isn't the file expected")
    wasi.initialize({ exports: { memory, _initialize: () => initialize() } })
    return parsePrism(exports, source, { encoding: false })
  }
}
