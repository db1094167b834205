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
    text.push(part.text)
    lines += lineCount(part.text)
    if (lines >= most || (lines >= fewest && isBoundary(part.text))) close()
  }
  close()
  return blocks
}

function lineCount(text: string): number {
  let count = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++
  return count
}

/** One text in four, always the same ones. */
function isBoundary(text: string): boolean {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (hash * 31 + text.charCodeAt(at)) | 0
  return (hash & 0b110000) === 0
}
