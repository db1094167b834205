import fc from "fast-check"
import { expect, test } from "vitest"
import { createSourceText } from "./sourceText.ts"

const piece = fc.constantFrom("a", "é", "日", "😀", "\ud800", "\udc00", "\n", "\r\n", "\ufeff")

test("a place by bytes is the same place by characters, in any text", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 900 }), fc.nat(), fc.nat(), (pieces, one, other) => {
      const text = pieces.join("")
      const characters = [...text]
      const [from, to] = [one, other]
        .map((at) => at % (characters.length + 1))
        .sort((a, b) => a - b)
      const before = characters.slice(0, from).join("")
      const inside = characters.slice(from, to).join("")
      const location = { startOffset: Buffer.byteLength(before), length: Buffer.byteLength(inside) }
      const source = createSourceText(text)
      expect(source.slice(location)).toBe(inside)
      const lines = before.split("\n")
      const ends = `${before}${inside}`.split("\n")
      expect(source.range(location)).toEqual({
        line: lines.length,
        column: (lines.at(-1) ?? "").length + 1,
        endLine: ends.length,
        endColumn: (ends.at(-1) ?? "").length + 1,
      })
    }),
  )
})
