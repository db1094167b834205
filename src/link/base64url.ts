const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
/** What each character stands for, by its code; 64 where it stands for nothing. */
const values = new Uint8Array(128).fill(64)
for (const [value, character] of [...alphabet].entries()) values[character.charCodeAt(0)] = value

/** Bytes as base64url without padding (RFC 4648, 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ""
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let place = 0; place < Math.min(4, bytes.length - at + 1); place++)
      text += alphabet.charAt((group >> (18 - 6 * place)) & 63)
  }
  return text
}

/**
 * The bytes that base64url stands for; undefined when a character is none of its 64. Bits that make no whole
 * byte are left out; `isWhole` says that there are none but the zeros that toBase64url writes.
 */
export function fromBase64url(text: string): { bytes: Uint8Array; isWhole: boolean } | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (let place = 0; place < text.length; place++) {
    const value = values[text.charCodeAt(place)] ?? 64
    if (value === 64) return undefined
    held = ((held << 6) | value) & 0xfff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = held >> bits
  }
  return { bytes, isWhole: bits < 6 && (held & ((1 << bits) - 1)) === 0 }
}
