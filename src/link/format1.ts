import { dictionary1 } from "./dictionary1.ts"

/** How many bytes a link's text may have (DESIGN 6). */
export const maxInflated = 1 << 20
/** What DEFLATE looks back to before the text begins. */
export const dictionary = new TextEncoder().encode(dictionary1)

/** The CRC-8 of each byte after a CRC of 0. */
const crcs = Uint8Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ (crc & 0x80 ? 0x107 : 0)
  return crc
})

/**
 * The byte that a payload ends with: the CRC-8 of the rest, with the polynomial x^8 + x^2 + x + 1, which sees
 * every change within eight neighbouring bits.
 */
export function checksum(bytes: Uint8Array): number {
  let crc = 0xff
  for (const byte of bytes) crc = crcs[crc ^ byte] ?? 0
  // Turned over, or a zero added after it would pass.
  return crc ^ 0xff
}
