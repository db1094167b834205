import fc from "fast-check"
import { expect, test } from "vitest"
import { toBlocks } from "./blocks.ts"

const part = fc
  .record({ lines: fc.integer({ min: 1, max: 9 }), seed: fc.nat() })
  .map(({ lines, seed }) => ({ text: `${seed}\n`.repeat(lines) }))
const parts = fc.array(part, { maxLength: 200 })

test("the blocks are the output, in order, their numbers the lines'", () => {
  fc.assert(
    fc.property(parts, (all) => {
      const blocks = toBlocks(all)
      const text = all.map((one) => one.text).join("")
      expect(blocks.map((block) => block.text).join("")).toBe(text)
      let line = 1
      for (const block of blocks) {
        expect(block.firstLine).toBe(line)
        line += block.text.split("\n").length - 1
        expect(block.text.split("\n").length - 1).toBeLessThan(100)
      }
    }),
  )
})

test("one part more in front leaves nearly all blocks as they were", () => {
  const all = Array.from({ length: 2000 }, (_, index) => ({ text: `line ${index * 7919}\n` }))
  const before = new Set(toBlocks(all).map((block) => block.text))
  const after = toBlocks([{ text: "new\n" }, ...all])
  expect(after.filter((block) => !before.has(block.text)).length).toBeLessThan(4)
})
