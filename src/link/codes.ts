/** A Huffman code (RFC 1951, 3.2.2): for each run of `bits` bits, the lowest first, symbol * 16 + its length. */
export interface Code {
  readonly table: Uint16Array
  readonly bits: number
}

/** The two codes of a block. */
export interface Codes {
  readonly literals: Code
  readonly distances: Code
}

const longest = 15

/** The code whose symbols have these lengths, 0 for none; undefined where no code has such lengths. */
function codeOf(lengths: readonly number[]): Code | undefined {
  const counts = new Array<number>(longest + 1).fill(0)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  const next = [0]
  let code = 0
  for (let length = 1; length <= longest; length++) {
    code = (code + (counts[length - 1] ?? 0)) << 1
    next[length] = code
    if (code + (counts[length] ?? 0) > 1 << length) return undefined
  }
  const bits = Math.max(1, ...lengths)
  const table = new Uint16Array(1 << bits)
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue
    const own = next[length] ?? 0
    next[length] = own + 1
    for (let at = reversed(own, length); at < table.length; at += 1 << length)
      table[at] = (symbol << 4) | length
  }
  return { table, bits }
}

function reversed(code: number, length: number): number {
  let result = 0
  for (let bit = 0; bit < length; bit++) result |= ((code >> bit) & 1) << (length - 1 - bit)
  return result
}

/** RFC 1951, 3.2.6. */
export const fixedCodes: Codes | undefined = codesOf(
  Array.from({ length: 288 }, (_, symbol) =>
    symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8,
  ),
  new Array<number>(32).fill(5),
)

/** RFC 1951, 3.2.7: the order in which the lengths of the code for lengths come. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Reads the codes that a block begins with (RFC 1951, 3.2.7); undefined where they are none. */
export function codesOfBlock(
  take: (bits: number) => number,
  symbol: (code: Code) => number | undefined,
): Codes | undefined {
  const literals = take(5) + 257
  const distances = take(5) + 1
  const count = take(4) + 4
  const own = new Array<number>(order.length).fill(0)
  for (const place of order.slice(0, count)) own[place] = take(3)
  const code = codeOf(own)
  if (!code) return undefined
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const found = symbol(code)
    if (found === undefined) return undefined
    if (found < 16) lengths.push(found)
    else {
      const last = found === 16 ? lengths.at(-1) : 0
      if (last === undefined) return undefined
      const times = found === 18 ? 11 + take(7) : 3 + take(found === 16 ? 2 : 3)
      for (let time = 0; time < times; time++) lengths.push(last)
    }
  }
  if (lengths.length > literals + distances) return undefined
  return codesOf(lengths.slice(0, literals), lengths.slice(literals))
}

function codesOf(ofLiterals: readonly number[], ofDistances: readonly number[]): Codes | undefined {
  const [literals, distances] = [codeOf(ofLiterals), codeOf(ofDistances)]
  return literals && distances && { literals, distances }
}
