import type { OutputPart } from "../policy/index.ts"

/** Some lines of an output that are shown, and shown again, together. */
export interface Block {
  readonly text: string
  /** The number of its first line, from 1. */
  readonly firstLine: number
}

const fewest = 40
const most = 90

/**
 * Gathers an output's parts into blocks of about 60 lines. Where a block ends depends on what stands there,
 * not on the count of lines before: one line more leaves all blocks but its own as they were.
 */
export function toBlocks(parts: readonly OutputPart[]): readonly Block[] {
  const blocks: Block[] = []
  let text: string[] = []
  let lines = 0
  let firstLine = 1
  const close = () => {
    if (text.length > 0) blocks.push({ text: text.join(""), firstLine })
    firstLine += lines
    text = []
    lines = 0
  }
  for (const part of parts) {
    const { count, boundary } = shapeOf(part.text)
    text.push(part.text)
    lines += count
    if (lines >= most || (lines >= fewest && boundary)) close()
  }
  close()
  return blocks
}

interface Shape {
  readonly count: number
  /** Whether a block may end behind the text: one in four, always the same ones. */
  readonly boundary: boolean
}

const shapes = new Map<string, Shape>()

/** Remembered, because thousands of unchanged texts are asked for at every key. */
function shapeOf(text: string): Shape {
  const known = shapes.get(text)
  if (known) return known
  let count = 0
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10) count++
    hash = (hash * 31 + code) | 0
  }
  const shape = { count, boundary: (hash & 0b110000) === 0 }
  if (shapes.size > 20_000) shapes.clear()
  shapes.set(text, shape)
  return shape
}
