import { type Code, codesOfBlock, fixedCodes } from "./codes.ts"

/** Why bytes give no text: their end is missing, they are no DEFLATE, more comes out than may. */
type Failure = "link-cut" | "link-damaged" | "link-too-large"

/** RFC 1951, 3.2.5: what the length and distance symbols begin with, and how many bits follow them. */
const lengths = tableOf(
  3,
  [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5],
)
const distances = tableOf(
  1,
  [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ],
)
const longest = 258
/** A longer match is copied in pieces rather than byte by byte. */
const worthOneCopy = 64
/** A text of a MiB is deflated into about 50 blocks; each costs the making of its codes. */
const maxBlocks = 100

/**
 * Inflates raw DEFLATE with a preset dictionary into one buffer, and stops as soon as more than `max` bytes
 * come out: fflate can only be stopped between pieces of input, which took more than three times as long.
 */
export function inflate(
  bytes: Uint8Array,
  dictionary: Uint8Array,
  max: number,
): Uint8Array<ArrayBuffer> | Failure {
  const start = dictionary.length
  const out = new Uint8Array(start + max)
  out.set(dictionary)
  let end = start
  let at = 0
  let held = 0
  let count = 0

  /** So many bits of the input, the first the lowest; past the input's end zeros. */
  const take = (bits: number): number => {
    while (count < bits) {
      held |= (bytes[at] ?? 0) << count
      at += 1
      count += 8
    }
    const value = held & ((1 << bits) - 1)
    held >>>= bits
    count -= bits
    return value
  }
  /** The next symbol of a code; undefined where the bits are none. */
  const symbol = ({ table, bits }: Code): number | undefined => {
    while (count < bits) {
      held |= (bytes[at] ?? 0) << count
      at += 1
      count += 8
    }
    const found = table[held & ((1 << bits) - 1)] ?? 0
    const length = found & 15
    if (length === 0) return undefined
    held >>>= length
    count -= length
    return found >> 4
  }
  /** Whether bits were taken that the input doesn't have. */
  const isCut = () => at - (count >> 3) > bytes.length
  const failure = (): Failure => (isCut() ? "link-cut" : "link-damaged")

  const stored = (): Failure | undefined => {
    at -= count >> 3
    held = 0
    count = 0
    const size = take(16)
    if ((take(16) ^ size) !== 0xffff || isCut()) return failure()
    const from = at
    at += size
    if (isCut()) return "link-cut"
    if (end + size > out.length) return "link-too-large"
    out.set(bytes.subarray(from, at), end)
    end += size
    return undefined
  }
  /** What was repeated last: from where on, and up to where, the output has this period. */
  let run = { period: 0, start: 0, end: 0 }
  /** Copies in pieces as large as what is there already has the period. */
  const repeat = (period: number, length: number) => {
    const goesOn = run.period === period && run.end === end
    const first = goesOn ? run.start : end - period
    const stop = end + length
    while (end < stop) {
      const back = end - first - ((end - first) % period)
      const size = Math.min(back, stop - end)
      out.copyWithin(end, end - back, end - back + size)
      end += size
    }
    run = { period, start: first, end }
  }
  const coded = (literals: Code, apart: Code): Failure | undefined => {
    for (;;) {
      const one = symbol(literals)
      if (one === undefined || isCut()) return failure()
      if (one === 256) return undefined
      if (one < 256) {
        if (end === out.length) return "link-too-large"
        out[end++] = one
        continue
      }
      const length =
        one === 285 ? longest : (lengths.base[one - 257] ?? 0) + take(lengths.bits[one - 257] ?? 0)
      const far = symbol(apart)
      if (far === undefined || isCut()) return failure()
      const distance = (distances.base[far] ?? 0) + take(distances.bits[far] ?? 0)
      if (isCut()) return "link-cut"
      if (one > 285 || far > 29 || distance > end) return "link-damaged"
      if (end + length > out.length) return "link-too-large"
      if (length < worthOneCopy)
        for (const stop = end + length; end < stop; end++) out[end] = out[end - distance] ?? 0
      else repeat(distance, length)
    }
  }

  for (let block = 0; block < maxBlocks; block++) {
    const isLast = take(1) === 1
    const type = take(2)
    if (isCut()) return "link-cut"
    let failed: Failure | undefined
    if (type === 0) failed = stored()
    else if (type === 3) return "link-damaged"
    else {
      const codes = type === 1 ? fixedCodes : codesOfBlock(take, symbol)
      if (!codes || isCut()) return failure()
      failed = coded(codes.literals, codes.distances)
    }
    if (failed) return failed
    if (isLast) return out.subarray(start, end)
  }
  return "link-damaged"
}

function tableOf(first: number, bits: readonly number[]) {
  let next = first
  const base = bits.map((extra) => {
    const value = next
    next += 1 << extra
    return value
  })
  return { base, bits }
}
