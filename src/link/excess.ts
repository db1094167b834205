/** 2,000 statements with ten strings, a name and a condition each have 38,000. */
const maxValues = 40_000
/**
 * Kinds of objects: the keys, in order, up to each key. JSON.parse makes a hidden class for each in V8, which
 * takes longer than all the rest (https://v8.dev/docs/hidden-classes). AWS's 1,594 managed policies together
 * have 1,103.
 */
const maxKinds = 2_000
/** As deep as any import is read: what walks settings recurses. */
const maxDepth = 200

/** Of the hash FNV-1a with 32 bits (Fowler, Noll, Vo). */
const fnvPrime = 0x0100_0193

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const openList = 0x5b
const backslash = 0x5c
const closeList = 0x5d
const openObject = 0x7b
const closeObject = 0x7d

/**
 * What of a link's JSON, in UTF-8, is more than a link may hold (DESIGN 6), found without parsing it; undefined
 * if nothing is. A value stands after a bracket or a comma: there is at most one more than of those. Kinds are
 * counted by their hashes, so that some may count as one.
 */
export function excessOf(json: Uint8Array): "link-too-large" | "nested-too-deeply" | undefined {
  const kindAt = new Int32Array(maxDepth + 1)
  const isKnown = new Uint8Array(1 << 16)
  let values = 1
  let kinds = 0
  let depth = 0
  let key = 0
  for (let at = 0; at < json.length; at++) {
    switch (json[at]) {
      case quote:
        key = at
        at = endOfString(json, at)
        break
      case colon: {
        let kind = kindAt[depth] ?? 0
        for (; key < at; key++) kind = Math.imul(kind ^ (json[key] ?? 0), fnvPrime)
        kindAt[depth] = kind
        const hash = (kind ^ (kind >> 16)) & 0xffff
        if (!isKnown[hash]) kinds++
        isKnown[hash] = 1
        break
      }
      case comma:
        values++
        break
      case openList:
      case openObject:
        values++
        kindAt[++depth] = 0
        break
      case closeList:
      case closeObject:
        depth--
    }
    if (depth > maxDepth) return "nested-too-deeply"
    if (values > maxValues || kinds > maxKinds) return "link-too-large"
  }
  return undefined
}

function endOfString(json: Uint8Array, start: number): number {
  let at = start + 1
  while (at < json.length && json[at] !== quote) at += json[at] === backslash ? 2 : 1
  return at
}
