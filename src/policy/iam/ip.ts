/** A range of IP addresses; a single address is a range of one. */
export interface IpRange {
  readonly version: 4 | 6
  /** The address as a number, as written: it may have bits behind the prefix. */
  readonly address: bigint
  /** How many leading bits count. */
  readonly prefix: number
}

/** No address with its prefix is longer. */
const longest = 60

/**
 * Reads an IPv4 or IPv6 address with an optional prefix length, as the operator IpAddress takes it (RFC 4632 and
 * RFC 4291; IAM User Guide, "IP address condition operators"); undefined where the text is none.
 */
export function parseIpRange(text: string): IpRange | undefined {
  if (text.length > longest) return undefined
  const [host = "", length, ...more] = text.split("/")
  if (more.length > 0) return undefined
  const version = host.includes(":") ? 6 : 4
  const address = version === 4 ? parseIpv4(host) : parseIpv6(host)
  const prefix = length === undefined ? bitsOf(version) : parseDecimal(length, bitsOf(version))
  return address === undefined || prefix === undefined ? undefined : { version, address, prefix }
}

/** The first address of the range: the one written, without the bits behind the prefix. */
export function firstAddress({ version, address, prefix }: IpRange): bigint {
  const behind = BigInt(bitsOf(version) - prefix)
  return (address >> behind) << behind
}

/** The range as it should be written: its first address and its prefix (RFC 5952). */
export function formatIpRange(range: IpRange): string {
  const first = firstAddress(range)
  const host =
    range.version === 4 ? fields(first, 4, 8n).join(".") : formatIpv6(fields(first, 8, 16n))
  return `${host}/${range.prefix}`
}

/** Whether every address of `inner` is in `outer` too. */
export function rangeCovers(outer: IpRange, inner: IpRange): boolean {
  return (
    outer.version === inner.version &&
    outer.prefix <= inner.prefix &&
    firstAddress(outer) === firstAddress({ ...inner, prefix: outer.prefix })
  )
}

/** Private address space: RFC 1918, and the unique local addresses of RFC 4193. */
const privateRanges: readonly IpRange[] = [
  { version: 4, address: 0x0a000000n, prefix: 8 },
  { version: 4, address: 0xac100000n, prefix: 12 },
  { version: 4, address: 0xc0a80000n, prefix: 16 },
  { version: 6, address: 0xfcn << 120n, prefix: 7 },
]

/** Whether the whole range is private address space: no request from the internet comes from it. */
export function isPrivateRange(range: IpRange): boolean {
  return privateRanges.some((known) => rangeCovers(known, range))
}

function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128
}

/** A decimal number without leading zeros, which some readers take for octal. */
function parseDecimal(text: string, most: number): number | undefined {
  return /^(?:0|[1-9]\d{0,2})$/.test(text) && Number(text) <= most ? Number(text) : undefined
}

function parseIpv4(host: string): bigint | undefined {
  const bytes = host.split(".").map((byte) => parseDecimal(byte, 255))
  return bytes.length === 4 ? assembled(bytes, 8n) : undefined
}

function parseIpv6(host: string): bigint | undefined {
  const [left = "", right, ...more] = withoutIpv4(host).split("::")
  if (more.length > 0) return undefined
  const before = left === "" && right !== undefined ? [] : left.split(":")
  const after = right === undefined || right === "" ? [] : right.split(":")
  const zeros = 8 - before.length - after.length
  if (right === undefined ? zeros !== 0 : zeros < 1) return undefined
  const groups = [...before, ...Array.from({ length: zeros }, () => "0"), ...after]
  return assembled(
    groups.map((group) => (/^[\da-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : undefined)),
    16n,
  )
}

/** An IPv6 address whose last 32 bits are written as an IPv4 address, with these in hexadecimal. */
function withoutIpv4(host: string): string {
  const colon = host.lastIndexOf(":")
  const last = parseIpv4(host.slice(colon + 1))
  if (last === undefined) return host
  return `${host.slice(0, colon + 1)}${(last >> 16n).toString(16)}:${(last & 0xffffn).toString(16)}`
}

function assembled(parts: readonly (number | undefined)[], width: bigint): bigint | undefined {
  let whole = 0n
  for (const part of parts) {
    if (part === undefined) return undefined
    whole = (whole << width) | BigInt(part)
  }
  return whole
}

function fields(address: bigint, count: number, width: bigint): readonly bigint[] {
  return Array.from(
    { length: count },
    (_, index) => (address >> (width * BigInt(count - 1 - index))) & ((1n << width) - 1n),
  )
}

/** RFC 5952: lower case, the first longest run of two or more zeros as `::`. */
function formatIpv6(groups: readonly bigint[]): string {
  const plain = groups.map((group) => group.toString(16)).join(":")
  const [run] = [...plain.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)].sort(
    (one, other) => other[0].length - one[0].length,
  )
  if (!run) return plain
  const before = plain.slice(0, run.index).replace(/:$/, "")
  const after = plain.slice(run.index + run[0].length).replace(/^:/, "")
  return `${before}::${after}`
}
