import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { formatIpRange, isPrivateRange, parseIpRange, rangeCovers } from "./ip.ts"

/** The text of a range as it should be written; undefined where it is none. */
const rewritten = (text: string) => {
  const range = parseIpRange(text)
  return range && formatIpRange(range)
}

test.each([
  ["203.0.113.7", "203.0.113.7/32"],
  ["203.0.113.7/24", "203.0.113.0/24"],
  ["198.51.100.130/25", "198.51.100.128/25"],
  ["255.255.255.255/1", "128.0.0.0/1"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["1.2.3.4/0", "0.0.0.0/0"],
  ["::", "::/128"],
  ["::1", "::1/128"],
  ["1::", "1::/128"],
  ["2001:DB8:0:0:1:0:0:1/128", "2001:db8::1:0:0:1/128"],
  ["2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1/128"],
  ["2001:db8:1234:5678:9::/64", "2001:db8:1234:5678::/64"],
  ["1:0:0:2:0:0:0:3", "1:0:0:2::3/128"],
  ["10:0:0:1:2:3:4:5", "10::1:2:3:4:5/128"],
  ["1:2:3:4:5:6::", "1:2:3:4:5:6::/128"],
  ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0/128"],
  ["::ffff:192.0.2.1", "::ffff:c000:201/128"],
  ["1:2:3:4:5:6:1.2.3.4/96", "1:2:3:4:5:6::/96"],
  ["fe80::1/10", "fe80::/10"],
])("%s is written as %s", (text, best) => {
  expect(rewritten(text)).toBe(best)
  expect(rewritten(best)).toBe(best)
})

test.each([
  ..."|1|1.2.3|1.2.3.4.5|256.1.1.1|1.2.3.-4|1.2.3.4/33|1.2.3.4/-1|1.2.3.4/|1.2.3.4/8/8|1.2.3.4/08|01.2.3.4".split(
    "|",
  ),
  ...": ::: 1::2::3 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1:2:3:4:5:6:7:8:: ::1:2:3:4:5:6:7:8 12345:: g:: ::1/129 :1:2:3:4:5:6:7".split(
    " ",
  ),
  ..."fe80::1%eth0 ::1.2.3 1.2.3.4:: 1:2:3:4:5:6:7:1.2.3.4 1.2.3.4/a 203.0.113.* 1e1.2.3.4".split(
    " ",
  ),
  " 1.2.3.4",
  "1.2.3.4\n",
  "１.2.3.4",
  "1.".repeat(100_000),
  ":".repeat(100_000),
])("%j is no range", (text) => {
  expect(parseIpRange(text)).toBeUndefined()
})

test.each([
  ["10.0.0.0/8", true],
  ["10.1.2.3", true],
  ["10.0.0.0/7", false],
  ["9.255.255.255", false],
  ["11.0.0.0/8", false],
  ["172.16.0.0/12", true],
  ["172.31.255.255", true],
  ["172.32.0.0/16", false],
  ["172.16.0.0/11", false],
  ["192.168.0.0/16", true],
  ["192.168.1.0/24", true],
  ["192.169.0.0/16", false],
  ["fc00::/7", true],
  ["fdff::1", true],
  ["fc00:1::/32", true],
  ["fe00::/8", false],
  ["f800::/6", false],
  ["0.0.0.0/0", false],
  ["::/0", false],
])("%s is private: %s", (text, expected) => {
  const range = parseIpRange(text)
  expect(range && isPrivateRange(range)).toBe(expected)
})

describe("of any address", () => {
  const bits = (count: number) => fc.bigInt({ min: 0n, max: (1n << BigInt(count)) - 1n })
  const range = fc.oneof(
    fc.record({ version: fc.constant(4 as const), address: bits(32), prefix: fc.nat(32) }),
    fc.record({ version: fc.constant(6 as const), address: bits(128), prefix: fc.nat(128) }),
  )

  test("what is written covers the same addresses, and is read back", () => {
    fc.assert(
      fc.property(range, (one) => {
        const read = parseIpRange(formatIpRange(one))
        expect(read).toMatchObject({ version: one.version, prefix: one.prefix })
        expect(read && rangeCovers(read, one) && rangeCovers(one, read)).toBe(true)
      }),
    )
  })

  test("a range covers a shorter prefix of itself never, a longer one always", () => {
    fc.assert(
      fc.property(range, fc.nat(128), (one, prefix) => {
        const other = { ...one, prefix: Math.min(prefix, one.version === 4 ? 32 : 128) }
        expect(rangeCovers(one, other)).toBe(one.prefix <= other.prefix)
      }),
    )
  })
})
