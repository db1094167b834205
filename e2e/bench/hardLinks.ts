import { constants, deflateRawSync } from "node:zlib"
import { dictionary1 } from "../../src/link/dictionary1.ts"
import { decodeLink } from "../../src/link/link.ts"
import { seal } from "../../src/link/pack.ts"

export interface HardLink {
  readonly shape: string
  readonly payload: string
}

/** DESIGN section 6. */
const maxPayload = 1 << 16
const maxText = 1 << 20
const dictionary = Buffer.from(dictionary1)

const list = (item: (index: number) => string) => (count: number) =>
  `[${Array.from({ length: count }, (_, index) => item(index)).join()}]`
const string = (part: string) => (count: number) => `["${part.repeat(count)}"]`
const name = (index: number) => `"${index.toString(36)}"`

/** What a setting could hold, so much of it. */
const shapes: Readonly<Record<string, (count: number) => string>> = {
  "empty objects": list(() => "{}"),
  "empty lists": list(() => "[]"),
  "nested lists": list(() => "[".repeat(190) + "]".repeat(190)),
  "nested objects": list(() => `${'{"a":'.repeat(190)}0${"}".repeat(190)}`),
  numbers: list(String),
  fractions: list((index) => String(index / 7)),
  "short strings": list(name),
  "objects with a key of their own": list((index) => `{${name(index)}:0}`),
  "objects with pairs of keys": list(
    (index) => `{${name(index % 200)}:0,${name(200 + Math.floor(index / 200))}:0}`,
  ),
  "one object": (count) => list((index) => `${name(index)}:0`)(count).replace(/^\[(.*)\]$/, "{$1}"),
  statements: list(
    (index) => `{"Sid":${name(index)},"Effect":"Allow","Action":["s3:Get*"],"Resource":["*"]}`,
  ),
  "a string": string("a"),
  "a string of escapes": string("\\u0001"),
  "a string of two bytes a character": string("ą"),
}

/**
 * Links that take long to read: of each shape the most that a payload can hold and the most that is accepted,
 * and what isn't JSON at all.
 */
export function hardLinks(): readonly HardLink[] {
  const largest = [
    ...Object.entries(shapes).flatMap(([shape, make]) => largestOf(shape, make)),
    // Without matches, which take less to read than as many bits of codes.
    ...largestOf("a string without matches", string("a"), constants.Z_HUFFMAN_ONLY),
  ]
  const payload = largest.find(({ shape }) => shape.startsWith("statements"))?.payload ?? ""
  const half = Math.floor(payload.length / 2)
  return [
    ...largest,
    { shape: "cut", payload: payload.slice(0, -2) },
    { shape: "damaged", payload: `${payload.slice(0, half)}${payload.slice(half + 1)}` },
    { shape: "random bytes", payload: sealed(randomBytes(49_000)) },
    { shape: "empty blocks", payload: sealed(Buffer.from("000000ffff".repeat(9_800), "hex")) },
    { shape: "a bomb", payload: sealed(deflateRawSync(Buffer.alloc(40_000_000))) },
  ]
}

/** As much of a shape as a payload can hold, and as much as is accepted. */
function largestOf(
  shape: string,
  make: (count: number) => string,
  strategy = constants.Z_DEFAULT_STRATEGY,
): HardLink[] {
  const found: HardLink[] = []
  const most = Math.floor((1_000 * maxText) / Buffer.byteLength(make(1_000)))
  for (let count = most; count > 1; count = Math.floor(count * 0.85)) {
    const text = Buffer.from(`{"config":{"policy":${make(count)}}}`)
    const payload = sealed(deflateRawSync(text, { level: 9, strategy, dictionary }))
    if (text.length > maxText || payload.length > maxPayload) continue
    const isAccepted = decodeLink(payload).value !== undefined
    if (isAccepted || found.length === 0) found.push({ shape: `${shape}: ${count}`, payload })
    if (isAccepted) break
  }
  return found
}

function sealed(deflated: Uint8Array): string {
  return `1${seal(new Uint8Array(deflated))}`
}

/** The same each time. */
function randomBytes(count: number): Uint8Array {
  let seed = 1
  return Uint8Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed >>> 24
  })
}
