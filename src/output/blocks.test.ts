import fc from "fast-check"
import { expect, test } from "vitest"
import { createBlocks } from "./blocks.ts"

const part = fc
  .record({ lines: fc.integer({ min: 1, max: 9 }), seed: fc.nat(20) })
  .map(({ lines, seed }) => ({ text: `${seed}\n`.repeat(lines) }))
const parts = fc.array(part, { maxLength: 200 })

test("the blocks are each output in turn, in order, their numbers the lines', their ids different", () => {
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 5 }), (outputs) => {
      const toBlocks = createBlocks()
      for (const output of outputs) {
        const blocks = toBlocks(output)
        expect(blocks.map((block) => block.text).join("")).toBe(
          output.map((one) => one.text).join(""),
        )
        expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length)
        let line = 1
        for (const block of blocks) {
          expect(block.firstLine).toBe(line)
          expect(block.text.split("\n")).toHaveLength(block.lines + 1)
          line += block.lines
          expect(block.lines).toBeLessThanOrEqual(120)
        }
      }
    }),
  )
})

const many = Array.from({ length: 2000 }, (_, index) => ({ text: `line ${index}\n` }))
const text = (at: number) => many.toSpliced(at, 1, { text: "changed\n" })

test.each([
  { title: "one part changed", to: text(777), changed: 1 },
  { title: "the first part changed", to: text(0), changed: 1 },
  { title: "one more in front", to: [{ text: "new\n" }, ...many], changed: 1 },
  { title: "one fewer at the end", to: many.slice(0, -1), changed: 1 },
  { title: "nothing changed", to: [...many], changed: 0 },
])("$title: all blocks but $changed stay as they were", ({ to, changed }) => {
  const toBlocks = createBlocks()
  const before = new Map(toBlocks(many).map((block) => [block.id, block.text]))
  const after = toBlocks(to)
  expect(after.filter((block) => before.get(block.id) !== block.text)).toHaveLength(changed)
  expect(after).toHaveLength(before.size)
})
